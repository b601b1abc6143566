package io.controlgraph.search;

import io.controlgraph.graph.Scope;
import io.controlgraph.graph.View;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.util.NodeCmp;

/** What a thing is called, and what it belongs to. Immutable. */
public final class Entry {
  /** Sets what a thing belongs to apart from its words in the index; no word begins so. */
  static final String MEMBER_OF = "\u0001";

  /** The same for a class and those above it. */
  static final String BELOW = "\u0002";

  private static final Comparator<Stated> ORDER =
      Comparator.comparing(Stated::role)
          .thenComparing(Entry::foreign)
          .thenComparing(Stated::value, NodeCmp::compareRDFTerms);

  private final Node node;
  private final List<Stated> statements;

  private Entry(Node node, List<Stated> statements) {
    this.node = node;
    this.statements = statements;
  }

  static Entry empty(Node node) {
    return new Entry(node, List.of());
  }

  /** Reads what a view says of a thing, for where the index is not at the view's revision. */
  public static Entry read(View view, Node node) {
    Entry entry = empty(node);
    try (Stream<Quad> quads = view.quads(Node.ANY, node, Node.ANY, Node.ANY)) {
      for (Quad quad : (Iterable<Quad>) quads::iterator) {
        entry = entry.plus(quad);
      }
    }
    return entry;
  }

  /** The thing. */
  public Node node() {
    return node;
  }

  /**
   * What to call it: {@code rdfs:label}, else {@code skos:prefLabel}; in English or no language if
   * there is one, else in the first language by its tag.
   */
  public Optional<String> label() {
    return first(Role.LABEL).or(() -> first(Role.PREFERRED));
  }

  /** Its {@code dcterms:identifier}; the first of several. */
  public Optional<String> id() {
    return first(Role.IDENTIFIER);
  }

  /** Its classes, in the order of their IRIs. */
  public List<Node> types() {
    return values(Role.TYPE);
  }

  /** The frameworks it belongs or works to. */
  public List<Node> frameworks() {
    return values(Role.FRAMEWORK);
  }

  /** The organisations it belongs to. */
  public List<Node> organisations() {
    return values(Role.ORGANISATION);
  }

  List<Node> values(Role role) {
    List<Node> values = new ArrayList<>();
    for (Stated stated : statements) {
      if (stated.role() == role) {
        values.add(stated.value());
      }
    }
    return values;
  }

  /** Labels first, then ids, then alternative labels. */
  List<Stated> statements() {
    return statements;
  }

  boolean isEmpty() {
    return statements.isEmpty();
  }

  /** This with one more statement, if the index reads its property. */
  Entry plus(Quad quad) {
    Role role = Role.of(quad.getPredicate());
    if (role == null || !role.takes(quad.getObject())) {
      return this;
    }
    List<Stated> more = new ArrayList<>(statements.size() + 1);
    Stated added = Stated.of(role, quad.getObject(), quad.getGraph());
    for (Stated stated : statements) {
      if (stated.says(role, quad.getObject())) {
        added = stated.with(quad.getGraph());
      } else {
        more.add(stated);
      }
    }
    more.add(added);
    more.sort(ORDER);
    return new Entry(node, List.copyOf(more));
  }

  /** This with one statement less; what another graph says as well stays. */
  Entry minus(Quad quad) {
    Role role = Role.of(quad.getPredicate());
    if (role == null) {
      return this;
    }
    List<Stated> less = new ArrayList<>(statements.size());
    for (Stated stated : statements) {
      Stated left = stated.says(role, quad.getObject()) ? stated.without(quad.getGraph()) : stated;
      if (!left.graphs().isEmpty()) {
        less.add(left);
      }
    }
    return new Entry(node, List.copyOf(less));
  }

  /** As a reader of some graphs sees it. */
  Entry seenIn(Scope scope) {
    return scope instanceof Scope.All
        ? this
        : new Entry(node, statements.stream().filter(stated -> stated.seenIn(scope)).toList());
  }

  /** What the index finds it by. */
  Set<String> terms() {
    Set<String> terms = new LinkedHashSet<>();
    for (Stated stated : statements) {
      if (stated.role().isText()) {
        terms.addAll(Fold.words(stated.key()));
      } else if (stated.role().isContext()) {
        terms.add(MEMBER_OF + stated.value().getURI());
      } else if (stated.role() == Role.SUPERCLASS) {
        terms.add(BELOW + stated.value().getURI());
      }
    }
    return terms;
  }

  private Optional<String> first(Role role) {
    for (Stated stated : statements) {
      if (stated.role() == role) {
        return Optional.of(stated.value().getLiteralLexicalForm());
      }
    }
    return Optional.empty();
  }

  /** Empty for English and no language, so that these come first. */
  private static String foreign(Stated stated) {
    if (!stated.role().isText()) {
      return "";
    }
    String language = stated.value().getLiteralLanguage();
    return language.equals("en") || language.startsWith("en-") ? "" : language;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Entry that
        && node.equals(that.node)
        && statements.equals(that.statements);
  }

  @Override
  public int hashCode() {
    return 31 * node.hashCode() + statements.hashCode();
  }

  @Override
  public String toString() {
    return node + " " + statements;
  }
}
