package io.controlgraph.trace.gaps;

import io.controlgraph.trace.coverage.Coverage;
import io.controlgraph.trace.coverage.Touched;
import io.controlgraph.trace.index.Reads;
import io.controlgraph.trace.rules.GapRule;
import io.controlgraph.trace.rules.controls.ControlRules;
import io.controlgraph.trace.rules.people.PeopleRules;
import io.controlgraph.trace.rules.risks.RiskRules;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
  private final Reads reads = new Reads();
  private final BitSet asked = new BitSet();
  private @Nullable Map<String, List<Binding>> rows;

  /** Null when the rows are worked out, so that no index is held that has gone. */
  private @Nullable Coverage coverage;

  OrganisationGaps(Coverage coverage, int organisation) {
    this.coverage = coverage.noting(reads);
    this.organisation = organisation;
  }

  /** The rules that there are, on an index and a day. */
  static Map<String, GapRule> rules(Coverage coverage) {
    return Stream.of(ControlRules.of(coverage), PeopleRules.of(coverage), RiskRules.of(coverage))
        .flatMap(List::stream)
        .collect(Collectors.toMap(GapRule::question, Function.identity()));
  }

  /**
   * The rows of a question, in no particular order.
   *
   * @return nothing if there is no rule for it
   */
  synchronized Optional<List<Binding>> rows(String question) {
    Map<String, List<Binding>> known = rows;
    Coverage from = coverage;
    if (known == null && from != null) {
      known =
          rules(from).values().stream()
              .collect(Collectors.toMap(GapRule::question, rule -> rule.rows(organisation)));
      rows = known;
      asked.or(from.asked());
      coverage = null;
    }
    return Optional.ofNullable(known).map(all -> all.get(question));
  }

  /**
   * Whether they are worked out, and hold for a later coverage too.
   *
   * @param touched by all that was changed in between
   */
  synchronized boolean holdsFor(Coverage later, Touched touched) {
    return rows != null && !touched.has(reads, asked, later.index());
  }
}
