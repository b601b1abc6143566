package io.controlgraph.trace.index;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.apache.jena.graph.Node;

/**
 * The statements that go and come, by property. Each row that changes is written once, however many
 * of its numbers do.
 */
final class Changes {
  private static final int NONE = -1;

  private final Map<Node, Change> all = new HashMap<>();

  /** What changes of a property: pairs of subject and object. */
  private static final class Change {
    private final Pairs gone = new Pairs();
    private final Pairs come = new Pairs();
  }

  /** Puts a statement there; it may be there, unless it also goes. */
  void add(Node property, int subject, int object) {
    of(property).come.add(subject, object);
  }

  /** Takes a statement away; it may not be there. */
  void remove(Node property, int subject, int object) {
    of(property).gone.add(subject, object);
  }

  private Change of(Node property) {
    return all.computeIfAbsent(property, any -> new Change());
  }

  /** What there was, with what has changed. Asked for once. */
  Map<Node, Links> applied(Map<Node, Links> before) {
    Map<Node, Links> after = new HashMap<>(before);
    all.forEach(
        (property, change) -> {
          Links old = before.getOrDefault(property, Links.NONE);
          change.gone.sort();
          change.come.sort();
          Rows forward = old.forward().with(rows(old.forward(), change));
          change.gone.turn();
          change.come.turn();
          Rows backward = old.backward().with(rows(old.backward(), change));
          after.put(property, new Links(forward, backward));
        });
    return after;
  }

  /** The rows that a change touches, as they are then. */
  private static Map<Integer, int[]> rows(Rows before, Change change) {
    Map<Integer, int[]> rows = new HashMap<>();
    int gone = 0;
    int come = 0;
    for (int node = next(change, gone, come); node != NONE; node = next(change, gone, come)) {
      int goneEnd = end(change.gone, gone, node);
      int comeEnd = end(change.come, come, node);
      int[] row = without(before.of(node), change.gone, gone, goneEnd);
      rows.put(node, with(row, change.come, come, comeEnd));
      gone = goneEnd;
      come = comeEnd;
    }
    return rows;
  }

  /** The first node of what is left; {@link #NONE} if nothing is. */
  private static int next(Change change, int gone, int come) {
    if (gone == change.gone.size()) {
      return come == change.come.size() ? NONE : Rows.node(change.come.get(come));
    }
    int first = Rows.node(change.gone.get(gone));
    return come == change.come.size() ? first : Math.min(first, Rows.node(change.come.get(come)));
  }

  private static int end(Pairs pairs, int from, int node) {
    return from < pairs.size() && Rows.node(pairs.get(from)) == node ? pairs.endOfNode(from) : from;
  }

  private static int[] without(int[] row, Pairs gone, int from, int end) {
    if (from == end) {
      return row;
    }
    int[] left = new int[row.length];
    int count = 0;
    int at = from;
    for (int number : row) {
      while (at < end && Rows.number(gone.get(at)) < number) {
        at++;
      }
      if (at == end || Rows.number(gone.get(at)) != number) {
        left[count++] = number;
      }
    }
    return Arrays.copyOf(left, count);
  }

  private static int[] with(int[] row, Pairs come, int from, int end) {
    if (from == end) {
      return row;
    }
    int[] all = new int[row.length + end - from];
    int count = 0;
    int at = 0;
    for (int i = from; i < end; i++) {
      int number = Rows.number(come.get(i));
      while (at < row.length && row[at] <= number) {
        all[count++] = row[at++];
      }
      if (count == 0 || all[count - 1] != number) {
        all[count++] = number;
      }
    }
    while (at < row.length) {
      all[count++] = row[at++];
    }
    return Arrays.copyOf(all, count);
  }
}
