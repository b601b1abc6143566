package io.controlgraph.api;

import static io.controlgraph.graph.Quads.add;
import static io.controlgraph.graph.Quads.all;
import static io.controlgraph.graph.Quads.iri;
import static io.controlgraph.graph.Quads.quad;
import static io.controlgraph.testing.ProblemShape.assertProblem;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.controlgraph.graph.GraphStore;
import io.controlgraph.testing.Answer;
import io.controlgraph.testing.Served;
import io.controlgraph.vocab.Reference;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.Set;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Revisions are taken back whole, or not at all. */
@Timeout(60)
final class RevertTest {
  private static final String SHAPES =
      """
      PREFIX sh: <http://www.w3.org/ns/shacl#>
      PREFIX : <http://example.org/>
      :Owned a sh:NodeShape ; sh:targetClass :Control ;
        sh:property [ sh:path :owner ; sh:class :Post ; sh:minCount 1 ] .
      """;
  private static final Quad KEPT = quad("g", "kept", "p", "o");
  private static final Quad NEW = quad("g", "new", "p", "o");
  private static final Quad NUMBER =
      new Quad(
          NEW.getGraph(),
          NEW.getSubject(),
          NEW.getPredicate(),
          NodeFactory.createLiteralDT("1.50", XSDDatatype.XSDdecimal));

  private Served served;
  private GraphStore store;

  @BeforeEach
  void serve(@TempDir Path folder) {
    served =
        Served.in(
            folder,
            Served.Recipe.PLAIN.withShapes(RDFParser.fromString(SHAPES, Lang.TURTLE).toGraph()));
    store = served.store();
    add(store, KEPT);
    store.write(
        "test",
        "Change",
        tx -> {
          tx.delete(KEPT);
          tx.add(NEW);
          tx.add(NUMBER);
        });
  }

  @AfterEach
  void stop() {
    served.close();
  }

  private Answer revert(long number, String query) throws Exception {
    return served.send(
        served
            .request("/api/v1/revisions/" + number + "/revert" + query)
            .header("Authorization", "Bearer " + served.secret())
            .POST(BodyPublishers.noBody()));
  }

  @Test
  void whatWasAddedGoesAndWhatWasRemovedComesBackInARevisionOfItsOwn() throws Exception {
    Set<Quad> changed = all(store);
    Answer answer = revert(2, "?author=Ada&message=A%20mistake");
    assertEquals(201, answer.status(), answer.body());
    assertEquals("/api/v1/revisions/3", answer.header("Location"));
    JsonNode entry = answer.json();
    assertEquals(3, entry.path("number").asInt());
    assertEquals("Ada", entry.path("author").asText());
    assertEquals("A mistake", entry.path("message").asText());
    assertEquals(1, entry.path("added").asInt());
    assertEquals(2, entry.path("deleted").asInt());
    assertEquals(Set.of(KEPT), all(store));

    assertEquals(201, revert(3, "").status(), "what was taken back can be brought back");
    assertEquals(changed, all(store));
    assertEquals(
        "Take back revision 3", served.get("/api/v1/revisions/4").json().path("message").asText());
  }

  @Test
  void aRevisionOfWhichAnotherHasChangedAStatementStays() throws Exception {
    store.write("test", "Change", tx -> tx.delete(NEW));
    Set<Quad> before = all(store);
    JsonNode problem = assertProblem(revert(2, ""), 409, "changed-since");
    assertEquals(3, problem.path("revision").asInt());
    assertEquals(before, all(store));
    store.write("test", "Change", tx -> tx.add(NEW));
    assertProblem(revert(2, ""), 409, "changed-since");
    assertEquals(4, store.revision().number());
  }

  @Test
  void laterRevisionsThatChangeOtherThingsAreKept() throws Exception {
    Quad other = quad("g", "other", "p", "o");
    add(store, other);
    assertEquals(201, revert(2, "").status());
    assertEquals(Set.of(KEPT, other), all(store));
  }

  @Test
  void nothingIsTakenBackThatOthersNeed() throws Exception {
    Node graph = iri("g");
    add(store, Quad.create(graph, iri("post"), RDF.Nodes.type, iri("Post")));
    add(
        store,
        Quad.create(graph, iri("control"), RDF.Nodes.type, iri("Control")),
        quad("g", "control", "owner", "post"));
    Set<Quad> before = all(store);
    JsonNode problem = assertProblem(revert(3, ""), 422, "shapes-broken");
    assertEquals(iri("control").getURI(), problem.at("/violations/0/focus").asText());
    assertEquals(before, all(store));
    assertEquals(201, revert(4, "").status());
    assertEquals(201, revert(3, "").status());
  }

  @Test
  void referenceDataIsTheProgramsOwn() throws Exception {
    store.write(
        "test",
        "Reference",
        tx ->
            tx.add(
                new Quad(
                    Reference.ONTOLOGY_GRAPH,
                    NEW.getSubject(),
                    NEW.getPredicate(),
                    NEW.getObject())));
    assertProblem(revert(3, ""), 409, "reference-data");
    assertEquals(3, store.revision().number());
  }

  @Test
  void onlyWhoShowsTheSecretTakesBackAndOnlyWhatIsThere() throws Exception {
    Answer without = served.post("/api/v1/revisions/2/revert", "text/plain", "");
    assertProblem(without, 401, "missing-secret");
    assertProblem(revert(9, ""), 404, "no-such-revision");
    assertEquals(2, store.revision().number());
  }
}
