package io.controlgraph.trace.lanes;

import io.controlgraph.graph.Deadline;
import io.controlgraph.trace.index.Links;
import io.controlgraph.trace.index.TraceIndex;
import io.controlgraph.trace.paths.Edge;
import io.controlgraph.trace.paths.Readings;
import io.controlgraph.vocab.Cg;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.RDF;

/** Follows the rules of a kind from one thing. For one thread. */
final class Walk {
  private final TraceIndex index;
  private final Readings readings;
  private final int thing;
  private final Deadline deadline;
  private final Links types;
  private final Map<String, Set<Integer>> lanes = new LinkedHashMap<>();
  private final Map<String, Side> sides = new LinkedHashMap<>();
  private final Set<Step> steps = new LinkedHashSet<>();

  Walk(TraceIndex index, Readings readings, int thing, Deadline deadline) {
    this.index = index;
    this.readings = readings;
    this.thing = thing;
    this.deadline = deadline;
    this.types = index.links(RDF.type.asNode());
  }

  Trace trace(Kind kind) {
    for (Rule rule : Lanes.of(kind)) {
      follow(rule);
    }
    List<Lane> found = new ArrayList<>();
    for (Side side : Side.values()) {
      lanes.forEach(
          (name, nodes) -> {
            if (sides.get(name) == side) {
              found.add(lane(name, side, nodes));
            }
          });
    }
    return new Trace(index.node(thing), kind, found, steps.stream().map(this::edge).toList());
  }

  private Lane lane(String name, Side side, Set<Integer> numbers) {
    List<Node> nodes =
        numbers.stream().map(index::node).sorted(Comparator.comparing(Node::getURI)).toList();
    return new Lane(name, side, nodes);
  }

  private void follow(Rule rule) {
    sides.putIfAbsent(rule.lane(), rule.side());
    Set<Integer> lane = lanes.computeIfAbsent(rule.lane(), any -> new LinkedHashSet<>());
    List<Integer> due = new ArrayList<>(lane(rule.from()));
    for (int i = 0; i < due.size(); i++) {
      for (int next : next(rule, due.get(i))) {
        if (lane.add(next) && rule.isFar()) {
          due.add(next);
        }
      }
    }
  }

  private Set<Integer> lane(String name) {
    return name.isEmpty() ? Set.of(thing) : lanes.getOrDefault(name, Set.of());
  }

  /** What a rule leads to from a node, and notes the statements that do. */
  private List<Integer> next(Rule rule, int node) {
    deadline.check();
    List<Integer> found = new ArrayList<>();
    for (Node property : rule.properties()) {
      Links links = index.links(property);
      for (int next : rule.isBackwards() ? links.to(node) : links.from(node)) {
        if (isOf(rule.classes(), next) && isAtBoth(rule, next)) {
          steps.add(new Step(node, property, next, rule.isBackwards()));
          if (next != thing) {
            found.add(next);
          }
        }
      }
    }
    return found;
  }

  private boolean isOf(Set<Node> classes, int node) {
    return classes.isEmpty()
        || classes.stream()
            .mapToInt(index::number)
            .anyMatch(type -> type >= 0 && types.has(node, type));
  }

  private boolean isAtBoth(Rule rule, int node) {
    if (rule.both().isEmpty()) {
      return true;
    }
    boolean isThere = false;
    for (int target : index.links(Cg.TARGET_PROPERTY).from(node)) {
      if (lane(rule.both()).contains(target)) {
        steps.add(new Step(target, Cg.TARGET_PROPERTY, node, true));
        isThere = true;
      }
    }
    return isThere;
  }

  private Edge edge(Step step) {
    return new Edge(
        index.node(step.isBackwards ? step.to : step.from),
        step.property,
        index.node(step.isBackwards ? step.from : step.to),
        step.isBackwards,
        readings.of(step.property, step.isBackwards));
  }

  private record Step(int from, Node property, int to, boolean isBackwards) {}
}
