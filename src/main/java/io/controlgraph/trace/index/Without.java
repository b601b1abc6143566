package io.controlgraph.trace.index;

import io.controlgraph.trace.index.TraceIndex.Repeated;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/**
 * Makes an index without some nodes or statements, for asking what would be if they were not there.
 * What is left lies where it lay: only rows that lose something are written anew. Numbers stay.
 */
public final class Without {
  private final TraceIndex before;
  private final Changes links = new Changes();
  private final Changes values = new Changes();
  private final Set<Repeated> gone = new HashSet<>();

  private Without(TraceIndex before) {
    this.before = before;
  }

  /**
   * The index without them. A statement goes from all graphs that have it, and a node with all
   * statements that have it as subject or object. What is not there is passed over.
   *
   * @param nodes numbers of nodes
   */
  public static TraceIndex of(
      TraceIndex before, Collection<Integer> nodes, Collection<Triple> statements) {
    Without without = new Without(before);
    nodes.forEach(without::node);
    statements.forEach(without::statement);
    return without.build();
  }

  private void node(int node) {
    before
        .allLinks()
        .forEach(
            (property, old) -> {
              removeFrom(property, false, node, old);
              for (int subject : old.to(node)) {
                remove(property, false, subject, node);
              }
            });
    before.allLiterals().forEach((property, old) -> removeFrom(property, true, node, old));
  }

  private void removeFrom(Node property, boolean isLiteral, int subject, Links old) {
    for (int object : old.from(subject)) {
      remove(property, isLiteral, subject, object);
    }
  }

  private void statement(Triple triple) {
    Node property = triple.getPredicate();
    int subject = before.number(triple.getSubject());
    boolean isLiteral = triple.getObject().isLiteral();
    int object =
        isLiteral
            ? before.words().number(Literals.text(triple.getObject()))
            : before.number(triple.getObject());
    if (subject >= 0 && object >= 0) {
      remove(property, isLiteral, subject, object);
    }
  }

  private void remove(Node property, boolean isLiteral, int subject, int object) {
    (isLiteral ? values : links).remove(property, subject, object);
    if (!before.repeated().isEmpty()) {
      Repeated statement = new Repeated(property, isLiteral, subject, object);
      if (before.repeated().containsKey(statement)) {
        gone.add(statement);
      }
    }
  }

  private TraceIndex build() {
    Map<Repeated, Integer> repeated = before.repeated();
    if (!gone.isEmpty()) {
      Map<Repeated, Integer> fewer = new HashMap<>(repeated);
      fewer.keySet().removeAll(gone);
      repeated = Map.copyOf(fewer);
    }
    return new TraceIndex(
        before.revision(),
        before.names(),
        before.words(),
        before.worth(),
        links.applied(before.allLinks()),
        values.applied(before.allLiterals()),
        repeated);
  }
}
