package io.controlgraph.trace.gaps;

import io.controlgraph.trace.coverage.Coverage;
import io.controlgraph.trace.coverage.Touched;
import io.controlgraph.trace.index.Basis;
import io.controlgraph.trace.index.Reads;
import io.controlgraph.trace.rules.GapRule;
import io.controlgraph.trace.rules.controls.ControlRules;
import io.controlgraph.trace.rules.people.PeopleRules;
import io.controlgraph.trace.rules.risks.RiskRules;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.sparql.engine.binding.Binding;
import org.jspecify.annotations.Nullable;

/**
 * All gaps of one organisation, worked out when they are first asked for. What is read for them is
 * noted, and so they hold until some of it changes. Thread-safe.
 */
final class OrganisationGaps {
  private final int organisation;
  private @Nullable Found found;

  /** Null when the rows are worked out, so that no index is held that has gone. */
  private @Nullable Coverage coverage;

  OrganisationGaps(Coverage coverage, int organisation) {
    this.coverage = coverage;
    this.organisation = organisation;
  }

  /**
   * What was worked out.
   *
   * @param rows by question
   * @param basis what was read for them
   * @param asked the organisations whose cells or levels they were worked out from
   */
  private record Found(Map<String, List<Binding>> rows, Basis basis, BitSet asked) {
    static Found of(Coverage coverage, int organisation) {
      Reads reads = new Reads();
      Coverage noting = coverage.noting(reads);
      Map<String, List<Binding>> rows =
          rules(noting).values().stream()
              .collect(Collectors.toMap(GapRule::question, rule -> rule.rows(organisation)));
      return new Found(rows, reads.basis(), noting.asked());
    }
  }

  /** The rules that there are, on an index and a day. */
  static Map<String, GapRule> rules(Coverage coverage) {
    return Stream.of(ControlRules.of(coverage), PeopleRules.of(coverage), RiskRules.of(coverage))
        .flatMap(List::stream)
        .collect(Collectors.toMap(GapRule::question, Function.identity()));
  }

  /** The rows of each question that there is a rule for, in no particular order. */
  synchronized Map<String, List<Binding>> rows() {
    Found known = found;
    Coverage from = coverage;
    if (known == null && from != null) {
      known = Found.of(from, organisation);
      found = known;
      coverage = null;
    }
    return known == null ? Map.of() : known.rows();
  }

  /**
   * Whether they are worked out, and hold for a later coverage too.
   *
   * @param touched by all that was changed in between
   */
  synchronized boolean holdsFor(Coverage later, Touched touched) {
    Found known = found;
    return known != null && !touched.has(known.basis(), known.asked(), later.index());
  }
}
