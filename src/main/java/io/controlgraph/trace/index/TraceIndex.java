package io.controlgraph.trace.index;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/**
 * The graph of one revision as numbers. Immutable.
 *
 * <p>Every IRI that a kept statement names has a number, which it keeps in the indexes of later
 * revisions. Statements between IRIs are {@link Links}; literals have numbers of their own.
 */
public final class TraceIndex {
  /** What a literal is worth that is no day, integer or truth. */
  public static final int NO_VALUE = Integer.MIN_VALUE;

  private final long revision;
  private final Words names;
  private final Words literals;
  private final int[] worth;
  private final Map<Node, Links> links;
  private final Map<Node, Links> values;
  private final Map<Repeated, Integer> repeated;

  TraceIndex(
      long revision,
      Words names,
      Words literals,
      int[] worth,
      Map<Node, Links> links,
      Map<Node, Links> values,
      Map<Repeated, Integer> repeated) {
    this.revision = revision;
    this.names = names;
    this.literals = literals;
    this.worth = worth;
    this.links = links;
    this.values = values;
    this.repeated = repeated;
  }

  /**
   * A statement that stands in several graphs.
   *
   * @param object the number of the object, an IRI or a literal as the property has it
   */
  record Repeated(Node property, boolean isLiteral, int subject, int object) {}

  /** The revision of the graph. */
  public long revision() {
    return revision;
  }

  /** How many IRIs have numbers: those below this. */
  public int size() {
    return names.size();
  }

  /** How many statements there are, each once. */
  public long statements() {
    return links.values().stream().mapToLong(each -> each.forward().size()).sum()
        + values.values().stream().mapToLong(each -> each.forward().size()).sum();
  }

  /** The number of an IRI; -1 if no kept statement names it. */
  public int number(Node iri) {
    return iri.isURI() ? names.number(iri.getURI()) : -1;
  }

  /** The IRI of a number. */
  public String iri(int number) {
    return names.text(number);
  }

  /** The node of a number. */
  public Node node(int number) {
    return NodeFactory.createURI(iri(number));
  }

  /** The properties that link IRIs. */
  public Set<Node> properties() {
    return links.keySet();
  }

  /** The statements of a property between IRIs. */
  public Links links(Node property) {
    return links.getOrDefault(property, Links.NONE);
  }

  /** For each subject the numbers of the literals it has by a property. */
  public Rows literals(Node property) {
    return literalLinks(property).forward();
  }

  Links literalLinks(Node property) {
    return values.getOrDefault(property, Links.NONE);
  }

  /** The subjects that have a literal by a property, ascending; do not change them. */
  public int[] subjectsWith(Node property, Node literal) {
    int number = literals.number(Literals.text(literal));
    return number < 0 ? new int[0] : literalLinks(property).to(number);
  }

  /** What a literal is worth: days since 1970, an integer, 1 or 0 for a truth, or no value. */
  public int worth(int literal) {
    return worth[literal];
  }

  /** The literal of a number. */
  public Node literal(int number) {
    return Literals.node(literals.text(number));
  }

  /** One literal that a subject has by a property, the first in the order of their letters. */
  public Optional<Node> literal(int subject, Node property) {
    String first = null;
    for (int literal : literals(property).of(subject)) {
      String text = literals.text(literal);
      if (first == null || text.compareTo(first) < 0) {
        first = text;
      }
    }
    return Optional.ofNullable(first).map(Literals::node);
  }

  Words names() {
    return names;
  }

  Words words() {
    return literals;
  }

  int[] worth() {
    return worth;
  }

  Map<Node, Links> allLinks() {
    return links;
  }

  Map<Node, Links> allLiterals() {
    return values;
  }

  Map<Repeated, Integer> repeated() {
    return repeated;
  }
}
