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

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
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
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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
  private static final Duration LONG = Duration.ofMinutes(10);

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
    assertEquals(List.of(), store.log().list(Long.MAX_VALUE, 9));
    if (keepsChanges()) {
      assertEquals(new RevisionLog.Verification.Intact(0, Revision.NO_HASH), store.log().verify());
    }
  }

  private boolean keepsChanges() {
    return store.can(Capability.CHANGES);
  }

  @Test
  void whatAnEngineCannotDoItSays() throws IOException {
    add(store, quad("g", "a", "p", "b"));
    if (keepsChanges()) {
      try (InputStream record = store.log().record(1)) {
        assertTrue(record.read() >= 0);
      }
    } else {
      assertLacks(Capability.CHANGES, () -> store.log().record(1));
      assertLacks(Capability.CHANGES, () -> store.log().verify());
    }
    if (!store.can(Capability.SCOPES)) {
      assertLacks(
          Capability.SCOPES,
          () ->
              store.read(new Scope.Graphs(Set.of(iri("g"))), Deadline.after(LONG), View::revision));
    }
  }

  private void assertLacks(Capability capability, Executable call) {
    GraphFailure.NotCapable failure = assertThrows(GraphFailure.NotCapable.class, call);
    assertEquals(capability, failure.capability());
    assertTrue(
        String.valueOf(failure.getMessage()).contains("'" + store.engine() + "'"),
        failure.toString());
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
        Deadline.after(LONG),
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

  @Test
  void theDefaultGraphOfAQueryIsTheUnionOfTheNamedGraphs() {
    add(store, quad("g", "a", "p", "b"), quad("h", "a", "p", "b"), quad("h", "a", "p", "c"));

    assertEquals(
        store.can(Capability.DISTINCT_UNION) ? Set.of("2") : Set.of("3"),
        counts("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"),
        "a triple counts once");
    assertEquals(Set.of("2"), counts("SELECT (COUNT(*) AS ?n) { SELECT DISTINCT * { ?s ?p ?o } }"));
    assertEquals(Set.of("g", "h"), rows(store, "SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } }"));
    assertEquals(Set.of("g", "h"), rows(store, "SELECT ?g { GRAPH ?g {} }"));
    assertEquals(
        Set.of("b"), rows(store, "SELECT ?o FROM <" + NS + "g> { ?s ?p ?o }"), "FROM restricts");
    assertEquals(Set.of(), rows(store, "SELECT ?o FROM NAMED <" + NS + "g> { ?s ?p ?o }"));
    assertEquals(
        Set.of("g"),
        rows(store, "SELECT DISTINCT ?g FROM NAMED <" + NS + "g> { GRAPH ?g { ?s ?p ?o } }"));
  }

  @Test
  void whatTheStoreNotesForItselfIsHidden() {
    add(store, quad("g", "a", "p", "b"));

    assertEquals(Set.of("a p b"), rows(store, "SELECT * { ?s ?p ?o }"));
    assertEquals(Set.of(quad("g", "a", "p", "b")), all(store));
    for (String query :
        List.of(
            "SELECT * { GRAPH <urn:x-arq:DefaultGraph> { ?s ?p ?o } }",
            "SELECT * FROM <urn:x-arq:DefaultGraph> { ?s ?p ?o }",
            "SELECT * { GRAPH <urn:x-arq:DefaultGraphNode> { ?s <x>* ?o } }",
            "PREFIX x: <urn:x-arq:Default> SELECT * { VALUES ?g { x:Graph } GRAPH ?g { ?s ?p ?o"
                + " } }")) {
      assertThrows(GraphFailure.QueryRejected.class, () -> rows(store, query), query);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "OPTIONAL { GRAPH ?g { ?s ?p ?o } } FILTER (?p != <http://example.org/p>)",
        "{ GRAPH ?g { ?s ?p ?o } } UNION { BIND (1 AS ?one) } FILTER (?p !="
            + " <http://example.org/p>)",
        "FILTER EXISTS { GRAPH ?g { ?s ?p ?o FILTER (?p != <http://example.org/p>) } }",
        "GRAPH ?g { ?s ?p ?o } FILTER (?p != <http://example.org/p>)"
      })
  void whatTheStoreNotesForItselfIsHiddenFromComputedNames(String pattern) {
    add(store, quad("g", "a", "p", "b"));
    for (String name : List.of("DefaultGraph", "DefaultGraphNode")) {
      assertEquals(
          Set.of(),
          rows(
              store,
              "SELECT * { BIND (IRI(CONCAT('urn:x-arq:', '%s')) AS ?g) %s }"
                  .formatted(name, pattern)),
          name);
    }
  }

  @Test
  void aQuadWithoutAGraphIsRefused() {
    for (Node graph :
        List.of(Quad.defaultGraphIRI, Quad.defaultGraphNodeGenerated, Quad.unionGraph)) {
      Quad quad = Quad.create(graph, iri("a"), iri("p"), iri("b"));
      assertThrows(GraphFailure.StatementRejected.class, () -> add(store, quad));
      assertThrows(
          GraphFailure.StatementRejected.class,
          () -> store.write("tester", "none", transaction -> transaction.delete(quad)));
      assertThrows(
          GraphFailure.StatementRejected.class,
          () -> store.write("tester", "none", transaction -> transaction.deleteGraph(graph)));
    }
    assertEquals(Revision.NONE, store.revision());
  }

  @Test
  void blankNodesAreRefusedForTheyHaveNoLink() {
    for (Quad quad :
        List.of(
            Quad.create(iri("g"), blank(), iri("p"), iri("o")),
            Quad.create(iri("g"), iri("s"), iri("p"), blank()),
            Quad.create(blank(), iri("s"), iri("p"), iri("o")))) {
      GraphFailure.StatementRejected refused =
          assertThrows(GraphFailure.StatementRejected.class, () -> add(store, quad));
      assertTrue(refused.toString().contains("blank node"), refused.toString());
    }
  }

  @Test
  void edgesAreQuadsSoATripleLivesUntilTheLastGraphLosesIt() {
    add(store, quad("g", "a", "p", "b"), quad("h", "a", "p", "b"));
    store.write("tester", "one", transaction -> transaction.delete(quad("g", "a", "p", "b")));
    assertTrue(ask(store, "ASK { ?s ?p ?o }"));
    store.write("tester", "two", transaction -> transaction.delete(quad("h", "a", "p", "b")));
    assertFalse(ask(store, "ASK { ?s ?p ?o }"));
    assertEquals(3, store.revision().number());
  }

  @Test
  void deletingAGraphIsRecordedQuadByQuad() {
    add(store, quad("g", "a", "p", "b"), quad("g", "a", "p", "c"), quad("h", "a", "p", "b"));
    WriteOutcome outcome =
        store.write("tester", "drop", transaction -> transaction.deleteGraph(iri("g")));

    Revision revision = assertInstanceOf(WriteOutcome.Committed.class, outcome).revision();
    assertEquals(2, revision.deleted());
    assertEquals(0, revision.added());
    assertEquals(Set.of(quad("h", "a", "p", "b")), all(store));
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void whatComesAndGoesInOneWriteCountsAsItIsInTheEnd(boolean wasThere) {
    Quad kept = quad("g", "a", "p", "kept");
    Quad gone = quad("g", "a", "p", "gone");
    if (wasThere) {
      add(store, kept, gone);
    }
    WriteOutcome outcome =
        store.write(
            "tester",
            "to and fro",
            transaction -> {
              transaction.add(kept);
              transaction.add(kept);
              transaction.add(gone);
              transaction.deleteGraph(iri("g"));
              assertFalse(transaction.contains(kept));
              transaction.add(kept);
              transaction.add(kept);
              assertTrue(transaction.contains(kept));
              transaction.add(gone);
              transaction.delete(gone);
              transaction.delete(gone);
              assertFalse(transaction.contains(gone));
              transaction.add(quad("h", "a", "p", "new"));
              assertTrue(transaction.contains(quad("h", "a", "p", "new")));
              assertFalse(transaction.contains(quad("h", "a", "p", "other")));
            });

    Revision revision = assertInstanceOf(WriteOutcome.Committed.class, outcome).revision();
    assertEquals(wasThere ? 1 : 2, revision.added());
    assertEquals(wasThere ? 1 : 0, revision.deleted());
    assertEquals(Set.of(kept, quad("h", "a", "p", "new")), all(store));
  }

  @Test
  void aViewStandsAtOneRevisionWhileOthersWrite() {
    add(store, quad("g", "a", "p", "b"));
    read(
        store,
        view -> {
          CompletableFuture.runAsync(() -> add(store, quad("g", "a", "p", "c"))).join();
          assertEquals(1, view.revision().number());
          assertEquals(
              store.can(Capability.SNAPSHOTS) ? Set.of("b") : Set.of("b", "c"),
              rows(view, "SELECT ?o { ?s ?p ?o }"));
          return 0;
        });
    assertEquals(Set.of("b", "c"), rows(store, "SELECT ?o { ?s ?p ?o }"));
  }

  @Test
  void aViewIsOfNoUseAfterItsWork() {
    View[] kept = new View[1];
    read(store, view -> kept[0] = view);
    assertThrows(IllegalStateException.class, () -> kept[0].ask("ASK {}"));
  }

  @Test
  void oneWriteInsideAnotherIsRefused() {
    assertThrows(
        IllegalStateException.class,
        () -> store.write("tester", "outer", outer -> add(store, quad("g", "a", "p", "b"))));
    assertThrows(
        IllegalStateException.class,
        () -> read(store, view -> add(store, quad("g", "a", "p", "b"))));
  }

  @Test
  void aTextThatIsNoQueryIsRejectedWithItsPlace() {
    GraphFailure.QueryRejected rejected =
        assertThrows(GraphFailure.QueryRejected.class, () -> rows(store, "SELECT * {\n  ?s ?p }"));
    assertEquals(2, rejected.line());
    assertThrows(GraphFailure.QueryRejected.class, () -> rows(store, "ASK { ?s ?p ?o }"));
    assertThrows(GraphFailure.QueryRejected.class, () -> ask(store, "SELECT * { ?s ?p ?o }"));
    assertThrows(
        GraphFailure.QueryRejected.class,
        () -> ask(store, "INSERT DATA { GRAPH <g> { <a> <b> <c> } }"));
  }

  @Test
  void theLogListsRevisionsNewestFirst() {
    for (int i = 1; i <= 5; i++) {
      add(store, quad("g", "a", "p", "o" + i));
    }
    List<Revision> revisions = store.log().list(4, 3);
    assertEquals(List.of(4L, 3L, 2L), revisions.stream().map(Revision::number).toList());
    assertEquals(revisions.get(1).hash(), revisions.get(0).previous());
    assertEquals(store.revision(), store.log().list(Long.MAX_VALUE, 1).get(0));
    assertEquals(Revision.NO_HASH, store.log().list(1, 9).get(0).previous());
    if (keepsChanges()) {
      assertThrows(IllegalArgumentException.class, () -> store.log().record(6));
      assertThrows(IllegalArgumentException.class, () -> store.log().record(0));
    }
  }

  @Test
  void strangeTextIsTheSameInTheLogAndAfterwards() throws IOException {
    String strange =
        "quote \" back \\ line\nreturn\r tab\t nul\u0000 bell\u0007 \uFFFD é 漢 \uD83D\uDE00 .";
    Quad text = Quad.create(iri("g"), iri("a"), iri("p"), NodeFactory.createLiteralString(strange));
    store.write(strange, strange, transaction -> transaction.add(text));

    Revision logged = store.log().list(1, 1).get(0);
    assertEquals(strange, logged.author());
    assertEquals(strange, logged.message());
    assertEquals(Set.of(text), all(store));
    if (keepsChanges()) {
      assertInstanceOf(RevisionLog.Verification.Intact.class, store.log().verify());
      try (InputStream record = store.log().record(1)) {
        assertTrue(new String(record.readAllBytes(), StandardCharsets.UTF_8).endsWith("TC .\n"));
      }
    }
  }

  @Test
  void halfACharacterIsRefused() {
    assertThrows(
        GraphFailure.StatementRejected.class, () -> add(store, quad("g", "a", "p", "\"\uD83D\"")));
    assertThrows(
        GraphFailure.StatementRejected.class, () -> store.write("\uD83D", "", transaction -> {}));
    assertThrows(
        GraphFailure.StatementRejected.class, () -> add(store, quad("g", "a b", "p", "o")));
  }

  private Set<String> counts(String query) {
    return read(
        store,
        view -> {
          Set<String> counts = new TreeSet<>();
          view.select(query)
              .forEachRemaining(row -> counts.add(row.get("n").getLiteralLexicalForm()));
          return counts;
        });
  }

  static Quad type(String subject, String type) {
    return Quad.create(iri("g"), iri(subject), RDF.Nodes.type, iri(type));
  }

  static Node blank() {
    return NodeFactory.createBlankNode();
  }

  @Test
  void aListenerIsToldOfEveryCommitInOrder() {
    List<CommitListener.Commit> told = new ArrayList<>();
    Deadline.Registration registration = store.listen(told::add);
    store.write("a", "one", tx -> tx.add(quad("g", "s", "p", "o")));
    store.write("a", "nothing", tx -> tx.add(quad("g", "s", "p", "o")));
    store.write(
        "a",
        "two",
        tx -> {
          tx.delete(quad("g", "s", "p", "o"));
          tx.add(quad("g", "s", "p", "o2"));
        });
    registration.close();
    store.write("a", "three", tx -> tx.add(quad("g", "s", "p", "o3")));
    assertEquals(List.of(1L, 2L), told.stream().map(commit -> commit.revision().number()).toList());
    assertEquals(Set.of(quad("g", "s", "p", "o")), told.get(0).added());
    assertEquals(Set.of(), told.get(0).deleted());
    assertEquals(Set.of(quad("g", "s", "p", "o2")), told.get(1).added());
    assertEquals(Set.of(quad("g", "s", "p", "o")), told.get(1).deleted());
    assertEquals(store.log().list(2, 1).get(0), told.get(1).revision());
  }

  @Test
  void aListenerIsToldBeforeWhoeverWrote() {
    List<Long> readable = new ArrayList<>();
    store.listen(commit -> readable.add(store.revision().number()));
    store.write("a", "one", tx -> tx.add(quad("g", "s", "p", "o")));
    assertEquals(List.of(1L), readable);
  }

  @Test
  void aListenerThatFailsChangesNothing() {
    store.listen(
        commit -> {
          throw new IllegalStateException("a listener that fails, on purpose");
        });
    store.listen(
        commit -> {
          throw new StackOverflowError("another, and worse");
        });
    List<Long> told = new ArrayList<>();
    store.listen(commit -> told.add(commit.revision().number()));
    assertInstanceOf(
        WriteOutcome.Committed.class,
        store.write("a", "one", tx -> tx.add(quad("g", "s", "p", "o"))));
    assertEquals(List.of(1L), told);
    assertEquals(Set.of(quad("g", "s", "p", "o")), Set.copyOf(all(store)));
  }
}
