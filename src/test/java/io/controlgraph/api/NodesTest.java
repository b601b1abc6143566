package io.controlgraph.api;

import static io.controlgraph.testing.ProblemShape.assertProblem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.controlgraph.testing.Answer;
import io.controlgraph.testing.Served;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
final class NodesTest {
  private static final String TRIG =
      """
      PREFIX cg: <https://w3id.org/controlgraph/ns#>
      PREFIX dcterms: <http://purl.org/dc/terms/>
      PREFIX owl: <http://www.w3.org/2002/07/owl#>
      PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
      PREFIX id: <http://localhost:7070/id/acme/>
      PREFIX g: <http://localhost:7070/graph/acme/>
      g:assets {
        id:A-1 a cg:Dataset ; rdfs:label "Images"@en ; dcterms:identifier "A-1" ;
          cg:inOrganisation id:acme ; cg:partOf id:A-2 ; cg:count 5 .
        id:A-2 a cg:Asset ; rdfs:label "Archive" ; dcterms:identifier "A-2" .
        id:acme a cg:Organisation ; rdfs:label "Acme" ; dcterms:identifier "acme" .
        id:a%2Fb rdfs:label "Slash" .
        id:T-1 rdfs:label "Twin" . id:T-2 rdfs:label "Twin" .
      }
      g:more {
        id:A-1 rdfs:label "Images"@en ; rdfs:comment "Old"@de .
        id:I-1 a cg:Implementation ; rdfs:label "beta" ; cg:target id:A-1 .
        id:I-2 a cg:Implementation, cg:Version ; rdfs:label "Alpha" ; cg:target id:A-1 .
        id:I-3 rdfs:label "gamma" ; cg:target id:A-1 ; cg:owner id:A-1 .
      }
      g:again { id:I-1 cg:target id:A-1 . }
      <https://w3id.org/controlgraph/graph/ontology> {
        cg:target rdfs:label "target" . cg:targetOf owl:inverseOf cg:target ; rdfs:label "target of" .
        cg:Dataset rdfs:label "Dataset" . cg:Implementation rdfs:label "Implementation" .
        cg:partOf rdfs:label "part of" .
      }
      """;

  private Served served;

  @BeforeEach
  void serve(@TempDir Path folder) {
    served = Served.in(folder, Served.Recipe.PLAIN).with(TRIG);
  }

  @AfterEach
  void stop() {
    served.close();
  }

  private JsonNode json(String path) throws Exception {
    Answer answer = served.get(path);
    assertEquals(200, answer.status(), answer.body());
    return answer.json();
  }

  /** The member of an array that has a value at a pointer. */
  private static JsonNode where(JsonNode array, String pointer, String value) {
    List<JsonNode> found = new ArrayList<>();
    array.forEach(
        each -> {
          if (each.at(pointer).asText().equals(value)) {
            found.add(each);
          }
        });
    assertEquals(1, found.size(), array.toString());
    return found.get(0);
  }

  @Test
  void aThingIsToldWithItsStatementsAndWhoStatesThem() throws Exception {
    JsonNode node = json("/api/v1/nodes?node=acme/A-1");
    assertEquals(Served.BASE + "id/acme/A-1", node.path("iri").asText());
    assertEquals("acme/A-1", node.path("path").asText());
    assertEquals("Images", node.path("label").asText());
    assertEquals("A-1", node.path("id").asText());
    assertEquals("Dataset", node.at("/types/0/label").asText());
    assertEquals("Acme", node.at("/organisation/label").asText());
    assertEquals("/doc/acme/A-1.ttl", node.path("documents").path("text/turtle").asText());
    JsonNode properties = node.path("properties");
    JsonNode label =
        where(properties, "/property/iri", "http://www.w3.org/2000/01/rdf-schema#label")
            .at("/values/0");
    assertEquals("Images", label.path("value").asText());
    assertEquals("en", label.path("language").asText());
    assertFalse(label.has("datatype"));
    assertEquals(
        "[\"http://localhost:7070/graph/acme/assets\",\"http://localhost:7070/graph/acme/more\"]",
        label.path("graphs").toString());
    JsonNode part = where(properties, "/property/label", "part of");
    assertEquals(1, part.path("count").asInt());
    assertEquals("Archive", part.at("/values/0/label").asText());
    JsonNode count = where(properties, "/property/iri", "https://w3id.org/controlgraph/ns#count");
    assertEquals(
        "http://www.w3.org/2001/XMLSchema#integer", count.at("/values/0/datatype").asText());
    JsonNode target = where(node.path("incoming"), "/property/label", "target");
    assertEquals(3, target.path("count").asInt());
    assertEquals("target of", target.at("/inverse/label").asText());
    assertEquals(200, served.get(node.path("neighbours").asText()).status());
  }

