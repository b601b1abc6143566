package io.controlgraph.trace.why;

import io.controlgraph.trace.coverage.Facts;
import io.controlgraph.trace.index.Links;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a thing is part of, runs in or belongs to, over any number of steps. */
final class Above {
  private final Facts facts;
  private final List<String> properties;

  /**
   * @param properties the steps to go
   */
  Above(Facts facts, String... properties) {
    this.facts = facts;
    this.properties = List.of(properties);
  }

  /** A step from a thing to what is above it; the thing itself comes from nowhere. */
  private record Step(int from, String property) {}

  /** What is above a thing, itself included and first, with the shortest way to each. */
  Found of(int thing) {
    Map<Integer, Step> steps = new LinkedHashMap<>();
    Deque<Integer> left = new ArrayDeque<>();
    steps.put(thing, new Step(thing, ""));
    left.add(thing);
    for (Integer next = left.poll(); next != null; next = left.poll()) {
      for (String property : properties) {
        Links links = facts.links(property);
        for (int larger : links.from(next)) {
          if (steps.putIfAbsent(larger, new Step(next, property)) == null) {
            left.add(larger);
          }
        }
      }
    }
    return new Found(steps);
  }

  /** What is above a thing. */
  final class Found {
    private final Map<Integer, Step> steps;

    private Found(Map<Integer, Step> steps) {
      this.steps = steps;
    }

    Set<Integer> things() {
      return steps.keySet();
    }

    /** The statements that lead from the thing to one above it. */
    Chain chain(int larger) {
      Chain chain = new Chain(facts);
      int at = larger;
      for (Step step = steps.get(at); step != null && step.from() != at; step = steps.get(at)) {
        chain.link(step.from(), step.property(), at);
        at = step.from();
      }
      return chain;
    }
  }
}
