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

/**
 * Makes the index of the next revision from that of the one before and what a commit changed. This
 * takes as long as sorting the change and writing each row anew that it touches.
 */
public final class NextIndex {
  private final TraceIndex before;
  private final Words names;
  private final Words literals;
  private final Map<Repeated, Integer> repeated = new HashMap<>();
  private final Changes links = new Changes();
  private final Changes values = new Changes();
  private final Map<Column, Quads> columns = new HashMap<>();

  private record Column(Node property, boolean isLiteral) {}

  /** The quads that a commit changed, as pairs of subject and object: one for each graph. */
  private static final class Quads {
    private final Pairs added = new Pairs();
    private final Pairs deleted = new Pairs();
  }

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
  }

  /** Whether an index has what a quad states; it has nothing of texts at length and of sources. */
  public static boolean keeps(Quad quad) {
    return Kept.isLink(quad) || Kept.isLiteral(quad);
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
    added.forEach(quad -> next.take(quad, true));
    deleted.forEach(quad -> next.take(quad, false));
    next.columns.forEach(next::count);
    return next.build(revision);
  }

  private void take(Quad quad, boolean isAdded) {
    boolean isLiteral = Kept.isLiteral(quad);
    if (!isLiteral && !Kept.isLink(quad)) {
      return;
    }
    int subject = names.number(quad.getSubject().getURI());
    int object =
        isLiteral
            ? literals.number(Literals.text(quad.getObject()))
            : names.number(quad.getObject().getURI());
    if (subject >= 0 && object >= 0) {
      Quads column =
          columns.computeIfAbsent(new Column(quad.getPredicate(), isLiteral), any -> new Quads());
      (isAdded ? column.added : column.deleted).add(subject, object);
    }
  }

  /** Counts in how many graphs more or fewer each statement stands. */
  private void count(Column column, Quads quads) {
    quads.added.sort();
    quads.deleted.sort();
    int added = 0;
    int deleted = 0;
    while (added < quads.added.size() || deleted < quads.deleted.size()) {
      long next =
          Math.min(
              added < quads.added.size() ? quads.added.get(added) : Long.MAX_VALUE,
              deleted < quads.deleted.size() ? quads.deleted.get(deleted) : Long.MAX_VALUE);
      int addedEnd = end(quads.added, added, next);
      int deletedEnd = end(quads.deleted, deleted, next);
      count(column, Rows.node(next), Rows.number(next), addedEnd - added, deletedEnd - deleted);
      added = addedEnd;
      deleted = deletedEnd;
    }
  }

  private static int end(Pairs pairs, int from, long pair) {
    int end = from;
    while (end < pairs.size() && pairs.get(end) == pair) {
      end++;
    }
    return end;
  }

  private void count(Column column, int subject, int object, int added, int deleted) {
    Node property = column.property();
    boolean isLiteral = column.isLiteral();
    Links old = isLiteral ? before.literalLinks(property) : before.links(property);
    Repeated statement = new Repeated(property, isLiteral, subject, object);
    int more = before.repeated().getOrDefault(statement, 0);
    int graphs = old.has(subject, object) ? more + 1 : 0;
    int left = Math.max(0, graphs - deleted) + added;
    Changes changes = isLiteral ? values : links;
    if (graphs == 0 && left > 0) {
      changes.add(property, subject, object);
    } else if (graphs > 0 && left == 0) {
      changes.remove(property, subject, object);
    }
    if (Math.max(0, left - 1) != more) {
      repeated.put(statement, Math.max(0, left - 1));
    }
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
        repeated());
  }

  private Map<Repeated, Integer> repeated() {
    if (repeated.isEmpty()) {
      return before.repeated();
    }
    Map<Repeated, Integer> all = new HashMap<>(before.repeated());
    all.putAll(repeated);
    all.values().removeIf(more -> more == 0);
    return all;
  }
}