  @Test
  void aThingIsFoundByAnyOfItsNames() throws Exception {
    for (String name :
        List.of(
            "http://localhost:7070/id/acme/A-1",
            "<http://localhost:7070/id/acme/A-1>",
            "id:acme/A-1",
            "A-1",
            "Images")) {
      assertEquals(
          Served.BASE + "id/acme/A-1",
          json("/api/v1/nodes?node=" + Served.encode(name)).path("iri").asText(),
          name);
    }
    String iri = Served.encode(Served.BASE + "id/acme/A-1");
    assertEquals("Images", json("/api/v1/nodes/" + iri).path("label").asText());
    assertEquals(
        json("/api/v1/neighbours?node=acme/A-1"), json("/api/v1/nodes/" + iri + "/neighbours"));
    assertProblem(served.get("/api/v1/nodes/" + iri + "/others"), 404, "no-such-thing");
    assertEquals("Images", json("/api/v1/nodes/acme/A-1").path("label").asText());
    assertEquals("Dataset", json("/api/v1/nodes?node=cg:Dataset").path("label").asText());
    assertEquals(
        "/ontology/Dataset.ttl",
        json("/api/v1/nodes?node=cg:Dataset").path("documents").path("text/turtle").asText());
    assertEquals("Slash", json("/api/v1/nodes/acme/a%2Fb").path("label").asText());
    assertEquals(
        "Slash",
        json("/api/v1/nodes/" + Served.encode(Served.BASE + "id/acme/a%2Fb"))
            .path("label")
            .asText());
    assertEquals(
        "Slash",
        json("/api/v1/nodes?node=" + Served.encode(Served.BASE + "id/acme/a%2Fb"))
            .path("label")
            .asText());
  }

  @Test
  void aNameForNothingOrForTwoThingsIsRefusedWithCandidates() throws Exception {
    assertProblem(served.get("/api/v1/nodes"), 400, "missing-parameter");
    JsonNode two = assertProblem(served.get("/api/v1/nodes?node=Twin"), 409, "ambiguous-name");
    assertEquals("acme/T-1", two.at("/candidates/0/path").asText());
    assertEquals("acme/T-2", two.at("/candidates/1/path").asText());
    assertEquals(200, served.get("/api/v1/search?q=a").status());
    JsonNode none = assertProblem(served.get("/api/v1/nodes?node=imges"), 404, "no-such-thing");
    assertEquals("acme/A-1", none.at("/candidates/0/path").asText());
    assertProblem(served.get("/api/v1/nodes/acme/nothing"), 404, "no-such-thing");
    assertProblem(served.get("/api/v1/nodes?node=urn:x:y"), 404, "no-such-thing");
    assertProblem(served.get("/api/v1/neighbours?node=urn:x:y"), 404, "no-such-thing");
  }

  @Test
  void neighboursAreCountedByPropertyDirectionAndType() throws Exception {
    JsonNode answer = json("/api/v1/neighbours?node=acme/A-1");
    assertEquals("Images", answer.at("/node/label").asText());
    JsonNode target = where(answer.path("links"), "/property/label", "target");
    assertEquals("in", target.path("direction").asText());
    assertEquals("target of", target.at("/inverse/label").asText());
    assertEquals(3, target.path("count").asInt(), "a link in two graphs is one");
    JsonNode types = target.path("types");
    assertEquals(3, types.size(), types.toString());
    assertEquals("Implementation", types.at("/0/label").asText());
    assertEquals(2, types.at("/0/count").asInt());
    assertEquals("https://w3id.org/controlgraph/ns#Version", types.at("/1/iri").asText());
    assertEquals("{\"count\":1}", types.path(2).toString());
    JsonNode part = where(answer.path("links"), "/property/label", "part of");
    assertEquals("out", part.path("direction").asText());
    assertFalse(part.has("inverse"));
  }

