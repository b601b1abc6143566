package io.controlgraph.trace.index;

import io.controlgraph.trace.index.TraceIndex.Repeated;
import java.util.Arrays;
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
  private static final int[] EMPTY = {};

  private final TraceIndex before;
  private final Map<Node, Map<Integer, int[]>> forward = new HashMap<>();
  private final Map<Node, Map<Integer, int[]>> backward = new HashMap<>();
  private final Map<Node, Map<Integer, int[]>> values = new HashMap<>();
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
    for (Node property : before.properties()) {
      Links links = before.links(property);
      if (links.forward().length(node) > 0) {
        for (int object : row(forward, property, links.forward(), node)) {
          take(backward, property, links.backward(), object, node);
          note(property, false, node, object);
        }
        put(forward, property, node, EMPTY);
      }
      if (links.backward().length(node) > 0) {
        for (int subject : row(backward, property, links.backward(), node)) {
          take(forward, property, links.forward(), subject, node);
          note(property, false, subject, node);
        }
        put(backward, property, node, EMPTY);
      }
    }
    for (Map.Entry<Node, Rows> each : before.allLiterals().entrySet()) {
      if (each.getValue().length(node) > 0) {
        for (int literal : each.getValue().of(node)) {
          note(each.getKey(), true, node, literal);
        }
        put(values, each.getKey(), node, EMPTY);
      }
    }
  }

  private void statement(Triple triple) {
    Node property = triple.getPredicate();
    int subject = before.number(triple.getSubject());
    if (subject < 0) {
      return;
    }
    if (triple.getObject().isURI()) {
      int object = before.number(triple.getObject());
      if (object >= 0) {
        Links links = before.links(property);
        take(forward, property, links.forward(), subject, object);
        take(backward, property, links.backward(), object, subject);
        note(property, false, subject, object);
      }
    } else if (triple.getObject().isLiteral()) {
      int literal = before.words().number(Literals.text(triple.getObject()));
      if (literal >= 0) {
        take(values, property, before.literals(property), subject, literal);
        note(property, true, subject, literal);
      }
    }
  }

  private void note(Node property, boolean isLiteral, int subject, int object) {
    if (!before.repeated().isEmpty()) {
      Repeated statement = new Repeated(property, isLiteral, subject, object);
      if (before.repeated().containsKey(statement)) {
        gone.add(statement);
      }
    }
  }

  private static int[] row(
      Map<Node, Map<Integer, int[]>> changed, Node property, Rows rows, int node) {
    Map<Integer, int[]> own = changed.get(property);
    int[] row = own == null ? null : own.get(node);
    return row == null ? rows.of(node) : row;
  }

  private static void put(
      Map<Node, Map<Integer, int[]>> changed, Node property, int node, int[] row) {
    changed.computeIfAbsent(property, any -> new HashMap<>()).put(node, row);
  }

  private static void take(
      Map<Node, Map<Integer, int[]>> changed, Node property, Rows rows, int node, int number) {
    int[] row = row(changed, property, rows, node);
    int place = Arrays.binarySearch(row, number);
    if (place >= 0) {
      int[] shorter = Arrays.copyOf(row, row.length - 1);
      System.arraycopy(row, place + 1, shorter, place, shorter.length - place);
      put(changed, property, node, shorter);
    }
  }

  private TraceIndex build() {
    Map<Node, Links> links = new HashMap<>(before.allLinks());
    forward.forEach(
        (property, rows) -> {
          Links old = before.links(property);
          links.put(
              property,
              new Links(
                  old.forward().with(rows),
                  old.backward().with(backward.getOrDefault(property, Map.of()))));
        });
    Map<Node, Rows> literals = new HashMap<>(before.allLiterals());
    values.forEach(
        (property, rows) -> literals.put(property, before.literals(property).with(rows)));
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
        links,
        literals,
        repeated);
  }
}
