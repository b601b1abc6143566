package io.controlgraph.trace.index;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;

/** Makes an index of all quads of a graph. For one thread. */
public final class IndexBuilder {
  private final Words.Builder names = new Words.Builder();
  private final Words.Builder literals = new Words.Builder();
  private final Map<Node, Pairs> links = new HashMap<>();
  private final Map<Node, Pairs> values = new HashMap<>();
  private Node lastSubject = Node.ANY;
  private int lastNumber;

  /** Takes a quad in, if it is one that is kept. */
  public void add(Quad quad) {
    if (Kept.isLink(quad)) {
      links
          .computeIfAbsent(quad.getPredicate(), property -> new Pairs())
          .add(Rows.pair(subject(quad.getSubject()), names.number(quad.getObject().getURI())));
    } else if (Kept.isLiteral(quad)) {
      values
          .computeIfAbsent(quad.getPredicate(), property -> new Pairs())
          .add(
              Rows.pair(
                  subject(quad.getSubject()), literals.number(Literals.text(quad.getObject()))));
    }
  }

  /** Statements about one thing mostly come together. */
  private int subject(Node subject) {
    if (!subject.equals(lastSubject)) {
      lastSubject = subject;
      lastNumber = names.number(subject.getURI());
    }
    return lastNumber;
  }

  /** The index of what was taken in, as that of a revision. */
  public TraceIndex build(long revision) {
    Map<TraceIndex.Repeated, Integer> repeated = new HashMap<>();
    Map<Node, Links> allLinks = new HashMap<>();
    links.forEach((property, all) -> allLinks.put(property, all.links(property, false, repeated)));
    Map<Node, Links> allValues = new HashMap<>();
    values.forEach((property, all) -> allValues.put(property, all.links(property, true, repeated)));
    Words words = literals.build();
    return new TraceIndex(
        revision, names.build(), words, worth(words), allLinks, allValues, Map.copyOf(repeated));
  }

  static int[] worth(Words literals) {
    int[] worth = new int[literals.size()];
    for (int number = 0; number < worth.length; number++) {
      worth[number] = Literals.value(literals.text(number));
    }
    return worth;
  }

  /** Pairs that are still coming in. */
  private static final class Pairs {
    private long[] pairs = new long[16];
    private int size;

    void add(long pair) {
      if (size == pairs.length) {
        pairs = Arrays.copyOf(pairs, size * 2);
      }
      pairs[size++] = pair;
    }

    /** Makes rows of them. They cannot be added to any more. */
    Links links(Node property, boolean isLiteral, Map<TraceIndex.Repeated, Integer> repeated) {
      distinct(property, isLiteral, repeated);
      Rows forward = Rows.of(pairs, size);
      turn();
      return new Links(forward, Rows.of(pairs, size));
    }

    /** Sorts them and keeps each once. */
    private void distinct(
        Node property, boolean isLiteral, Map<TraceIndex.Repeated, Integer> repeated) {
      Arrays.sort(pairs, 0, size);
      int kept = 0;
      for (int i = 0; i < size; i++) {
        if (kept > 0 && pairs[i] == pairs[kept - 1]) {
          repeated.merge(
              new TraceIndex.Repeated(property, isLiteral, (int) (pairs[i] >>> 32), (int) pairs[i]),
              1,
              Integer::sum);
        } else {
          pairs[kept++] = pairs[i];
        }
      }
      size = kept;
    }

    /** Makes them pairs of object and subject. */
    private void turn() {
      for (int i = 0; i < size; i++) {
        pairs[i] = Rows.pair((int) pairs[i], (int) (pairs[i] >>> 32));
      }
      Arrays.sort(pairs, 0, size);
    }
  }
}
