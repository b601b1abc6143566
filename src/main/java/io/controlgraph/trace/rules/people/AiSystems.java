package io.controlgraph.trace.rules.people;

import io.controlgraph.trace.coverage.Facts;
import java.util.Arrays;

/** The AI systems in use, as {@code ai-systems} has them. */
final class AiSystems {
  private final Facts facts;
  private final int aiSystem;

  AiSystems(Facts facts) {
    this.facts = facts;
    this.aiSystem = facts.term("AISystem");
  }

  /** Those of an organisation. */
  int[] of(int organisation) {
    return Arrays.stream(facts.membersOf(organisation))
        .filter(thing -> facts.isA(thing, aiSystem))
        .filter(thing -> facts.hasBegun(thing) && facts.hasNotEnded(thing))
        .toArray();
  }
}
