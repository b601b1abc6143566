package io.controlgraph.trace.index;

import io.controlgraph.graph.View;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;

/** Makes an index of all quads of a graph. For one thread. */
public final class IndexBuilder {
  private static final int NONE = -1;

  private final Words.Builder names = new Words.Builder();
  private final Words.Builder literals = new Words.Builder();
  private final Map<Object, Column> columns = new HashMap<>();
  private final Map<Object, Term> terms = new HashMap<>();
  private Object lastSubject = this;
  private int lastNumber;
  private boolean isBuilt;

  /** The statements of a property that came in. */
  private static final class Column {
    private final Node property;
    private final Kept kept;
    private final Pairs links = new Pairs();
    private final Pairs values = new Pairs();

    private Column(Node property) {
      this.property = property;
      this.kept = Kept.of(property);
    }
  }

  /** A term, and its number once it has one. */
  private static final class Term {
    private final Node node;
    private int number = NONE;

    private Term(Node node) {
      this.node = node;
    }
  }

  /** Takes a quad in, if it is one that is kept. */
  public void add(Quad quad) {
    add(
        new View.TokenQuad(
            quad.getSubject(), quad.getPredicate(), quad.getObject(), token -> (Node) token));
  }

  /** The same of terms as tokens, which are those of one view. */
  public void add(View.TokenQuad quad) {
    Column column = columns.get(quad.predicate());
    if (column == null) {
      column = new Column(quad.terms().apply(quad.predicate()));
      columns.put(quad.predicate(), column);
    }
    if (column.kept == Kept.NONE) {
      return;
    }
    Term object = term(quad.object(), quad.terms());
    if (column.kept.keepsAsLink(object.node)) {
      add(column.links, quad, iri(object));
    } else if (column.kept.keepsAsLiteral(object.node)) {
      add(column.values, quad, literal(object));
    }
  }

  private void add(Pairs pairs, View.TokenQuad quad, int object) {
    int subject = subject(quad);
    if (subject != NONE) {
      pairs.add(Rows.pair(subject, object));
    }
  }

  /** Statements about one thing mostly come together. */
  private int subject(View.TokenQuad quad) {
    if (!quad.subject().equals(lastSubject)) {
      lastSubject = quad.subject();
      Term subject = term(lastSubject, quad.terms());
      lastNumber = subject.node.isURI() ? iri(subject) : NONE;
    }
    return lastNumber;
  }

  private Term term(Object token, Function<Object, Node> nodes) {
    return terms.computeIfAbsent(token, unknown -> new Term(nodes.apply(unknown)));
  }

  private int iri(Term term) {
    if (term.number == NONE) {
      term.number = names.number(term.node.getURI());
    }
    return term.number;
  }

  private int literal(Term term) {
    if (term.number == NONE) {
      term.number = literals.number(Literals.text(term.node));
    }
    return term.number;
  }

  /** The index of what was taken in, as that of a revision. Asked for once. */
  public TraceIndex build(long revision) {
    if (isBuilt) {
      throw new IllegalStateException("An index is built once.");
    }
    isBuilt = true;
    Map<TraceIndex.Repeated, Integer> repeated = new HashMap<>();
    Map<Node, Links> allLinks = new HashMap<>();
    Map<Node, Links> allValues = new HashMap<>();
    for (Column column : columns.values()) {
      if (column.links.size > 0) {
        allLinks.put(column.property, column.links.links(column.property, false, repeated));
      }
      if (column.values.size > 0) {
        allValues.put(column.property, column.values.links(column.property, true, repeated));
      }
    }
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
