package io.controlgraph.trace.whatif;

import io.controlgraph.trace.coverage.Carried;
import io.controlgraph.trace.index.TraceIndex;
import io.controlgraph.trace.paths.Edge;
import io.controlgraph.trace.paths.Readings;
import io.controlgraph.trace.whatif.Impact.Dependent;
import io.controlgraph.trace.whatif.Impact.Part;
import io.controlgraph.vocab.Cg;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;

/**
 * The statements of the graph through which things depend on a thing, and through which its
 * targets, risks and incidents rest on a control, each once. What is in between is among them, in
 * use or not.
 */
public final class ImpactStatements {
  private static final List<Node> PARTS = List.of(Cg.PART_OF, Cg.RUNS_IN);
  private static final Node PROVIDER = Cg.term("provider");
  private static final Node CONSUMER = Cg.term("consumer");

  private final TraceIndex index;
  private final Impact impact;
  private final Readings readings;
  private final int node;
  private final Map<Triple, Edge> edges = new LinkedHashMap<>();

  private ImpactStatements(TraceIndex index, Impact impact, Readings readings, int node) {
    this.index = index;
    this.impact = impact;
    this.readings = readings;
    this.node = node;
  }

  /**
   * The statements, as they are walked from the thing.
   *
   * @param node the number of the thing
   */
  public static List<Edge> of(TraceIndex index, Impact impact, Readings readings, int node) {
    ImpactStatements statements = new ImpactStatements(index, impact, readings, node);
    statements.dependents();
    statements.resting();
    return statements.edges.values().stream()
        .sorted(
            Comparator.comparing((Edge edge) -> edge.subject().getURI())
                .thenComparing(edge -> edge.property().getURI())
                .thenComparing(edge -> edge.object().getURI()))
        .toList();
  }

  private void dependents() {
    BitSet reached = impact.reached(node);
    reached.set(node);
    BitSet from = new BitSet();
    impact.dependents(node).stream().mapToInt(Dependent::thing).forEach(from::set);
    walk(from, reached, node, Impact.DEPENDENCIES);
  }

  /** Takes all statements over which some things lead to another. */
  private void walk(BitSet from, BitSet within, int to, List<Node> properties) {
    BitSet seen = (BitSet) from.clone();
    Deque<Integer> left = new ArrayDeque<>();
    from.stream().forEach(left::add);
    for (Integer next = left.poll(); next != null; next = left.poll()) {
      if (next == to) {
        continue;
      }
      for (Node property : properties) {
        for (int each : index.links(property).from(next)) {
          if (each != next && within.get(each)) {
            back(next, property, each);
            if (!seen.get(each)) {
              seen.set(each);
              left.add(each);
            }
          }
        }
      }
    }
  }

  private void resting() {
    Set<Rests> rests =
        impact.restingOn(node).stream()
            .map(each -> new Rests(each.part(), each.thing()))
            .collect(Collectors.toSet());
    for (int each : index.links(Cg.REQUIREMENT_PROPERTY).to(node)) {
      if (rests.contains(new Rests(Part.IMPLEMENTATION, each))) {
        back(each, Cg.REQUIREMENT_PROPERTY, node);
      }
      if (index.links(RDF.type.asNode()).has(each, index.number(Cg.TREATMENT))) {
        entry(each, Cg.term("risk"), Part.RISK, rests);
      }
      if (impact.isFinding(each)) {
        entry(each, Cg.term("incident"), Part.INCIDENT, rests);
      }
    }
    targets();
  }

  private record Rests(Part part, int thing) {}

  private void entry(int entry, Node property, Part part, Set<Rests> rests) {
    for (int concerned : index.links(property).from(entry)) {
      if (rests.contains(new Rests(part, concerned))) {
        back(entry, Cg.REQUIREMENT_PROPERTY, node);
        forth(entry, property, concerned);
      }
    }
  }

  /** How implementations reach their targets: where they stand, and what is part of that. */
  private void targets() {
    Map<Integer, BitSet> servedFrom = new TreeMap<>();
    impact.served(
        node,
        (implementation, served, place, through) -> {
          if (through == Carried.NOT_SHARED) {
            forth(implementation, Cg.TARGET_PROPERTY, place);
          } else {
            shared(implementation, place, through);
          }
          back(implementation, Cg.REQUIREMENT_PROPERTY, node);
          servedFrom.computeIfAbsent(place, any -> new BitSet()).set(served);
        });
    servedFrom.forEach((place, served) -> walk(served, within(place), place, PARTS));
  }

  private void shared(int implementation, int place, int through) {
    back(through, Cg.REQUIREMENT_PROPERTY, node);
    for (int service : index.links(PROVIDER).from(through)) {
      if (index.links(Cg.TARGET_PROPERTY).has(implementation, service)) {
        forth(through, PROVIDER, service);
        back(implementation, Cg.TARGET_PROPERTY, service);
      }
    }
    forth(through, CONSUMER, place);
  }

  /** A place, and all that is part of it or runs in it. */
  private BitSet within(int place) {
    BitSet found = new BitSet();
    found.set(place);
    Deque<Integer> left = new ArrayDeque<>(List.of(place));
    for (Integer next = left.poll(); next != null; next = left.poll()) {
      for (Node property : PARTS) {
        for (int each : index.links(property).to(next)) {
          if (!found.get(each)) {
            found.set(each);
            left.add(each);
          }
        }
      }
    }
    return found;
  }

  private void forth(int subject, Node property, int object) {
    take(subject, property, object, false);
  }

  /** A statement that is walked from its object. */
  private void back(int subject, Node property, int object) {
    take(subject, property, object, true);
  }

  private void take(int subject, Node property, int object, boolean isBackwards) {
    edges.computeIfAbsent(
        Triple.create(index.node(subject), property, index.node(object)),
        statement ->
            new Edge(
                statement.getSubject(),
                property,
                statement.getObject(),
                isBackwards,
                readings.of(property, isBackwards)));
  }
}