  @Test
  void neighboursComeInPagesInTheOrderOfTheirLabels() throws Exception {
    String path = "/api/v1/neighbours?node=acme%2FA-1&property=cg%3Atarget";
    Answer first = served.get(path + "&limit=2");
    assertEquals("3", first.header("ControlGraph-Total"));
    assertEquals("Alpha", first.json().at("/neighbours/0/label").asText());
    assertEquals("beta", first.json().at("/neighbours/1/label").asText());
    assertEquals("in", first.json().at("/neighbours/0/direction").asText());
    assertEquals("target of", first.json().at("/neighbours/0/inverse/label").asText());
    assertTrue(
        first.header("Link").contains("<" + path + "&limit=2&offset=2>; rel=\"next\""),
        first.header("Link"));
    JsonNode second = json(path + "&limit=2&offset=2");
    assertEquals("gamma", second.at("/neighbours/0/label").asText());
    assertEquals(1, second.path("neighbours").size());
    JsonNode typed = json("/api/v1/neighbours/acme/A-1?type=cg:Version");
    assertEquals("Alpha", typed.at("/neighbours/0/label").asText());
    assertEquals(1, typed.path("neighbours").size());
    JsonNode out = json("/api/v1/neighbours/acme/A-1?direction=out");
    assertEquals("Acme", out.at("/neighbours/0/label").asText());
    assertEquals(3, out.path("neighbours").size(), "class, organisation, archive");
    Answer none = served.get(path + "&limit=0");
    assertEquals("3", none.header("ControlGraph-Total"));
    assertEquals(0, none.json().path("neighbours").size());
    assertProblem(served.get(path + "&direction=up"), 400, "bad-parameter");
    assertProblem(served.get("/api/v1/neighbours/acme/A-1?property=nothing"), 400, "bad-parameter");
  }

  @Test
  void aLimitGivesTheCountsAndTheFirstNeighbours() throws Exception {
    Answer answer = served.get("/api/v1/neighbours?node=acme/A-1&limit=2");
    assertEquals("7", answer.header("ControlGraph-Total"), "three out, four in");
    JsonNode both = answer.json();
    assertEquals(3, where(both.path("links"), "/property/label", "target").path("count").asInt());
    assertEquals("Acme", both.at("/neighbours/0/label").asText());
    assertEquals("Alpha", both.at("/neighbours/1/label").asText());
    assertEquals(2, both.path("neighbours").size());
    assertFalse(json("/api/v1/neighbours?node=acme/A-1").has("neighbours"));
  }

  @Test
  void theIndexAndTheGraphTellTheSame() throws Exception {
    String counts = served.get("/api/v1/neighbours/acme/A-1").body();
    String page = served.get("/api/v1/neighbours/acme/A-1?direction=in").body();
    assertEquals(200, served.get("/api/v1/search?q=a").status());
    assertEquals(counts, served.get("/api/v1/neighbours/acme/A-1").body());
    assertEquals(page, served.get("/api/v1/neighbours/acme/A-1?direction=in").body());
  }

  @Test
  void anAnswerKeepsItsTagUntilTheGraphChanges() throws Exception {
    String path = "/api/v1/nodes/acme/A-1";
    String tag = served.get(path).header("ETag");
    assertEquals(304, served.get(path, "If-None-Match", tag).status());
    Answer head = served.send(served.request(path).method("HEAD", BodyPublishers.noBody()));
    assertEquals(200, head.status());
    assertEquals(tag, head.header("ETag"));
    served.with(
        "<http://localhost:7070/graph/x> { <http://localhost:7070/id/x/1>"
            + " <http://www.w3.org/2000/01/rdf-schema#label> 'X' }");
    assertEquals(200, served.get(path, "If-None-Match", tag).status());
  }
}
