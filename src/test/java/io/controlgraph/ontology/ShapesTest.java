package io.controlgraph.ontology;

import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.controlgraph.vocab.Cg;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.ValidationReport;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.system.G;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.SKOS;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Holds every shape to its snippet under {@code src/test/resources/shapes}: the records named
 * {@code good} conform, every other names the shape that it violates.
 */
class ShapesTest {

  private static final String NS = "https://w3id.org/controlgraph/shapes#";
  private static final Node VIOLATES = NodeFactory.createURI("http://example.org/violates");
  private static final Path SNIPPETS = Path.of("src/test/resources/shapes");

  private static final Graph GRAPH = OntologyFiles.shapes();
  private static final Shapes SHAPES = Shapes.parse(GRAPH);

  static Stream<Path> snippets() {
    return OntologyFiles.files(SNIPPETS, ".ttl").stream();
  }

  @ParameterizedTest
  @MethodSource("snippets")
  void shapesReportWhatViolatesThemAndNothingElse(Path file) {
    Graph snippet = OntologyFiles.read(file);
    ValidationReport report = ShaclValidator.get().validate(SHAPES, snippet);
    Set<Node> marked =
        snippet.find(Node.ANY, VIOLATES, Node.ANY).mapWith(Triple::getSubject).toSet();
    for (Triple mark : snippet.find(Node.ANY, VIOLATES, Node.ANY).toList()) {
      assertTrue(
          report.getEntries().stream()
              .anyMatch(
                  entry ->
                      entry.focusNode().equals(mark.getSubject())
                          && entry.source().equals(mark.getObject())),
          () -> mark.getSubject() + " does not violate " + mark.getObject());
    }
    report.getEntries().stream()
        .filter(entry -> !marked.contains(entry.focusNode()))
        .forEach(
            entry -> {
              throw new AssertionError(entry.focusNode() + " does not conform: " + entry.message());
            });
  }

  @Test
  void everyShapeHasASnippetThatConformsAndOneThatViolates() {
    Graph all = GraphFactory.createDefaultGraph();
    snippets().forEach(file -> GraphUtil.addInto(all, OntologyFiles.read(file)));
    Set<Node> violated = all.find(Node.ANY, VIOLATES, Node.ANY).mapWith(Triple::getObject).toSet();
    Set<Node> reporting = named(SHACL.PropertyShape);
    GRAPH
        .find(Node.ANY, SHACL.or, Node.ANY)
        .forEachRemaining(triple -> reporting.add(triple.getSubject()));
    assertEquals(Set.of(), reporting.stream().filter(s -> !violated.contains(s)).collect(toSet()));
    List<String> withoutGood = new ArrayList<>();
    for (Node shape : targeted()) {
      Set<Node> classes =
          GRAPH.find(shape, SHACL.targetClass, Node.ANY).mapWith(Triple::getObject).toSet();
      boolean conforming =
          classes.stream()
              .flatMap(c -> all.find(Node.ANY, RDF.type.asNode(), c).toList().stream())
              .anyMatch(t -> t.getSubject().getURI().endsWith("good"));
      if (!conforming) {
        withoutGood.add(shape.getLocalName());
      }
    }
    assertEquals(List.of(), withoutGood);
  }

  @Test
  void everyShapeThatReportsHasAMessage() {
    Set<Node> silent = new HashSet<>();
    for (Node shape : all()) {
      boolean reports =
          Stream.of(SHACL.path, SHACL.in, SHACL.or)
              .anyMatch(property -> GRAPH.contains(shape, property, Node.ANY));
      if (reports && !GRAPH.contains(shape, SHACL.message, Node.ANY)) {
        silent.add(shape);
      }
    }
    assertEquals(Set.of(), silent);
  }

  @Test
  void shapesUseShaclCoreOnly() {
    assertFalse(GRAPH.contains(Node.ANY, SHACL.sparql, Node.ANY));
  }

  @Test
  void shapesHaveNames() {
    for (Node shape : all()) {
      assertTrue(shape.isURI() && shape.getURI().startsWith(NS), shape::toString);
    }
  }

  @Test
  void listsOfConceptsAreThoseOfTheirScheme() {
    Graph ontology = OntologyFiles.ontology();
    for (Node shape : named(SHACL.NodeShape)) {
      for (Triple list : GRAPH.find(shape, SHACL.in, Node.ANY).toList()) {
        Node scheme = Cg.term(shape.getLocalName());
        Set<Node> concepts =
            ontology
                .find(Node.ANY, SKOS.inScheme.asNode(), scheme)
                .mapWith(Triple::getSubject)
                .toSet();
        assertEquals(concepts, Set.copyOf(G.rdfList(GRAPH, list.getObject())));
      }
    }
  }

  @Test
  void whatTheImportFormatRequiresTheShapesRequire() {
    Set<String> missing = new TreeSet<>();
    for (OntologyFiles.Column column : OntologyFiles.columns()) {
      boolean text = column.type().equals("text");
      if (column.required() && column.hasTerm() && !text) {
        Node property = NodeFactory.createURI(NS + column.recordClass() + "-" + column.to());
        Node shape = NodeFactory.createURI(NS + column.recordClass());
        if (!GRAPH.contains(property, SHACL.minCount, Node.ANY)
            || !GRAPH.contains(shape, SHACL.property, property)) {
          missing.add(column.kind() + "." + column.to());
        }
      }
    }
    assertEquals(Set.of(), missing);
  }

  private static Set<Node> all() {
    Set<Node> all = named(SHACL.NodeShape);
    all.addAll(named(SHACL.PropertyShape));
    return all;
  }

  private static Set<Node> targeted() {
    return GRAPH.find(Node.ANY, SHACL.targetClass, Node.ANY).mapWith(Triple::getSubject).toSet();
  }

  private static Set<Node> named(Node type) {
    return GRAPH.find(Node.ANY, RDF.type.asNode(), type).mapWith(Triple::getSubject).toSet();
  }
}
