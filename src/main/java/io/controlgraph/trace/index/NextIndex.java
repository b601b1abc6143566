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
  private final Changes links = new Changes();
  private final Changes values = new Changes();

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

  /** The rows that change, by property: of subjects, and of objects. */
  private static final class Changes {
    private final Map<Node, Map<Integer, int[]>> forward = new HashMap<>();
    private final Map<Node, Map<Integer, int[]>> backward = new HashMap<>();

    void change(Node property, Links before, int subject, int object, boolean isAdded) {
      change(forward, property, before.forward(), subject, object, isAdded);
      change(backward, property, before.backward(), object, subject, isAdded);
    }

    private static void change(
        Map<Node, Map<Integer, int[]>> changed,
        Node property,
        Rows before,
        int node,
        int number,
        boolean isAdded) {
      int[] row = row(changed, property, before, node);
      changed
          .computeIfAbsent(property, any -> new HashMap<>())
          .put(node, isAdded ? with(row, number) : without(row, number));
    }

    boolean has(Node property, Links before, int subject, int object) {
      return Arrays.binarySearch(row(forward, property, before.forward(), subject), object) >= 0;
    }

    private static int[] row(
        Map<Node, Map<Integer, int[]>> changed, Node property, Rows before, int node) {
      Map<Integer, int[]> own = changed.get(property);
      int[] row = own == null ? null : own.get(node);
      return row == null ? before.of(node) : row;
    }

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
  }

  private void change(Quad quad, boolean isAdded) {
    Node property = quad.getPredicate();
    if (Kept.isLink(quad)) {
      int subject = names.number(quad.getSubject().getURI());
      int object = names.number(quad.getObject().getURI());
      Repeated statement = new Repeated(property, false, subject, object);
      change(statement, before.links(property), links, isAdded);
    } else if (Kept.isLiteral(quad)) {
      int subject = names.number(quad.getSubject().getURI());
      int literal = literals.number(Literals.text(quad.getObject()));
      Repeated statement = new Repeated(property, true, subject, literal);
      change(statement, before.literalLinks(property), values, isAdded);
    }
  }

  private void change(Repeated statement, Links old, Changes changes, boolean isAdded) {
    Node property = statement.property();
    if (isFirstOrLast(
        statement, changes.has(property, old, statement.subject(), statement.object()), isAdded)) {
      changes.change(property, old, statement.subject(), statement.object(), isAdded);
    }
  }

  /** Counts the graphs in which a statement stands; whether it comes with this one, or goes. */
  private boolean isFirstOrLast(Repeated statement, boolean isThere, boolean isAdded) {
    int more = repeated.getOrDefault(statement, 0);
    if (isAdded && isThere) {
      repeated.put(statement, more + 1);
    } else if (!isAdded && more > 1) {
      repeated.put(statement, more - 1);
    } else if (!isAdded && more == 1) {
      repeated.remove(statement);
    }
    return isAdded ? !isThere : more == 0;
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
    int[] worth = before.worth();
    if (literals.size() > worth.length) {
      int known = worth.length;
      worth = Arrays.copyOf(worth, literals.size());
      for (int number = known; number < worth.length; number++) {
        worth[number] = Literals.value(literals.text(number));
      }
    }
    return new TraceIndex(
        revision,
        names,
        literals,
        worth,
        links.applied(before.allLinks()),
        values.applied(before.allLiterals()),
        Map.copyOf(repeated));
  }
}
