package io.controlgraph.graph;

import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.RowSet;

/** Terms and quads of a test, by short names. */
public final class Quads {
  public static final String NS = "http://example.org/";

  private Quads() {}

  public static Node iri(String name) {
    return NodeFactory.createURI(NS + name);
  }

  /** A quad of four names; an object in quotes is a string. */
  public static Quad quad(String graph, String subject, String predicate, String object) {
    Node value =
        object.startsWith("\"")
            ? NodeFactory.createLiteralString(object.substring(1, object.length() - 1))
            : iri(object);
    return Quad.create(iri(graph), iri(subject), iri(predicate), value);
  }

  /** All quads of a store. */
  public static Set<Quad> all(GraphStore store) {
    return read(
        store,
        view -> {
          try (Stream<Quad> quads = view.quads(Node.ANY, Node.ANY, Node.ANY, Node.ANY)) {
            return quads.collect(Collectors.toSet());
          }
        });
  }

  /** The rows of a query, each as its values in order, without the namespace. */
  public static Set<String> rows(View view, String sparql) {
    Set<String> rows = new TreeSet<>();
    RowSet found = view.select(sparql);
    try {
      while (found.hasNext()) {
        Binding row = found.next();
        rows.add(
            found.getResultVars().stream()
                .map(row::get)
                .map(node -> node == null ? "-" : node.toString().replace(NS, ""))
                .collect(Collectors.joining(" ")));
      }
    } finally {
      found.close();
    }
    return rows;
  }

  public static boolean ask(GraphStore store, String sparql) {
    return Quads.<Boolean>read(store, view -> view.ask(sparql));
  }

  public static Set<String> rows(GraphStore store, String sparql) {
    return read(store, view -> rows(view, sparql));
  }

  public static <T> T read(GraphStore store, GraphStore.ReadWork<T, RuntimeException> work) {
    return store.read(Scope.ALL, Deadline.after(Duration.ofMinutes(1)), work);
  }

  /** Adds quads in one revision. */
  public static Revision add(GraphStore store, Quad... quads) {
    WriteOutcome outcome =
        store.write(
            "tester",
            "add",
            transaction -> {
              for (Quad quad : quads) {
                transaction.add(quad);
              }
            });
    if (outcome instanceof WriteOutcome.Committed committed) {
      return committed.revision();
    }
    throw new AssertionError("Not committed: " + outcome);
  }
}
