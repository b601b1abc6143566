package io.controlgraph.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What SPARQL 1.1 Update does to a store, and may not. */
public abstract class UpdateContract {
  private static final String PREFIX = "PREFIX ex: <http://example.org/> ";
  private static final Deadline LONG = Deadline.after(Duration.ofHours(1));

  private GraphStore store;

  /** Opens a new store that holds commits to {@code shapes}. */
  protected abstract GraphStore open(Graph shapes);

  /** A thing has a name. */
  @BeforeEach
  void open() {
    Graph shapes = GraphFactory.createDefaultGraph();
    RDFParser.fromString(
            "PREFIX sh: <http://www.w3.org/ns/shacl#> "
                + PREFIX
                + "ex:shape a sh:NodeShape ; sh:targetClass ex:Thing ;"
                + " sh:property [ sh:path ex:name ; sh:minCount 1 ] .",
            Lang.TURTLE)
        .parse(shapes);
    store = open(shapes);
  }

  @AfterEach
  void close() {
    store.close();
  }

  private void fill(String... updates) {
    for (String update : updates) {
      assertInstanceOf(WriteOutcome.Committed.class, update(update));
    }
  }

  @Test
  void all_operations_of_a_request_are_one_revision_and_each_sees_those_before() {
    fill("INSERT DATA { GRAPH ex:g { ex:a ex:p 1 . ex:b ex:p 2 } }");
    Revision before = store.revision();
    WriteOutcome outcome =
        update(
            "DELETE DATA { GRAPH ex:g { ex:a ex:p 1 } } ;"
                + " INSERT { GRAPH ex:h { ?s ex:seen true } } WHERE { ?s ex:p ?o }");
    Revision revision = assertInstanceOf(WriteOutcome.Committed.class, outcome).revision();
    assertEquals(before.number() + 1, revision.number());
    assertEquals(1, revision.added());
    assertEquals(1, revision.deleted());
    assertTrue(ask("GRAPH ex:h { ex:b ex:seen true } FILTER NOT EXISTS { ex:a ?p ?o }"));
  }

  @Test
  void patterns_see_the_union_of_the_named_graphs_and_nothing_hidden() {
    fill("INSERT DATA { GRAPH ex:g { ex:a ex:p 1 } GRAPH ex:h { ex:a ex:p 1 ; ex:q 2 } }");
    update(
        "INSERT { GRAPH ex:n { ex:n ex:count ?n } } WHERE { SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"
            + " }");
    assertTrue(ask("GRAPH ex:n { ex:n ex:count 2 }"));
  }

  @Test
  void with_names_the_graph_of_patterns_and_templates() {
    fill("INSERT DATA { GRAPH ex:g { ex:a ex:p 1 } GRAPH ex:h { ex:b ex:p 1 } }");
    update("WITH ex:g DELETE { ?s ex:p ?o } INSERT { ?s ex:q ?o } WHERE { ?s ex:p ?o }");
    assertTrue(ask("GRAPH ex:g { ex:a ex:q 1 } GRAPH ex:h { ex:b ex:p 1 }"));
    assertTrue(ask("FILTER NOT EXISTS { ex:b ex:q 1 } FILTER NOT EXISTS { ex:a ex:p 1 }"));
  }

  @Test
  void the_request_can_say_which_graphs_patterns_see() {
    fill("INSERT DATA { GRAPH ex:g { ex:a ex:p 1 } GRAPH ex:h { ex:b ex:p 1 } }");
    write(
        Update.using(
            PREFIX + "INSERT { GRAPH ex:n { ?s ex:seen true } } WHERE { ?s ex:p ?o }",
            List.of("http://example.org/h"),
            List.of()),
        LONG);
    assertTrue(ask("GRAPH ex:n { ex:b ex:seen true } FILTER NOT EXISTS { ex:a ex:seen true }"));
  }

  @Test
  void the_request_cannot_name_a_hidden_graph() {
    for (Update update :
        List.of(
            Update.using(
                PREFIX + "INSERT { GRAPH ex:n { ?s ?p ?o } } WHERE { ?s ?p ?o }",
                List.of("urn:x-arq:DefaultGraph"),
                List.of()),
            Update.within(
                PREFIX + "DELETE { ?s ?p ?o } WHERE { ?s ?p ?o }", "urn:x-arq:DefaultGraph"))) {
      assertThrows(GraphFailure.QueryRejected.class, () -> write(update, LONG));
    }
  }

