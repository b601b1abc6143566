package io.controlgraph.api;

import static io.controlgraph.testing.ProblemShape.assertProblem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import io.controlgraph.testing.Answer;
import io.controlgraph.testing.Served;
import io.controlgraph.testing.ServedHospital;
import io.controlgraph.vocab.Cg;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Why a cell of the hospital stands where it does, over HTTP. */
@Timeout(120)
final class WhyRoutesTest {
  private static final String WHY = "/api/v1/coverage/why?";
  private static final String CRYPTOGRAPHY =
      WHY + "requirement=iso27001-2022/A.8.24&target=DS-CXR-TRAIN";
  private static final String ID = "http://localhost:7070/id/hospital/";

  private static Served served;

  @BeforeAll
  static void serve(@TempDir Path folder) throws Exception {
    served = ServedHospital.in(folder);
  }

  @AfterAll
  static void stop() {
    served.close();
  }

  /**
   * As the files of the hospital say of IMP-026, EVD-024 and TST-025; a configuration export counts
   * for three months.
   */
  @Test
  void says_what_each_rung_rests_on_or_lacks() throws Exception {
    JsonNode answer = served.get(CRYPTOGRAPHY).json();
    assertEquals("2026-03-31", answer.path("day").asText());
    assertEquals(1, answer.path("cells").size());
    JsonNode cell = answer.path("cells").path(0);
    assertEquals("claimed", cell.path("standing").asText());
    assertEquals(
        ID + "implementations/IMP-026",
        cell.path("carrier").path("implementation").path("iri").asText());
    assertTrue(
        says(cell.path("carrier"), "assets/DS-CXR-TRAIN", "runsIn", ID + "assets/ENV-LABEL"));
    assertEquals(
        List.of(
            "not-implemented true",
            "planned true",
            "partial true",
            "claimed true",
            "evidenced false",
            "owned false",
            "effective false"),
        rungs(cell));
    assertEquals(List.of(), texts(rung(cell, "claimed").path("missing")));
    assertEquals(
        List.of(
            "no evidence in force proves Encryption of the labelling share (IMP-026)",
            "its last evidence, Volume settings of the file server (EVD-024), ran out on"
                + " 2025-02-06"),
        texts(rung(cell, "evidenced").path("missing")));
    assertTrue(
        says(
            rung(cell, "owned"), "implementations/IMP-026", "accountable", ID + "posts/POST-CISO"));
    assertTrue(
        texts(rung(cell, "effective").path("missing"))
            .contains(
                "test Design test of Encryption of the labelling share on 2024-11-06 (TST-025)"
                    + " passed on 2024-11-06 and was due again on 2025-11-06"));
    assertTrue(cell.path("expected").path("holds").asBoolean());
    assertTrue(
        says(cell.path("inScope"), "scope-versions/SCOPE-3", "includes", ID + "units/U-RAD"));
  }

  @Test
  void names_the_graphs_of_each_statement() throws Exception {
    JsonNode cell = served.get(CRYPTOGRAPHY).json().path("cells").path(0);
    for (JsonNode said : cell.path("carrier").path("statements")) {
      JsonNode graphs = said.path("graphs");
      assertFalse(graphs.isEmpty(), said.toString());
      assertTrue(
          served
              .get(
                  Served.sparql(
                      "ASK { GRAPH <%s> { <%s> <%s> <%s> } }"
                          .formatted(
                              graphs.path(0).asText(),
                              said.path("subject").path("iri").asText(),
                              said.path("property").asText(),
                              said.path("object").path("iri").asText())))
              .json()
              .path("boolean")
              .asBoolean(),
          said.toString());
    }
  }

  @Test
  void lacks_nothing_at_the_top() throws Exception {
    JsonNode cell =
        served
            .get(WHY + "requirement=iso27001-2022/4.3&target=hospital/management-systems/ISMS")
            .json()
            .path("cells")
            .path(0);
    assertEquals("effective", cell.path("standing").asText(), cell.toString());
    for (JsonNode rung : cell.path("rungs")) {
      assertTrue(rung.path("reached").asBoolean());
      assertEquals(0, rung.path("missing").size());
      assertTrue(rung.path("statements").size() > 0, rung.toString());
    }
  }

  @Test
  void names_the_decision_that_takes_a_requirement_out() throws Exception {
    JsonNode cell =
        served
            .get(WHY + "requirement=iso27001-2022/A.7.6&target=SITE-EAST&org=hospital")
            .json()
            .path("cells")
            .path(0);
    assertEquals("not-applicable", cell.path("standing").asText());
    assertFalse(cell.path("applicable").path("holds").asBoolean());
    assertEquals(1, cell.path("applicable").path("missing").size());
    assertTrue(cell.path("applicable").path("statements").size() > 0);
  }

