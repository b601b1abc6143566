package io.controlgraph.query;

import io.controlgraph.vocab.Cg;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;

/** Writes statements about things by chance, as a seed has it. */
final class OddWriter {
  private static final String NAMES = "http://example.org/";
  private static final int MOST_CHANGED = 25;

  private final Random random;
  private final Set<Quad> quads;

  /** Writes after statements that are there. */
  OddWriter(long seed, List<Quad> before) {
    this.random = new Random(seed);
    this.quads = new LinkedHashSet<>(before);
  }

  /** All statements, those from before too. */
  List<Quad> quads() {
    return List.copyOf(quads);
  }

  boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  static Node name(String kind, int number) {
    return NodeFactory.createURI(NAMES + kind + number);
  }

  Node any(String kind, int count) {
    return name(kind, random.nextInt(count));
  }

  @SafeVarargs
  final <T> T one(T... of) {
    return of[random.nextInt(of.length)];
  }

  /** A thing of a type, nearly always, with a label and an organisation, mostly. */
  Node thing(Node thing, String type) {
    maybe(95, thing, RDF.type.asNode(), Cg.term(type));
    maybe(70, thing, RDFS.label.asNode(), text(type + " " + random.nextInt(4)));
    maybe(4, thing, RDFS.label.asNode(), text(type + " too"));
    maybe(60, thing, DCTerms.identifier.asNode(), text("ID-" + random.nextInt(4)));
    maybe(96, thing, "inOrganisation", any("org", 2));
    maybe(8, thing, "inOrganisation", any("org", 2));
    return thing;
  }

  /** A concept that mostly has a notation. */
  Node concept(String scheme, String... notations) {
    String notation = one(notations);
    Node concept = Cg.concept(scheme, notation);
    maybe(95, concept, SKOS.notation.asNode(), text(notation));
    return concept;
  }

  /** A value, once in a while a second one too. */
  void some(int percent, Node subject, String property, Supplier<Node> object) {
    maybe(percent, subject, property, object.get());
    maybe(percent / 10, subject, property, object.get());
  }

  void maybe(int percent, Node subject, String property, Node object) {
    maybe(percent, subject, Cg.term(property), object);
  }

  void maybe(int percent, Node subject, Node property, Node object) {
    if (chance(percent)) {
      add(subject, property, object);
    }
  }

  private void add(Node subject, Node property, Node object) {
    quads.add(Quad.create(graph(), subject, property, object));
  }

  private Node graph() {
    return name("graph", random.nextInt(3));
  }

  void life(Node thing) {
    some(25, thing, "validFrom", this::day);
    some(25, thing, "validUntil", this::day);
  }

  /** A day around the day asked for, often that day itself. */
  Node day() {
    return date(chance(20) ? Fixture.DAY : Fixture.DAY.plusDays(random.nextInt(500) - 400L));
  }

  private static Node date(LocalDate day) {
    return NodeFactory.createLiteralDT(day.toString(), XSDDatatype.XSDdate);
  }

  /** A moment around the day asked for, in a zone or none. */
  Node moment() {
    LocalDate day = chance(30) ? Fixture.DAY : Fixture.DAY.plusDays(random.nextInt(12) - 9L);
    String time =
        one("00:00:00", "23:30:00", "11:59:59.75", "12:%02d:00".formatted(random.nextInt(60)));
    String zone = one("Z", "+02:00", "-05:30", "+14:00", "");
    return NodeFactory.createLiteralDT(day + "T" + time + zone, XSDDatatype.XSDdateTime);
  }

  static Node text(String text) {
    return NodeFactory.createLiteralString(text);
  }

  static Node truth(boolean truth) {
    return NodeFactory.createLiteralDT(String.valueOf(truth), XSDDatatype.XSDboolean);
  }

  /** Statements that are not there yet: those of one thing said of another, or in another graph. */
  List<Quad> additions(DatasetGraph data) {
    List<Quad> all = quads();
    return Stream.generate(() -> any(all))
        .limit(MOST_CHANGED)
        .map(
            quad ->
                Quad.create(
                    graph(),
                    chance(50) ? quad.getSubject() : any(all).getSubject(),
                    quad.getPredicate(),
                    quad.getObject()))
        .filter(quad -> !data.contains(quad))
        .distinct()
        .toList();
  }

  /** Statements that are there. */
  List<Quad> deletions(DatasetGraph data) {
    List<Quad> all = quads();
    return Stream.generate(() -> any(all))
        .limit(MOST_CHANGED)
        .filter(data::contains)
        .distinct()
        .toList();
  }

  private Quad any(List<Quad> all) {
    return all.get(random.nextInt(all.size()));
  }
}
