package io.controlgraph.trace.index;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.jspecify.annotations.Nullable;

/**
 * The graph of one revision as numbers. Immutable.
 *
 * <p>Every IRI that a kept statement names has a number, which it keeps in the indexes of later
 * revisions. Statements between IRIs are {@link Links}; literals have numbers of their own.
 */
public final class TraceIndex {
  /** What a literal is worth that is no day, integer or truth. */
  public static final int NO_VALUE = Integer.MIN_VALUE;

  private static final int ANY = -2;

  private final long revision;
  private final Words names;
  private final Words literals;
  private final int[] worth;
  private final Map<Node, Links> links;
  private final Map<Node, Links> values;
  private final Map<Repeated, Integer> repeated;
  private final @Nullable Reads reads;

  TraceIndex(
      long revision,
      Words names,
      Words literals,
      int[] worth,
      Map<Node, Links> links,
      Map<Node, Links> values,
      Map<Repeated, Integer> repeated) {
    this(revision, names, literals, worth, links, values, repeated, null);
  }

  private TraceIndex(
      long revision,
      Words names,
      Words literals,
      int[] worth,
      Map<Node, Links> links,
      Map<Node, Links> values,
      Map<Repeated, Integer> repeated,
      @Nullable Reads reads) {
    this.revision = revision;
    this.names = names;
    this.literals = literals;
    this.worth = worth;
    this.links = links;
    this.values = values;
    this.repeated = repeated;
    this.reads = reads;
  }

  /** The same index, which notes what is read of it. */
  public TraceIndex noting(Reads noted) {
    return new TraceIndex(revision, names, literals, worth, links, values, repeated, noted);
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
    int number = iri.isURI() ? names.number(iri.getURI()) : -1;
    if (number < 0 && reads != null) {
      reads.unknown.add(iri);
    }
    return number;
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
    Links all = links.getOrDefault(property, Links.NONE);
    return reads == null
        ? all
        : new Links(
            all.forward().noting(reads.forward, reads),
            all.backward().noting(reads.backward, reads));
  }

  /** For each subject the numbers of the literals it has by a property. */
  public Rows literals(Node property) {
    return literalLinks(property).forward();
  }

  Links literalLinks(Node property) {
    Links all = values.getOrDefault(property, Links.NONE);
    return reads == null
        ? all
        : new Links(
            all.forward().noting(reads.forward, reads),
            all.backward().noting(reads.literals, reads));
  }

  /** The number of a literal; -1 if no kept statement has it. */
  int literalNumber(Node literal) {
    int number = literals.number(Literals.text(literal));
    if (number < 0 && reads != null) {
      reads.unknown.add(literal);
    }
    return number;
  }

  /** Whether a kept statement has an IRI or a literal. */
  boolean knows(Node node) {
    return node.isLiteral() ? literalNumber(node) >= 0 : number(node) >= 0;
  }

  /** The subjects that have a literal by a property, ascending; do not change them. */
  public int[] subjectsWith(Node property, Node literal) {
    int number = literalNumber(literal);
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

  /**
   * The statements of a property, each once, as quads of no graph in particular.
   *
   * @param subject an IRI, or any
   * @param property an IRI
   * @param object an IRI, a literal, or any
   */
  public Stream<Quad> find(Node subject, Node property, Node object) {
    return Stream.concat(
        find(links(property), subject, object.isLiteral() ? -1 : numberOrAny(object), this::node)
            .map(each -> quad(each, property)),
        find(literalLinks(property), subject, literalOrAny(object), this::literal)
            .map(each -> quad(each, property)));
  }

  private record Found(Node subject, Node object) {}

  private static Quad quad(Found found, Node property) {
    return Quad.create(Quad.defaultGraphIRI, found.subject(), property, found.object());
  }

  private int numberOrAny(Node node) {
    return node.isConcrete() ? number(node) : ANY;
  }

  private int literalOrAny(Node node) {
    if (!node.isConcrete()) {
      return ANY;
    }
    return node.isLiteral() ? literals.number(Literals.text(node)) : -1;
  }

  private Stream<Found> find(Links all, Node subject, int object, IntFunction<Node> objects) {
    int from = numberOrAny(subject);
    if (from == -1 || object == -1) {
      return Stream.empty();
    }
    if (object != ANY) {
      return Arrays.stream(all.to(object))
          .filter(each -> from == ANY || each == from)
          .mapToObj(each -> new Found(node(each), objects.apply(object)));
    }
    return Arrays.stream(from == ANY ? all.forward().nodes() : new int[] {from})
        .boxed()
        .flatMap(
            each ->
                Arrays.stream(all.from(each))
                    .mapToObj(to -> new Found(node(each), objects.apply(to))));
  }

  /** Whether so much lies beside what is compressed that {@link #settled} is worth it. */
  public boolean isWorthSettling() {
    return names.isWorthMerging()
        || literals.isWorthMerging()
        || links.values().stream().anyMatch(Links::isWorthMerging)
        || values.values().stream().anyMatch(Links::isWorthMerging);
  }

  /** The same index, compressed where that is worth it. */
  public TraceIndex settled() {
    return with(names.settled(), literals.settled(), settled(links), settled(values));
  }

  /**
   * The same index, on what was compressed meanwhile.
   *
   * @param from an index from which this one follows, over any number of commits
   * @param settled that one, {@link #settled}
   */
  public TraceIndex onto(TraceIndex from, TraceIndex settled) {
    return with(
        names.onto(from.names, settled.names),
        literals.onto(from.literals, settled.literals),
        onto(links, from.links, settled.links),
        onto(values, from.values, settled.values));
  }

  private TraceIndex with(
      Words otherNames, Words otherLiterals, Map<Node, Links> other, Map<Node, Links> otherValues) {
    return new TraceIndex(revision, otherNames, otherLiterals, worth, other, otherValues, repeated);
  }

  private static Map<Node, Links> settled(Map<Node, Links> all) {
    Map<Node, Links> settled = new HashMap<>(all);
    settled.replaceAll((property, each) -> each.settled());
    return settled;
  }

  private static Map<Node, Links> onto(
      Map<Node, Links> all, Map<Node, Links> from, Map<Node, Links> settled) {
    Map<Node, Links> onto = new HashMap<>(all);
    from.forEach(
        (property, each) ->
            onto.computeIfPresent(
                property, (any, own) -> own.onto(each, settled.getOrDefault(property, each))));
    return onto;
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