  @Test
  void says_why_there_is_no_cell() throws Exception {
    JsonNode answer =
        served.get(WHY + "requirement=iso27001-2022/A.5.1&target=DS-CXR-TRAIN").json();
    assertEquals(0, answer.path("cells").size());
    assertEquals(
        List.of(
            "no rule in force expects Policies for information security (A.5.1) at Chest X-ray"
                + " training set (DS-CXR-TRAIN), of the kind Dataset (TargetKind-dataset)"),
        texts(answer.path("without").path(0).path("reasons").path(0).path("missing")));
  }

  @Test
  void knows_nothing_of_an_organisation_that_is_not_there() throws Exception {
    JsonNode answer = served.get(CRYPTOGRAPHY + "&org=http://example.org/none").json();
    assertEquals(0, answer.path("cells").size());
    assertEquals(0, answer.path("without").size(), answer.toString());
  }

  @Test
  void gives_the_statements_as_rdf_and_to_be_drawn() throws Exception {
    Answer answer = served.get(CRYPTOGRAPHY + "&format=turtle");
    assertTrue(answer.header("Content-Type").startsWith("text/turtle"));
    Graph graph = RDFParser.fromString(answer.body(), Lang.TURTLE).toGraph();
    assertTrue(
        graph.contains(
            NodeFactory.createURI(ID + "implementations/IMP-026"),
            Cg.TARGET_PROPERTY,
            NodeFactory.createURI(ID + "assets/ENV-LABEL")));
    assertEquals(
        graph.size(), served.get(CRYPTOGRAPHY + "&format=ntriples").body().lines().count());
    assertTrue(served.get(CRYPTOGRAPHY + "&format=dot").body().startsWith("digraph"));
    assertTrue(served.get(CRYPTOGRAPHY + "&format=mermaid").body().contains("2026-01-12"));
  }

  @Test
  void has_the_shape_described() throws Exception {
    ObjectNode schema = served.get("/openapi.json").json().deepCopy();
    schema.put("$ref", "#/components/schemas/WhyAnswer");
    assertTrue(schema.path("components").path("schemas").has("WhyAnswer"));
    JsonSchema described = JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(schema);
    for (String asked :
        List.of(CRYPTOGRAPHY, WHY + "requirement=iso27001-2022/A.5.1&target=DS-CXR-TRAIN")) {
      assertEquals(Set.of(), described.validate(served.get(asked).json()));
    }
    assertFalse(described.validate(Answer.parse("{\"cells\": 1}")).isEmpty());
  }

  @ParameterizedTest
  @CsvSource({
    "target=DS-CXR-TRAIN, 400, missing-parameter",
    "requirement=iso27001-2022/A.8.24, 400, missing-parameter",
    "requirement=nothing&target=DS-CXR-TRAIN, 404, no-such-thing",
    "requirement=iso27001-2022/A.8.24&target=DS-CXR-TRAIN&org=nobody, 400, bad-arguments",
    "requirement=iso27001-2022/A.8.24&target=DS-CXR-TRAIN&day=yesterday, 400, bad-parameter",
    "requirement=iso27001-2022/A.8.24&target=DS-CXR-TRAIN&colour=red, 400, unknown-parameter"
  })
  void refuses_what_it_does_not_know(String asked, int status, String kind) throws Exception {
    assertProblem(served.get(WHY + asked), status, kind);
  }

  private static List<String> rungs(JsonNode cell) {
    List<String> rungs = new ArrayList<>();
    for (JsonNode rung : cell.path("rungs")) {
      rungs.add(rung.path("rung").asText() + " " + rung.path("reached").asBoolean());
    }
    return rungs;
  }

  private static JsonNode rung(JsonNode cell, String name) {
    for (JsonNode rung : cell.path("rungs")) {
      if (rung.path("rung").asText().equals(name)) {
        return rung;
      }
    }
    throw new AssertionError(name);
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(each -> texts.add(each.asText()));
    return texts;
  }

  private static boolean says(JsonNode part, String subject, String property, String object) {
    for (JsonNode said : part.path("statements")) {
      if (said.path("subject").path("iri").asText().equals(ID + subject)
          && said.path("property").asText().equals(Cg.NS + property)
          && said.path("object").path("iri").asText().equals(object)) {
        return true;
      }
    }
    return false;
  }
}
