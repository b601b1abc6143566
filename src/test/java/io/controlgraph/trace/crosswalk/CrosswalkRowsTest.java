package io.controlgraph.trace.crosswalk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.controlgraph.trace.crosswalk.Crosswalk.Row;
import io.controlgraph.trace.crosswalk.Crosswalk.Standing;
import io.controlgraph.trace.index.IndexBuilder;
import io.controlgraph.trace.index.TraceIndex;
import io.controlgraph.vocab.Cg;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.SKOS;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A small crosswalk from A to B by way of C and D, every row of it checked by hand. */
@Timeout(60)
final class CrosswalkRowsTest {
  private static final String SSSOM = "https://w3id.org/sssom/";

  private final IndexBuilder builder = new IndexBuilder();
  private int mappings;

  @Test
  void tells_direct_derived_denied_and_unmapped_apart() {
    for (String requirement :
        List.of("A.1", "A.2", "B.1", "B.2", "B.3", "B.4", "B.5", "B.10", "C.1", "C.2", "D.1")) {
      requirement(requirement);
    }
    // Direct, read forwards and backwards.
    map("A.1", SKOS.broadMatch.asNode(), "B.1");
    map("B.1", SKOS.broadMatch.asNode(), "A.2");
    // Two ways of two hops from A.2 to B.2: by C.1 related at its weakest, by C.2 close.
    map("A.2", SKOS.exactMatch.asNode(), "C.1");
    map("B.2", SKOS.relatedMatch.asNode(), "C.1");
    map("A.2", SKOS.closeMatch.asNode(), "C.2");
    map("C.2", SKOS.exactMatch.asNode(), "B.2");
    // Three hops, past what would lead back through A.
    map("C.1", SKOS.narrowMatch.asNode(), "D.1");
    map("D.1", SKOS.exactMatch.asNode(), "B.3");
    // Looked for, and not found in A; and in another framework, which says nothing about A.
    noMatch("B.4", "A");
    noMatch("B.5", "C");
    // Denied.
    int denied = map("A.1", SKOS.exactMatch.asNode(), "B.10");
    builder.add(quad(mapping(denied), Cg.MAPPING_NEGATED, literal("true", XSDDatatype.XSDboolean)));

    TraceIndex index = builder.build(1);
    Crosswalk crosswalk = new Crosswalk(index, index.number(iri("A")), index.number(iri("B")));
    Map<String, String> rows = new TreeMap<>();
    List<Row> all = crosswalk.rows();
    all.forEach(row -> rows.put(name(index, row.requirement()), text(index, row)));

    assertEquals(
        List.of("B.1", "B.2", "B.3", "B.4", "B.5", "B.10"),
        all.stream().map(row -> name(index, row.requirement())).toList());
    assertEquals(
        "DIRECT A.1 -BROADER-> B.1 | A.2 -NARROWER-< B.1 weakest BROADER NARROWER",
        rows.get("B.1"));
    assertEquals("DERIVED A.2 -CLOSE-> C.2 -EXACT-> B.2 weakest CLOSE", rows.get("B.2"));
    assertEquals(
        "DERIVED A.2 -EXACT-> C.1 -NARROWER-> D.1 -EXACT-> B.3 weakest NARROWER", rows.get("B.3"));
    assertEquals(Standing.NO_MATCH, all.get(3).standing());
    assertEquals(1, all.get(3).noMatches().size());
    assertEquals(Standing.UNMAPPED, all.get(4).standing());
    assertEquals(Standing.NO_MATCH, all.get(5).standing());
    assertEquals("A.1", name(index, all.get(5).denied().get(0).from()));
  }

  @Test
  void a_pair_that_is_mapped_directly_is_not_derived_as_well() {
    List.of("A.1", "B.1", "C.1").forEach(this::requirement);
    map("A.1", SKOS.relatedMatch.asNode(), "B.1");
    map("A.1", SKOS.exactMatch.asNode(), "C.1");
    map("C.1", SKOS.exactMatch.asNode(), "B.1");
    TraceIndex index = builder.build(1);
    Crosswalk crosswalk = new Crosswalk(index, index.number(iri("A")), index.number(iri("B")));
    assertEquals(
        List.of("DIRECT A.1 -RELATED-> B.1 weakest RELATED"),
        crosswalk.rows().stream().map(row -> text(index, row)).toList());
  }

