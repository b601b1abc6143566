package io.controlgraph.trace.index;

import io.controlgraph.graph.View;
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
      pairs.add(subject, object);
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
      if (column.links.size() > 0) {
        allLinks.put(column.property, links(column, false, repeated));
      }
      if (column.values.size() > 0) {
        allValues.put(column.property, links(column, true, repeated));
      }
    }
    Words words = literals.build();
    return new TraceIndex(
        revision, names.build(), words, worth(words), allLinks, allValues, Map.copyOf(repeated));
  }

  private static Links links(
      Column column, boolean isLiteral, Map<TraceIndex.Repeated, Integer> repeated) {
    Pairs pairs = isLiteral ? column.values : column.links;
    pairs.distinct(
        pair ->
            repeated.merge(
                new TraceIndex.Repeated(
                    column.property, isLiteral, Rows.node(pair), Rows.number(pair)),
                1,
                Integer::sum));
    Rows forward = pairs.rows();
    pairs.turn();
    return new Links(forward, pairs.rows());
  }

  static int[] worth(Words literals) {
    int[] worth = new int[literals.size()];
    for (int number = 0; number < worth.length; number++) {
      worth[number] = Literals.value(literals.text(number));
    }
    return worth;
  }
}
