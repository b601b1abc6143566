package io.controlgraph.graph.jena;

import static io.controlgraph.graph.Quads.iri;
import static io.controlgraph.graph.Quads.quad;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.controlgraph.graph.GraphStore;
import io.controlgraph.graph.ShapeReport;
import io.controlgraph.graph.WriteOutcome;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.system.StreamRDFLib;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A commit is held against the shapes wherever it can break one, not only at what it writes. */
class ShapesOnWriteTest {
  private static final String SHAPES =
      """
      PREFIX sh: <http://www.w3.org/ns/shacl#>
      PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
      PREFIX : <http://example.org/>
      :Owned a sh:NodeShape ; sh:targetClass :Control ;
        sh:property [ sh:path :owner ; sh:class :Post ; sh:minCount 1 ] .
      :Reviewed a sh:NodeShape ; sh:targetClass :Risk ;
        sh:property [ sh:path ( :treatedBy :approvedBy ) ; sh:minCount 1 ] .
      :Held a sh:NodeShape ; sh:targetClass :Post ;
        sh:property [ sh:path [ sh:inversePath :holds ] ; sh:maxCount 1 ] .
      :Nested a sh:NodeShape ; sh:targetClass :Audit ;
        sh:property [ sh:path :finding ; sh:node [ sh:property [ sh:path :grade ; sh:minCount 1 ] ] ] .
      :Cited a sh:NodeShape ; sh:targetObjectsOf :cites ;
        sh:property [ sh:path :title ; sh:minCount 1 ] .
      :Apart a sh:NodeShape ; sh:targetClass :Release ;
        sh:sparql [ sh:message "Builder and approver are one." ; sh:select
          "SELECT $this { $this <http://example.org/by> ?p . ?x <http://example.org/built> $this ; <http://example.org/is> ?p }" ] .
      :Advice a sh:NodeShape ; sh:targetClass :Control ; sh:severity sh:Warning ;
        sh:property [ sh:path :note ; sh:minCount 1 ; sh:severity sh:Warning ] .
      """;

  private final Graph shapes = GraphFactory.createDefaultGraph();
  private final GraphStore store;

  ShapesOnWriteTest(@TempDir(factory = MemoryFolder.class) Path directory) {
    RDFParser.fromString(SHAPES, Lang.TURTLE).parse(StreamRDFLib.graph(shapes));
    store =
        Tdb2GraphStore.open(
            directory.resolve("data"), new StoreOptions("http://localhost/", () -> shapes));
  }

  @BeforeEach
  void writeAGraphThatConforms() {
    assertEquals(
        Set.of(),
        refused(
            "",
            type("control", "Control"),
            quad("g", "control", "owner", "post"),
            type("post", "Chief"),
            Quad.create(iri("g"), iri("Chief"), RDFS.Nodes.subClassOf, iri("Post")),
            quad("g", "ann", "holds", "post"),
            type("risk", "Risk"),
            quad("g", "risk", "treatedBy", "treatment"),
            quad("g", "treatment", "approvedBy", "post"),
            type("audit", "Audit"),
            quad("g", "audit", "finding", "finding"),
            quad("g", "finding", "grade", "\"minor\""),
            quad("g", "x", "cites", "standard"),
            quad("g", "standard", "title", "\"27001\""),
            type("release", "Release"),
            quad("g", "release", "by", "ann"),
            quad("g", "team", "built", "release"),
            quad("g", "team", "is", "bob")));
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void aReferrerOfANodeThatLosesItsTypeIsChecked() {
    assertEquals(Set.of("control"), refused("-", type("post", "Chief")));
  }

  @Test
  void aReferrerIsCheckedWhenTheTypeOfItsValueLosesItsSuperclass() {
    assertEquals(
        Set.of("control"),
        refused("-", Quad.create(iri("g"), iri("Chief"), RDFS.Nodes.subClassOf, iri("Post"))));
  }

  @Test
  void aNodeTwoStepsAwayIsCheckedAlongASequencePath() {
    assertEquals(Set.of("risk"), refused("-", quad("g", "treatment", "approvedBy", "post")));
  }

  @Test
  void theObjectIsCheckedAlongAnInversePath() {
    assertEquals(Set.of("post"), refused("", quad("g", "bob", "holds", "post")));
  }

  @Test
  void aReferrerIsCheckedAgainstTheShapeOfItsValue() {
    assertEquals(Set.of("audit"), refused("-", quad("g", "finding", "grade", "\"minor\"")));
  }

  @Test
  void theObjectOfATargetingPropertyIsChecked() {
    assertEquals(Set.of("other"), refused("", quad("g", "x", "cites", "other")));
    assertEquals(Set.of("standard"), refused("-", quad("g", "standard", "title", "\"27001\"")));
  }

  @Test
  void aConstraintInSparqlIsCheckedWhereItLooks() {
    assertEquals(Set.of("release"), refused("", quad("g", "team", "is", "ann")));
  }

  @Test
  void aTripleInAnotherGraphStillCounts() {
    assertEquals(Set.of(), refused("", quad("h", "finding", "grade", "\"minor\"")));
    assertEquals(Set.of(), refused("-", quad("g", "finding", "grade", "\"minor\"")));
  }

  @Test
  void anAdviceDoesNotRefuse() {
    assertEquals(
        Set.of(), refused("", type("other", "Control"), quad("g", "other", "owner", "post")));
  }

  @Test
  void aChangeThatIsMuchIsCheckedAsAWhole() {
    ShapeCheck careful = new ShapeCheck(() -> shapes, 1000);
    ShapeCheck coarse = new ShapeCheck(() -> shapes, 0);
    Graph data = GraphFactory.createDefaultGraph();
    NetPatch patch = new NetPatch();
    for (Quad quad : Set.of(type("a", "Control"), quad("g", "b", "owner", "c"))) {
      data.add(quad.asTriple());
      patch.add(quad.getGraph(), quad.getSubject(), quad.getPredicate(), quad.getObject());
    }
    assertEquals(focus(careful.check(data, patch)), focus(coarse.check(data, patch)));
    assertEquals(Set.of("a"), focus(coarse.check(data, patch)));
  }

  /** Adds or, with "-", deletes quads; the nodes at fault, or nothing if it was committed. */
  private Set<String> refused(String sign, Quad... quads) {
    WriteOutcome outcome =
        store.write(
            "tester",
            "try",
            transaction -> {
              for (Quad quad : quads) {
                if (sign.equals("-")) {
                  transaction.delete(quad);
                } else {
                  transaction.add(quad);
                }
              }
            });
    if (outcome instanceof WriteOutcome.Committed) {
      return Set.of();
    }
    return focus(assertInstanceOf(WriteOutcome.Refused.class, outcome).report());
  }

  private static Set<String> focus(ShapeReport report) {
    return report.violations().stream()
        .map(ShapeReport.Violation::focus)
        .map(Node::getURI)
        .map(iri -> iri.substring(iri.lastIndexOf('/') + 1))
        .collect(Collectors.toSet());
  }

  private static Quad type(String subject, String type) {
    return Quad.create(iri("g"), iri(subject), RDF.Nodes.type, iri(type));
  }
}
