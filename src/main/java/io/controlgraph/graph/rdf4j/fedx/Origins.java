package io.controlgraph.graph.rdf4j.fedx;

import io.controlgraph.graph.GraphFailure;
import io.controlgraph.graph.rdf4j.Sparql;
import io.controlgraph.graph.rdf4j.Terms;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.util.NodeCmp;
import org.eclipse.rdf4j.common.iteration.CloseableIteration;
import org.eclipse.rdf4j.query.BindingSet;

/** Which members state something about what, asked once a read. For one thread. */
final class Origins {
  /** So many IRIs make a query of some 50 kB, which servers take. */
  private static final int ASKED_AT_ONCE = 500;

  private final List<Member> members;
  private final Reading reading;
  private final Map<Node, Set<String>> known = new HashMap<>();

  Origins(List<Member> members, Reading reading) {
    this.members = members;
    this.reading = reading;
  }

  /** The members of each of these IRIs that some member knows. */
  Map<Node, Set<String>> of(Collection<Node> nodes) {
    List<Node> unknown =
        nodes.stream().filter(node -> node.isURI() && !known.containsKey(node)).distinct().toList();
    unknown.forEach(node -> known.put(node, new TreeSet<>()));
    for (int from = 0; from < unknown.size(); from += ASKED_AT_ONCE) {
      List<Node> some = unknown.subList(from, Math.min(unknown.size(), from + ASKED_AT_ONCE));
      members.forEach(member -> ask(member, some));
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
    for (Member member : members) {
      rows(
          member,
          "SELECT DISTINCT ?graph WHERE { GRAPH ?graph { ?s ?p ?o } }",
          row -> graphs.add(Terms.node(row.getValue("graph"))));
    }
    return graphs;
  }

  private void ask(Member member, List<Node> nodes) {
    rows(
        member,
        "SELECT DISTINCT ?node WHERE { VALUES ?node { %s } ?node ?p ?o }"
            .formatted(nodes.stream().map(Sparql::of).collect(Collectors.joining(" "))),
        row -> {
          Set<String> names = known.get(Terms.node(row.getValue("node")));
          if (names != null) {
            names.add(member.name());
          }
        });
  }

  private void rows(Member member, String query, Consumer<BindingSet> sink) {
    if (reading.lacks(member.name())) {
      return;
    }
    try (CloseableIteration<BindingSet> rows = member.rows(query, reading.requests())) {
      while (rows.hasNext()) {
        reading.step();
        sink.accept(rows.next());
      }
    } catch (GraphFailure e) {
      reading.failed(member, e);
    }
  }
}
