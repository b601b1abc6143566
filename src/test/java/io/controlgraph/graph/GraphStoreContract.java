package io.controlgraph.graph;

import static io.controlgraph.graph.Quads.NS;
import static io.controlgraph.graph.Quads.add;
import static io.controlgraph.graph.Quads.all;
import static io.controlgraph.graph.Quads.ask;
import static io.controlgraph.graph.Quads.iri;
import static io.controlgraph.graph.Quads.quad;
import static io.controlgraph.graph.Quads.read;
import static io.controlgraph.graph.Quads.rows;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.system.StreamRDFLib;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a {@link GraphStore} does, whatever engine keeps it. A subclass supplies the engine. */
public abstract class GraphStoreContract {
  static final String SHAPES =
      """
      PREFIX sh: <http://www.w3.org/ns/shacl#>
      PREFIX : <http://example.org/>
      [] a sh:NodeShape ; sh:targetClass :Control ;
         sh:property [ sh:path :name ; sh:minCount 1 ; sh:message "A control has a name." ] ;
         sh:property [ sh:path :owner ; sh:class :Post ; sh:message "An owner is a post." ] .
      """;
  private static final Deadline LONG = Deadline.after(Duration.ofMinutes(10));

  protected GraphStore store;

  /** Opens an empty store that holds its commits against the shapes. */
  protected abstract GraphStore open(Graph shapes);

  @BeforeEach
  void openStore() {
    store = open(parse(SHAPES));
  }

  @AfterEach
  void closeStore() {
    store.close();
  }

  static Graph parse(String turtle) {
    Graph graph = GraphFactory.createDefaultGraph();
    RDFParser.fromString(turtle, Lang.TURTLE).parse(StreamRDFLib.graph(graph));
    return graph;
  }

  @Test
  void aNewStoreIsEmptyAtRevisionZero() {
    assertEquals(Revision.NONE, store.revision());
    assertEquals(Set.of(), all(store));
    assertEquals(new RevisionLog.Verification.Intact(0, Revision.NO_HASH), store.log().verify());
  }

  @Test
  void aCommitIsARevisionThatReadersSee() {
    Revision revision = add(store, quad("g", "a", "p", "b"), quad("g", "a", "q", "\"x\""));

    assertEquals(1, revision.number());
    assertEquals(2, revision.added());
    assertEquals("tester", revision.author());
    assertEquals(revision, store.revision());
    assertEquals(revision, read(store, View::revision));
    assertEquals(Set.of("b"), rows(store, "SELECT ?o { <" + NS + "a> <" + NS + "p> ?o }"));
    assertTrue(ask(store, "ASK { ?s ?p 'x' }"));
    assertFalse(ask(store, "ASK { ?s ?p 'y' }"));
  }

  @Test
  void constructAndDescribeSendTriples() {
    add(store, quad("g", "a", "p", "b"), quad("h", "a", "q", "c"), quad("g", "b", "p", "c"));

    Graph constructed = GraphFactory.createDefaultGraph();
    Graph described = GraphFactory.createDefaultGraph();
    Graph found = GraphFactory.createDefaultGraph();
    store.read(
        Scope.ALL,
        LONG,
        view -> {
          view.construct("CONSTRUCT { ?o ?p ?s } { ?s ?p ?o }", StreamRDFLib.graph(constructed));
          view.construct("DESCRIBE <" + NS + "a>", StreamRDFLib.graph(described));
          view.construct(
              "DESCRIBE ?x { ?x <" + NS + "p> <" + NS + "c> }", StreamRDFLib.graph(found));
          return 0;
        });

    assertEquals(3, constructed.size());
    assertTrue(constructed.contains(iri("b"), iri("p"), iri("a")));
    assertEquals(2, described.size());
    assertEquals(1, found.size());
  }

  @Test
  void aTransactionSeesItsOwnWrites() {
    add(store, quad("g", "a", "p", "b"));
    store.write(
        "tester",
        "look",
        transaction -> {
          transaction.add(quad("g", "a", "p", "c"));
          transaction.delete(quad("g", "a", "p", "b"));
          assertEquals(Set.of("c"), rows(transaction, "SELECT ?o { ?s ?p ?o }"));
          assertTrue(transaction.contains(quad("g", "a", "p", "c")));
          assertFalse(transaction.contains(quad("g", "a", "p", "b")));
          assertEquals(1, transaction.quads(iri("g"), Node.ANY, Node.ANY, Node.ANY).count());
        });
    assertEquals(Set.of(quad("g", "a", "p", "c")), all(store));
  }

  @Test
  void aWriteThatChangesNothingIsNoRevision() {
    Revision first = add(store, quad("g", "a", "p", "b"));

    WriteOutcome outcome =
        store.write(
            "tester",
            "nothing",
            transaction -> {
              transaction.add(quad("g", "a", "p", "b"));
              transaction.delete(quad("g", "x", "p", "b"));
              transaction.add(quad("g", "y", "p", "b"));
              transaction.delete(quad("g", "y", "p", "b"));
            });

    assertEquals(new WriteOutcome.Unchanged(first), outcome);
    assertEquals(first, store.revision());
  }

  @Test
  void aWriteThatThrowsWritesNothing() {
    assertThrows(
        IllegalStateException.class,
        () ->
            store.write(
                "tester",
                "fails",
                transaction -> {
                  transaction.add(quad("g", "a", "p", "b"));
                  throw new IllegalStateException("on purpose");
                }));
    assertEquals(Set.of(), all(store));
    assertEquals(1, add(store, quad("g", "a", "p", "c")).number());
  }

  @Test
  void aViolationOfAShapeWritesNothing() {
    WriteOutcome outcome =
        store.write("tester", "bad", transaction -> transaction.add(type("a", "Control")));

    ShapeReport report = assertInstanceOf(WriteOutcome.Refused.class, outcome).report();
    assertEquals(1, report.violations().size());
    assertEquals(iri("a"), report.violations().get(0).focus());
    assertEquals("A control has a name.", report.violations().get(0).message());
    assertEquals(Set.of(), all(store));
    assertEquals(Revision.NONE, store.revision());
  }

  @Test
  void aPreviewTellsTheOutcomeAndWritesNothing() {
    add(store, quad("g", "a", "p", "b"));

    Preview preview =
        store.preview(
            transaction -> {
              transaction.delete(quad("g", "a", "p", "b"));
              transaction.add(type("c", "Control"));
              assertEquals(Set.of("c"), rows(transaction, "SELECT ?s { ?s ?p ?o }"));
              assertEquals(
                  Set.of("c"), rows(transaction, "SELECT ?s { GRAPH <" + NS + "g> { ?s ?p ?o } }"));
            });

    assertEquals(List.of(type("c", "Control")), preview.added());
    assertEquals(List.of(quad("g", "a", "p", "b")), preview.deleted());
    assertFalse(preview.report().conforms());
    assertEquals(Set.of(quad("g", "a", "p", "b")), all(store));
    assertEquals(1, store.revision().number());
  }

  static Quad type(String subject, String type) {
    return Quad.create(iri("g"), iri(subject), RDF.Nodes.type, iri(type));
  }

  static Node blank() {
    return NodeFactory.createBlankNode();
  }
}