  @Test
  void a_computed_name_reaches_nothing_hidden() {
    fill("INSERT DATA { GRAPH ex:g { ex:a ex:p 1 } }");
    for (String name : List.of("DefaultGraph", "DefaultGraphNode")) {
      update(
          "INSERT { GRAPH ex:h { ?s ?p ?o } }"
              + " WHERE { BIND (IRI(CONCAT('urn:x-arq:', '%s')) AS ?g)".formatted(name)
              + " OPTIONAL { GRAPH ?g { ?s ?p ?o } } }");
      assertFalse(ask("GRAPH ex:h { ?s ?p ?o FILTER (?p != ex:p) }"), name);
    }
  }

  @Test
  void an_update_nested_too_deeply_is_refused() {
    String deep = "1" + "+1".repeat(20_000);
    assertThrows(
        GraphFailure.class,
        () -> update("INSERT { GRAPH ex:g { ex:a ex:p 1 } } WHERE { FILTER (" + deep + " = 1) }"));
  }

  @Test
  void delete_where_has_no_patterns_of_its_own() {
    fill("INSERT DATA { GRAPH ex:g { ex:a ex:p 1 } }");
    Update update =
        Update.using(
            PREFIX + "DELETE WHERE { GRAPH ?g { ?s ?p ?o } }",
            List.of(),
            List.of("http://example.org/h"));
    assertThrows(GraphFailure.QueryRejected.class, () -> write(update, LONG));
  }

  @Test
  void only_one_of_request_and_update_may_say_so() {
    Update both =
        Update.using(
            PREFIX + "WITH ex:g DELETE { ?s ?p ?o } WHERE { ?s ?p ?o }",
            List.of("http://example.org/h"),
            List.of());
    assertThrows(GraphFailure.QueryRejected.class, () -> write(both, LONG));
  }

  @ParameterizedTest
  @CsvSource({"CLEAR ALL,3", "DROP NAMED,3", "DROP GRAPH ex:g,1", "CLEAR GRAPH ex:h,2"})
  void graphs_are_emptied_statement_by_statement(String operation, int deleted) {
    fill("INSERT DATA { GRAPH ex:g { ex:a ex:p 1 } GRAPH ex:h { ex:a ex:p 1 ; ex:q 2 } }");
    Revision revision =
        assertInstanceOf(WriteOutcome.Committed.class, update(operation)).revision();
    assertEquals(deleted, revision.deleted());
  }

  @Test
  void graphs_are_copied_and_moved() {
    fill("INSERT DATA { GRAPH ex:g { ex:a ex:p 1 } }", "COPY ex:g TO ex:h", "MOVE ex:g TO ex:i");
    assertTrue(ask("GRAPH ex:h { ex:a ex:p 1 } GRAPH ex:i { ex:a ex:p 1 }"));
    assertTrue(ask("FILTER NOT EXISTS { GRAPH ex:g { ?s ?p ?o } }"));
  }

