package io.controlgraph.trace.index;

import io.controlgraph.trace.index.TraceIndex.Repeated;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;

/** Makes the index of the next revision from that of the one before and what a commit changed. */
public final class NextIndex {
  private final TraceIndex before;
  private final Words names;
  private final Words literals;
  private final Map<Repeated, Integer> repeated;
  private final Map<Node, Map<Integer, int[]>> forward = new HashMap<>();
  private final Map<Node, Map<Integer, int[]>> backward = new HashMap<>();
  private final Map<Node, Map<Integer, int[]>> values = new HashMap<>();

  private NextIndex(TraceIndex before, Collection<Quad> added) {
    this.before = before;
    List<String> newNames = new ArrayList<>();
    List<String> newLiterals = new ArrayList<>();
    for (Quad quad : added) {
      if (Kept.isLink(quad)) {
        newNames.add(quad.getSubject().getURI());
        newNames.add(quad.getObject().getURI());
      } else if (Kept.isLiteral(quad)) {
        newNames.add(quad.getSubject().getURI());
        newLiterals.add(Literals.text(quad.getObject()));
      }
    }
    this.names = before.names().with(newNames);
    this.literals = before.words().with(newLiterals);
    this.repeated = new HashMap<>(before.repeated());
  }

  /**
   * The next index.
   *
   * @param added quads that were not there before
   * @param deleted quads that were
   */
  public static TraceIndex after(
      TraceIndex before, long revision, Collection<Quad> added, Collection<Quad> deleted) {
    NextIndex next = new NextIndex(before, added);
    deleted.forEach(quad -> next.change(quad, false));
    added.forEach(quad -> next.change(quad, true));
    return next.build(revision);
  }

  private void change(Quad quad, boolean isAdded) {
    if (Kept.isLink(quad)) {
      int subject = names.number(quad.getSubject().getURI());
      int object = names.number(quad.getObject().getURI());
      Links links = before.links(quad.getPredicate());
      if (isFirstOrLast(quad, false, subject, object, links.forward(), forward, isAdded)) {
        change(forward, quad.getPredicate(), links.forward(), subject, object, isAdded);
        change(backward, quad.getPredicate(), links.backward(), object, subject, isAdded);
      }
    } else if (Kept.isLiteral(quad)) {
      int subject = names.number(quad.getSubject().getURI());
      int literal = literals.number(Literals.text(quad.getObject()));
      Rows rows = before.literals(quad.getPredicate());
      if (isFirstOrLast(quad, true, subject, literal, rows, values, isAdded)) {
        change(values, quad.getPredicate(), rows, subject, literal, isAdded);
      }
    }
  }

  /** Counts the graphs in which a statement stands; whether it comes with this one, or goes. */
  private boolean isFirstOrLast(
      Quad quad,
      boolean isLiteral,
      int subject,
      int object,
      Rows rows,
      Map<Node, Map<Integer, int[]>> changed,
      boolean isAdded) {
    Repeated statement = new Repeated(quad.getPredicate(), isLiteral, subject, object);
    int more = repeated.getOrDefault(statement, 0);
    if (isAdded) {
      int[] row = row(changed, quad.getPredicate(), rows, subject);
      if (Arrays.binarySearch(row, object) < 0) {
        return true;
      }
      repeated.put(statement, more + 1);
      return false;
    }
    if (more == 0) {
      return true;
    }
    if (more == 1) {
      repeated.remove(statement);
    } else {
      repeated.put(statement, more - 1);
    }
    return false;
  }

  private static int[] row(
      Map<Node, Map<Integer, int[]>> changed, Node property, Rows rows, int node) {
    Map<Integer, int[]> own = changed.get(property);
    int[] row = own == null ? null : own.get(node);
    return row == null ? rows.of(node) : row;
  }

  private static void change(
      Map<Node, Map<Integer, int[]>> changed,
      Node property,
      Rows rows,
      int node,
      int number,
      boolean isAdded) {
    int[] row = row(changed, property, rows, node);
    changed
        .computeIfAbsent(property, any -> new HashMap<>())
        .put(node, isAdded ? with(row, number) : without(row, number));
  }

  private static int[] with(int[] row, int number) {
    int place = -1 - Arrays.binarySearch(row, number);
    int[] longer = Arrays.copyOf(row, row.length + 1);
    System.arraycopy(row, place, longer, place + 1, row.length - place);
    longer[place] = number;
    return longer;
  }

  private static int[] without(int[] row, int number) {
    int place = Arrays.binarySearch(row, number);
    if (place < 0) {
      return row;
    }
    int[] shorter = Arrays.copyOf(row, row.length - 1);
    System.arraycopy(row, place + 1, shorter, place, shorter.length - place);
    return shorter;
  }

  private TraceIndex build(long revision) {
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
    Map<Node, Rows> all = new HashMap<>(before.allLiterals());
    values.forEach((property, rows) -> all.put(property, before.literals(property).with(rows)));
    int[] worth = before.worth();
    if (literals.size() > worth.length) {
      int known = worth.length;
      worth = Arrays.copyOf(worth, literals.size());
      for (int number = known; number < worth.length; number++) {
        worth[number] = Literals.value(literals.text(number));
      }
    }
    return new TraceIndex(revision, names, literals, worth, links, all, Map.copyOf(repeated));
  }
}
