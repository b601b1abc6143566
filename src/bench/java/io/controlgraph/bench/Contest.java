package io.controlgraph.bench;

import java.util.List;

/**
 * The same question to two servers. Each run asks the next of several, the first again after the
 * last; what is asked of them in a run is asked one after the other.
 *
 * @param name what it is called in the report
 * @param ours each what is asked of us in a run
 * @param theirs each what is asked of Fuseki in a run
 */
record Contest(String name, List<List<Ask>> ours, List<List<Ask>> theirs) {
  Contest {
    ours = List.copyOf(ours);
    theirs = List.copyOf(theirs);
  }

  /** One question, always the same. */
  static Contest of(String name, Ask ours, Ask theirs) {
    return new Contest(name, List.of(List.of(ours)), List.of(List.of(theirs)));
  }

  /** A question about one thing after the other. */
  static Contest each(String name, List<Ask> ours, List<Ask> theirs) {
    return new Contest(
        name, ours.stream().map(List::of).toList(), theirs.stream().map(List::of).toList());
  }
}
