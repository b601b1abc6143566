package io.controlgraph.trace.index;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.apache.jena.graph.Node;

/** The rows that change, by property: those of subjects, and those of objects. */
final class Changes {
  private static final int[] EMPTY = {};

  private final Map<Node, Map<Integer, int[]>> forward = new HashMap<>();
  private final Map<Node, Map<Integer, int[]>> backward = new HashMap<>();

  /** Takes a statement that goes, by its numbers. */
  @FunctionalInterface
  interface Taker {
    void take(int subject, int object);
  }

  /** Whether a statement is there, as far as things have changed. */
  boolean has(Node property, Links before, int subject, int object) {
    return Arrays.binarySearch(row(forward, property, before.forward(), subject), object) >= 0;
  }

  /** Puts a statement there that is not. */
  void add(Node property, Links before, int subject, int object) {
    put(
        forward,
        property,
        subject,
        with(row(forward, property, before.forward(), subject), object));
    put(
        backward,
        property,
        object,
        with(row(backward, property, before.backward(), object), subject));
  }

  /** Takes a statement away, if it is there. */
  void remove(Node property, Links before, int subject, int object) {
    take(forward, property, before.forward(), subject, object);
    take(backward, property, before.backward(), object, subject);
  }

  /** Takes all statements of a property away that have a subject. */
  void removeFrom(Node property, Links before, int subject, Taker gone) {
    if (before.forward().length(subject) > 0) {
      for (int object : row(forward, property, before.forward(), subject)) {
        take(backward, property, before.backward(), object, subject);
        gone.take(subject, object);
      }
      put(forward, property, subject, EMPTY);
    }
  }

  /** Takes all statements of a property away that have an object. */
  void removeTo(Node property, Links before, int object, Taker gone) {
    if (before.backward().length(object) > 0) {
      for (int subject : row(backward, property, before.backward(), object)) {
        take(forward, property, before.forward(), subject, object);
        gone.take(subject, object);
      }
      put(backward, property, object, EMPTY);
    }
  }

  /** What there was, with what has changed. */
  Map<Node, Links> applied(Map<Node, Links> before) {
    Map<Node, Links> all = new HashMap<>(before);
    forward.forEach(
        (property, rows) -> {
          Links old = before.getOrDefault(property, Links.NONE);
          all.put(
              property,
              new Links(
                  old.forward().with(rows),
                  old.backward().with(backward.getOrDefault(property, Map.of()))));
        });
    return all;
  }

  private static int[] row(
      Map<Node, Map<Integer, int[]>> changed, Node property, Rows before, int node) {
    Map<Integer, int[]> own = changed.get(property);
    int[] row = own == null ? null : own.get(node);
    return row == null ? before.of(node) : row;
  }

  private static void put(
      Map<Node, Map<Integer, int[]>> changed, Node property, int node, int[] row) {
    changed.computeIfAbsent(property, any -> new HashMap<>()).put(node, row);
  }

  private static void take(
      Map<Node, Map<Integer, int[]>> changed, Node property, Rows before, int node, int number) {
    int[] row = row(changed, property, before, node);
    int place = Arrays.binarySearch(row, number);
    if (place >= 0) {
      int[] shorter = Arrays.copyOf(row, row.length - 1);
      System.arraycopy(row, place + 1, shorter, place, shorter.length - place);
      put(changed, property, node, shorter);
    }
  }

  private static int[] with(int[] row, int number) {
    int place = -1 - Arrays.binarySearch(row, number);
    int[] longer = Arrays.copyOf(row, row.length + 1);
    System.arraycopy(row, place, longer, place + 1, row.length - place);
    longer[place] = number;
    return longer;
  }
}
