package io.controlgraph.graph.jena;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.atlas.lib.tuple.Tuple;
import org.apache.jena.atlas.lib.tuple.TupleFactory;
import org.apache.jena.tdb2.store.NodeId;
import org.apache.jena.tdb2.store.tupletable.TupleIndex;
import org.apache.jena.tdb2.store.tupletable.TupleIndexWrapper;
import org.jspecify.annotations.Nullable;

/**
 * TDB2's index by subject as one reader sees it: what is asked about one predicate again and again
 * is answered from memory.
 *
 * <p>A look-up in the index costs some ten microseconds, whatever it finds, and questions over all
 * organisations make a hundred thousand, most of them about a dozen predicates. Reading all the
 * quads of a predicate in one go costs less than half a microsecond each. So when a predicate has
 * been asked about {@value #FIRST} times, and each time that number has doubled, its quads are
 * read, provided that there are at most {@value #WORTH} for each look-up so far and that the reader
 * does not come to hold more than {@value #MOST} quads, which is about 20 MB.
 *
 * <p>For one thread, and for a snapshot that does not change.
 */
final class SubjectIndex extends TupleIndexWrapper {
  private static final int FIRST = 256;
  private static final int WORTH = 8;
  private static final int MOST = 200_000;

  private static final int GRAPH = 0;
  private static final int SUBJECT = 1;
  private static final int PREDICATE = 2;
  private static final int OBJECT = 3;

  private final TupleIndex byPredicate;
  private final Map<NodeId, Asked> asked = new HashMap<>();
  private int room = MOST;

  /**
   * @param bySubject the index that starts with subject and predicate and ends with the graph
   * @param byPredicate the one that starts with predicate and object and ends with the graph
   */
  SubjectIndex(TupleIndex bySubject, TupleIndex byPredicate) {
    super(bySubject);
    this.byPredicate = byPredicate;
  }

  /** How often a predicate was asked about and, once they are read, its quads by subject. */
  private static final class Asked {
    private int times;
    private int next = FIRST;
    private @Nullable Map<NodeId, List<Tuple<NodeId>>> quads;
  }

  @Override
  public Iterator<Tuple<NodeId>> find(Tuple<NodeId> pattern) {
    NodeId subject = pattern.get(SUBJECT);
    NodeId predicate = pattern.get(PREDICATE);
    if (NodeId.isAny(subject) || NodeId.isAny(predicate)) {
      return index.find(pattern);
    }
    Map<NodeId, List<Tuple<NodeId>>> quads = quads(predicate);
    if (quads == null) {
      return index.find(pattern);
    }
    Iterator<Tuple<NodeId>> found = quads.getOrDefault(subject, List.of()).iterator();
    return only(only(found, OBJECT, pattern.get(OBJECT)), GRAPH, pattern.get(GRAPH));
  }

  private static Iterator<Tuple<NodeId>> only(
      Iterator<Tuple<NodeId>> quads, int place, @Nullable NodeId node) {
    return node == null || NodeId.isAny(node)
        ? quads
        : Iter.filter(quads, quad -> isSame(quad.get(place), node));
  }

  /** Ids of values are equal where their types are not, as 1 and true. */
  private static boolean isSame(NodeId one, NodeId other) {
    return one.equals(other) && one.type() == other.type();
  }

  private @Nullable Map<NodeId, List<Tuple<NodeId>>> quads(NodeId predicate) {
    Asked about = asked.computeIfAbsent(predicate, any -> new Asked());
    if (about.quads == null && ++about.times == about.next) {
      about.next *= 2;
      about.quads = readAll(predicate, Math.min(room, WORTH * about.times));
    }
    return about.quads;
  }

  /**
   * The quads of a predicate, or null if there are more than {@code most}. Those of one subject
   * keep the order of the index, in which a triple's graphs follow one another: TDB2 relies on that
   * to give a triple of the union once.
   */
  private @Nullable Map<NodeId, List<Tuple<NodeId>>> readAll(NodeId predicate, int most) {
    Map<NodeId, List<Tuple<NodeId>>> quads = new HashMap<>();
    Iterator<Tuple<NodeId>> all =
        byPredicate.find(
            TupleFactory.create4(NodeId.NodeIdAny, NodeId.NodeIdAny, predicate, NodeId.NodeIdAny));
    int count = 0;
    while (all.hasNext()) {
      if (count == most) {
        Iter.close(all);
        return null;
      }
      Tuple<NodeId> quad = all.next();
      quads.computeIfAbsent(quad.get(SUBJECT), any -> new ArrayList<>(1)).add(quad);
      count++;
    }
    room -= count;
    return quads;
  }
}