  @Test
  void longer_ways_than_four_hops_are_not_followed() {
    List.of("A.1", "B.1", "B.2", "C.1", "C.2", "C.3", "C.4").forEach(this::requirement);
    map("A.1", SKOS.exactMatch.asNode(), "C.1");
    map("C.1", SKOS.exactMatch.asNode(), "C.2");
    map("C.2", SKOS.exactMatch.asNode(), "C.3");
    map("C.3", SKOS.exactMatch.asNode(), "B.1");
    map("C.3", SKOS.exactMatch.asNode(), "C.4");
    map("C.4", SKOS.exactMatch.asNode(), "B.2");
    TraceIndex index = builder.build(1);
    assertEquals(
        List.of(Standing.DERIVED, Standing.UNMAPPED),
        new Crosswalk(index, index.number(iri("A")), index.number(iri("B")))
            .rows().stream().map(Row::standing).toList());
  }

  @Test
  void identifiers_are_ordered_by_their_numbers() {
    Identifiers order = new Identifiers();
    assertEquals(
        List.of("x/6.1.2", "x/A.5.9", "x/A.5.10", "x/A.10.1"),
        List.of("x/A.10.1", "x/A.5.10", "x/6.1.2", "x/A.5.9").stream().sorted(order).toList());
    assertEquals(0, order.compare("A.5", "A.5"));
  }

  private static String text(TraceIndex index, Row row) {
    List<Path> paths = row.direct().isEmpty() ? row.derived() : row.direct();
    return row.standing()
        + " "
        + paths.stream()
            .map(
                path ->
                    name(index, path.from())
                        + path.hops().stream()
                            .map(
                                hop ->
                                    " -%s-%s %s"
                                        .formatted(
                                            hop.match(),
                                            hop.isForward() ? ">" : "<",
                                            name(index, hop.to())))
                            .collect(Collectors.joining()))
            .collect(Collectors.joining(" | "))
        + " weakest "
        + paths.stream()
            .map(path -> String.valueOf(path.weakest().match()))
            .collect(Collectors.joining(" "));
  }

  private static String name(TraceIndex index, int number) {
    return index.iri(number).substring("http://example.org/".length());
  }

  private void requirement(String name) {
    builder.add(quad(iri(name), Cg.FRAMEWORK_PROPERTY, iri(name.substring(0, 1))));
    builder.add(quad(iri(name), Cg.ASSESSABLE, literal("true", XSDDatatype.XSDboolean)));
  }

  private int map(String subject, Node predicate, String object) {
    Node mapping = mapping(++mappings);
    builder.add(quad(mapping, RDF.type.asNode(), Cg.MAPPING));
    builder.add(quad(mapping, Cg.MAPPING_SUBJECT, iri(subject)));
    builder.add(quad(mapping, Cg.MAPPING_PREDICATE, predicate));
    builder.add(quad(mapping, Cg.MAPPING_OBJECT, iri(object)));
    return mappings;
  }

  private void noMatch(String subject, String framework) {
    Node mapping = mapping(++mappings);
    builder.add(quad(mapping, RDF.type.asNode(), Cg.MAPPING));
    builder.add(quad(mapping, Cg.MAPPING_SUBJECT, iri(subject)));
    builder.add(quad(mapping, Cg.MAPPING_PREDICATE, SKOS.exactMatch.asNode()));
    builder.add(quad(mapping, Cg.MAPPING_OBJECT, NodeFactory.createURI(SSSOM + "NoTermFound")));
    builder.add(quad(mapping, NodeFactory.createURI(SSSOM + "object_source"), iri(framework)));
  }

  private static Node mapping(int number) {
    return iri("mapping" + number);
  }

  private static Node iri(String name) {
    return NodeFactory.createURI("http://example.org/" + name);
  }

  private static Node literal(String text, XSDDatatype type) {
    return NodeFactory.createLiteralDT(text, type);
  }

  private static Quad quad(Node subject, Node property, Node object) {
    return Quad.create(iri("graph"), subject, property, object);
  }
}