  @Test
  void what_changes_nothing_makes_no_revision() {
    fill("INSERT DATA { GRAPH ex:g { ex:a ex:p 1 } }");
    assertInstanceOf(
        WriteOutcome.Unchanged.class,
        update(
            "INSERT DATA { GRAPH ex:g { ex:a ex:p 1 } } ; CREATE SILENT GRAPH ex:new ; DROP"
                + " DEFAULT"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "INSERT DATA { ex:a ex:p 1 }",
        "DELETE DATA { ex:a ex:p 1 }",
        "DELETE WHERE { ?s ?p ?o }",
        "DELETE { ?s ?p ?o } WHERE { GRAPH ex:g { ?s ?p ?o } }",
        "INSERT { ?s ?p ?o } WHERE { GRAPH ex:g { ?s ?p ?o } }",
        "INSERT DATA { GRAPH ex:g { _:b ex:p 1 } }",
        "INSERT { GRAPH ex:g { ?s ex:p [] } } WHERE { ?s ?p ?o }",
        "COPY DEFAULT TO ex:h",
        "ADD ex:g TO DEFAULT",
        "LOAD <http://example.org/data> INTO GRAPH ex:g",
        "LOAD SILENT <file:///etc/passwd> INTO GRAPH ex:g",
        "INSERT { GRAPH ex:g { ?s ?p ?o } } WHERE { SERVICE <http://example.org/> { ?s ?p ?o } }",
        "INSERT { GRAPH ex:g { ?s ?p ?o } } WHERE { GRAPH <urn:x-arq:DefaultGraph> { ?s ?p ?o } }",
        "INSERT { GRAPH <urn:x-arq:DefaultGraph> { ?s ?p ?o } } WHERE { ?s ?p ?o }",
        "COPY <urn:x-arq:DefaultGraph> TO ex:h",
        "ADD <urn:x-arq:DefaultGraph> TO ex:h",
        "MOVE ex:g TO <urn:x-arq:DefaultGraph>",
        "INSERT { GRAPH ex:h { ?s ?p ?o } } USING <urn:x-arq:DefaultGraph> WHERE { ?s ?p ?o }",
        "INSERT { GRAPH ex:h { ?s ?p ?o } } USING NAMED <urn:x-arq:DefaultGraph> WHERE { GRAPH ?g {"
            + " ?s ?p ?o } }",
        "WITH <urn:x-arq:DefaultGraph> INSERT { GRAPH ex:h { ?s ?p ?o } } WHERE { ?s ?p ?o }",
        "INSERT { GRAPH ?o { ?s ?p ?o } } WHERE { BIND (<urn:x-arq:DefaultGraph> AS ?o) ?s ?p ?x }",
        "INSERT DATA { GRAPH ex:g { ex:a ex:p 1 }",
        "SELECT * WHERE { ?s ?p ?o }"
      })
  void what_is_refused_is_refused_whole(String operation) {
    fill("INSERT DATA { GRAPH ex:g { ex:a ex:p 0 } }");
    Revision before = store.revision();
    GraphFailure refused =
        assertThrows(
            GraphFailure.class,
            () -> update("INSERT DATA { GRAPH ex:g { ex:first ex:p 1 } } ; " + operation));
    assertTrue(
        refused instanceof GraphFailure.QueryRejected
            || refused instanceof GraphFailure.ServiceRefused
            || refused instanceof GraphFailure.StatementRejected,
        refused::toString);
    assertEquals(before, store.revision());
    assertTrue(ask("FILTER NOT EXISTS { ex:first ?p ?o }"));
  }

  @Test
  void a_syntax_error_has_its_place() {
    GraphFailure.QueryRejected rejected =
        assertThrows(GraphFailure.QueryRejected.class, () -> update("\nINSERT DATA { GRAPH }"));
    assertEquals(2, rejected.line());
  }

  @Test
  void an_update_that_takes_too_long_is_stopped_and_nothing_is_written() {
    StringBuilder many = new StringBuilder("INSERT DATA { GRAPH ex:g {");
    for (int i = 0; i < 500; i++) {
      many.append(" ex:s").append(i).append(" ex:p ").append(i).append(" .");
    }
    update(many.append("} }").toString());
    Revision before = store.revision();
    long start = System.nanoTime();
    assertThrows(
        GraphFailure.DeadlineExceeded.class,
        () ->
            write(
                Update.of(
                    PREFIX
                        + "INSERT { GRAPH ex:h { ex:n ex:is ?n } } WHERE { SELECT (COUNT(*) AS ?n)"
                        + " { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l } }"),
                Deadline.after(Duration.ofMillis(300))));
    assertTrue(Duration.ofNanos(System.nanoTime() - start).toMillis() < 1300);
    assertEquals(before, store.revision());
  }

  @Test
  void what_breaks_a_shape_is_refused_whole() {
    WriteOutcome outcome = update("INSERT DATA { GRAPH ex:g { ex:a a ex:Thing } }");
    assertEquals(
        1, assertInstanceOf(WriteOutcome.Refused.class, outcome).report().violations().size());
    assertTrue(ask("FILTER NOT EXISTS { ex:a ?p ?o }"));
  }

  private WriteOutcome update(String operations) {
    return write(Update.of(PREFIX + operations), LONG);
  }

  private WriteOutcome write(Update update, Deadline deadline) {
    return store.write("test", "Update", transaction -> transaction.update(update, deadline));
  }

  private boolean ask(String pattern) {
    return store.read(Scope.ALL, LONG, view -> view.ask(PREFIX + "ASK { " + pattern + " }"));
  }
}
