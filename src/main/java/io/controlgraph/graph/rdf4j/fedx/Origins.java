package io.controlgraph.graph.rdf4j.fedx;

import io.controlgraph.graph.rdf4j.Sparql;
import io.controlgraph.graph.rdf4j.Terms;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.util.NodeCmp;
import org.eclipse.rdf4j.model.Value;
import org.eclipse.rdf4j.query.BindingSet;

/** Which members state something about what, asked once a read. For one thread. */
final class Origins {
  /** So many IRIs make a query of some 50 kB, which servers take. */
  private static final int ASKED_AT_ONCE = 500;

  private final Everyone everyone;
  private final Map<Node, Set<String>> known = new HashMap<>();

  Origins(Everyone everyone) {
    this.everyone = everyone;
  }

  /** The members of each of these IRIs that some member knows. */
  Map<Node, Set<String>> of(Collection<Node> nodes) {
    List<Node> unknown =
        nodes.stream().filter(node -> node.isURI() && !known.containsKey(node)).distinct().toList();
    unknown.forEach(node -> known.put(node, new TreeSet<>()));
    for (int from = 0; from < unknown.size(); from += ASKED_AT_ONCE) {
      List<Node> some = unknown.subList(from, Math.min(unknown.size(), from + ASKED_AT_ONCE));
      ask(some);
    }
    Map<Node, Set<String>> found = new HashMap<>();
    for (Node node : nodes) {
      Set<String> names = known.getOrDefault(node, Set.of());
      if (!names.isEmpty()) {
        found.put(node, Set.copyOf(names));
      }
    }
    return found;
  }

  /** The names of all graphs of all members. */
  Set<Node> graphs() {
    Set<Node> graphs = new TreeSet<>(NodeCmp::compareRDFTerms);
    everyone
        .askAll(
            "SELECT DISTINCT ?graph WHERE { GRAPH ?graph { ?s ?p ?o } }", row -> node(row, "graph"))
        .values()
        .forEach(graphs::addAll);
    return graphs;
  }

  private void ask(List<Node> nodes) {
    everyone
        .askAll(
            "SELECT DISTINCT ?node WHERE { VALUES ?node { %s } ?node ?p ?o }"
                .formatted(nodes.stream().map(Sparql::of).collect(Collectors.joining(" "))),
            row -> node(row, "node"))
        .forEach(
            (member, found) -> {
              for (Node node : found) {
                Set<String> names = known.get(node);
                if (names != null) {
                  names.add(member);
                }
              }
            });
  }

  private static Node node(BindingSet row, String variable) {
    Value value = row.getValue(variable);
    if (value == null) {
      throw new IllegalArgumentException("a row without ?" + variable);
    }
    return Terms.node(value);
  }
}
