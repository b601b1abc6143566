package io.controlgraph.query;

import io.controlgraph.trace.paths.Direction;
import io.controlgraph.trace.paths.PathRequest;
import io.controlgraph.vocab.Cg;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Quad;

/** All simple paths of a request, tried one by one, and weighed as the answer's words say. */
final class AllPaths {
  /** Properties of {@link OddGraph} that connect everything with everything. */
  private static final Set<String> NOT_WALKED =
      Set.of(
          "type",
          "inOrganisation",
          "framework",
          "effect",
          "targetKind",
          "status",
          "split",
          "evidenceType",
          "result",
          "finding",
          "grade",
          "role",
          "mappingPredicate");

  private final PathRequest request;
  private final Map<Node, List<Step>> steps = new HashMap<>();
  private final Map<List<Object>, Integer> links = new HashMap<>();
  private final List<Found> found = new ArrayList<>();

  AllPaths(List<Quad> quads, PathRequest request) {
    this.request = request;
    Set<Triple> triples =
        quads.stream()
            .map(Quad::asTriple)
            .filter(triple -> isOpen(triple.getPredicate()) && triple.getObject().isURI())
            .collect(Collectors.toSet());
    Set<Node> denied =
        quads.stream()
            .filter(
                quad ->
                    quad.getPredicate().getLocalName().equals("mappingNegated")
                        || quad.getObject().toString().endsWith("NoTermFound"))
            .map(Quad::getSubject)
            .collect(Collectors.toSet());
    for (Triple triple : triples) {
      String property = triple.getPredicate().getLocalName();
      boolean isMapping = isMapping(property);
      links.merge(List.of("out", property, triple.getSubject()), 1, Integer::sum);
      links.merge(
          List.of("in", isMapping ? "mapping" : property, triple.getObject()), 1, Integer::sum);
    }
    for (Triple triple : triples) {
      if (!isMapping(triple.getPredicate().getLocalName())
          || !denied.contains(triple.getSubject())) {
        add(triple);
      }
    }
  }

  private boolean isOpen(Node property) {
    return request.properties().isEmpty()
        ? property.getURI().startsWith(Cg.NS) && !NOT_WALKED.contains(property.getLocalName())
        : request.properties().contains(property);
  }

  private void add(Triple triple) {
    boolean isTurned = triple.getPredicate().getLocalName().equals("mappingSubject");
    boolean isAhead = request.direction() != Direction.AGAINST;
    boolean isBack = request.direction() != Direction.AS_STATED;
    if (isTurned ? isBack : isAhead) {
      steps
          .computeIfAbsent(triple.getSubject(), any -> new ArrayList<>())
          .add(new Step(triple, false));
    }
    if (isTurned ? isAhead : isBack) {
      steps
          .computeIfAbsent(triple.getObject(), any -> new ArrayList<>())
          .add(new Step(triple, true));
    }
  }

  private static boolean isMapping(String property) {
    return property.equals("mappingSubject") || property.equals("mappingObject");
  }

  /** The best of them, in order, as many as are asked for. */
  List<String> best() {
    walk(request.from(), new ArrayList<>(), new HashSet<>(Set.of(request.from())), 0, 0);
    return found.stream()
        .sorted(
            Comparator.comparingInt(Found::cost)
                .thenComparingInt(Found::halves)
                .thenComparing(Found::key))
        .limit(request.count())
        .map(Found::text)
        .toList();
  }

  private void walk(Node at, List<Step> path, Set<Node> passed, int cost, int halves) {
    if (at.equals(request.to())) {
      found.add(new Found(List.copyOf(path), cost, halves));
      return;
    }
    for (Step step : steps.getOrDefault(at, List.of())) {
      int longer = halves + step.halves();
      if (longer <= 2 * request.maxHops() && passed.add(step.to())) {
        path.add(step);
        walk(step.to(), path, passed, cost + cost(step), longer);
        path.remove(path.size() - 1);
        passed.remove(step.to());
      }
    }
  }

  private int cost(Step step) {
    String property = step.property();
    int out = links.getOrDefault(List.of("out", property, step.triple.getSubject()), 0);
    String into = isMapping(property) ? "mapping" : property;
    int in = links.getOrDefault(List.of("in", into, step.triple.getObject()), 0);
    int cost = 1_000 + (int) Math.round(1_000 * Math.log(Math.max(out, in)) / Math.log(2));
    return isMapping(property) ? cost / 2 : cost;
  }

  private record Step(Triple triple, boolean isBackwards) {
    String property() {
      return triple.getPredicate().getLocalName();
    }

    Node to() {
      return isBackwards ? triple.getSubject() : triple.getObject();
    }

    int halves() {
      return isMapping(property()) ? 1 : 2;
    }
  }

  private record Found(List<Step> steps, int cost, int halves) {
    /** Compares as the IRIs of the nodes in turn do, each with its property and direction. */
    String key() {
      return steps.stream()
          .map(step -> step.to().getURI() + "\0" + step.property() + "\0" + step.isBackwards())
          .collect(Collectors.joining("\0"));
    }

    String text() {
      return String.format(Locale.ROOT, "%.3f in %d:", cost / 1_000.0, (halves + 1) / 2)
          + steps.stream()
              .map(
                  step ->
                      (step.isBackwards() ? " <" : " >")
                          + step.property()
                          + " "
                          + step.to().getURI())
              .collect(Collectors.joining());
    }
  }
}
