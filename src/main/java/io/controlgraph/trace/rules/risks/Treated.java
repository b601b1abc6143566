package io.controlgraph.trace.rules.risks;

import io.controlgraph.trace.coverage.Accepted;
import io.controlgraph.trace.coverage.Coverage;
import io.controlgraph.trace.coverage.OfOrganisation;
import io.controlgraph.trace.coverage.Plan;
import io.controlgraph.trace.coverage.Risks;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The risks that are treated, by a treatment or by an acceptance of what remains, as {@code
 * treated} has them. Thread-safe.
 */
final class Treated {
  private final Coverage coverage;
  private final Risks risks;
  private final Map<Integer, Set<Integer>> found = new ConcurrentHashMap<>();

  Treated(Coverage coverage) {
    this.coverage = coverage;
    this.risks = new Risks(coverage);
  }

  /** Whether a risk is treated in an organisation. */
  boolean isTreated(int organisation, int risk) {
    return found.computeIfAbsent(organisation, this::treated).contains(risk);
  }

  private Set<Integer> treated(int organisation) {
    OfOrganisation own = coverage.of(organisation);
    return Stream.concat(
            risks.plans(own).stream().filter(Plan::isEffective).map(Plan::risk),
            risks.accepted(risks.residuals(own)).stream().map(Accepted::risk))
        .collect(Collectors.toUnmodifiableSet());
  }
}
