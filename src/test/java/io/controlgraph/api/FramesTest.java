package io.controlgraph.api;

import static io.controlgraph.testing.ProblemShape.assertProblem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.controlgraph.graph.Deadline;
import io.controlgraph.graph.Scope;
import io.controlgraph.ingest.ImportOptions;
import io.controlgraph.ingest.ImportOutcome;
import io.controlgraph.ingest.Progress;
import io.controlgraph.ingest.csv.CsvImporter;
import io.controlgraph.ingest.reference.ReferenceData;
import io.controlgraph.ingest.reference.SampleOrganisations;
import io.controlgraph.testing.Answer;
import io.controlgraph.testing.Served;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Things of the sample hospital as trees, read as a program reads JSON. */
@Timeout(120)
final class FramesTest {
  private static final String ASSET = "/doc/hospital/assets/DS-CXR-TRAIN.jsonld?frame=asset";
  private static final String CONTROL = "/doc/iso27001-2022/annex-a/A.8.13.jsonld?frame=control";
  private static final String INCIDENT =
      "/doc/hospital/incidents/INC-2026-01.jsonld?frame=incident";
  private static final String RISK = "/doc/hospital/risks/RSK-002.jsonld?frame=risk";

  private static Served served;

  @BeforeAll
  static void serve(@TempDir Path folder) throws IOException {
    Clock clock = Clock.fixed(Instant.parse("2026-03-31T06:00:00Z"), ZoneOffset.UTC);
    served = Served.in(folder, Served.Recipe.PLAIN);
    ReferenceData.bringUpToDate(served.store(), clock);
    assertInstanceOf(
        ImportOutcome.Imported.class,
        new CsvImporter(served.store(), clock)
            .run(
                SampleOrganisations.files().stream()
                    .filter(file -> "hospital".equals(file.organisation()))
                    .toList(),
                ImportOptions.of("compliance", "Import the hospital"),
                Progress.NONE));
  }

  @AfterAll
  static void stop() {
    served.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /id                                                | http://localhost:7070/id/hospital/assets/DS-CXR-TRAIN
          /types/1                                           | Dataset
          /identifier                                        | DS-CXR-TRAIN
          /label                                             | Chest X-ray training set
          /personalData                                      | true
          /validFrom                                         | 2021-02-01
          /classification/notation                           | restricted
          /accountable/label                                 | Labelling Coordinator
          /derivedFrom/0/label                               | Chest X-ray archive
          /implementations/0/identifier                      | IMP-027
          /implementations/0/status/notation                 | implemented
          /implementations/0/reviewPeriodMonths              | 12
          /implementations/0/requirements/0/identifier       | A.8.13
          /implementations/0/requirements/0/id               | https://w3id.org/controlgraph/id/iso27001-2022/annex-a/A.8.13
          /implementations/0/requirements/0/title            | Information backup
          /implementations/0/requirements/0/framework/title  | ISO/IEC 27001:2022
          /implementations/0/evidence/0/evidenceType/notation | policy-document
          /implementations/0/accountable/label               | Model Operations Lead
          /implementations/0/accountable/appointments/0/person/identifier | P-0219
          /risks/0/label                                     | Corrupted training data makes the chest model miss findings
          /risks/0/threats/0/identifier                      | THR-01
          /risks/0/treatments/0/requirements/0/title         | Access control
          /incidents/0/identifier                            | INC-2026-01
          /incidents/0/severity/notation                     | high
          """)
  void an_asset_with_what_belongs_to_it(String path, String value) throws Exception {
    assertEquals(value, served.get(ASSET).json().at(path).asText());
  }

  @Test
  void values_are_what_json_has_for_them() throws Exception {
    JsonNode asset = served.get(ASSET).json();
    assertTrue(asset.at("/personalData").isBoolean());
    assertTrue(asset.at("/implementations/0/reviewPeriodMonths").isInt());
    assertTrue(asset.at("/trainedOn").isArray(), "no values, yet an array");
    assertEquals(0, asset.at("/trainedOn").size());
    assertEquals(0, asset.at("/implementations/0/tests").size());
    assertFalse(asset.has("validUntil"), "absent, not null");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /identifier                          | A.8.13
          /title                               | Information backup
          /framework/identifier                | iso27001-2022
          /theme/title                         | Technological controls
          /mappingsTo/0/mappingSubject/title   | Information backup
          /mappingsTo/0/mappingSubject/framework/identifier | iso27001-2013
          /mappingsTo/0/mappingPredicate/id    | http://www.w3.org/2004/02/skos/core#exactMatch
          /mappingsTo/0/confidence             | 0.95
          /implementations/0/identifier        | IMP-027
          /implementations/0/targets/0/identifier | DS-CXR-TRAIN
          /implementations/0/inOrganisation/label | Riverside Hospital Group
          /implementations/0/status/prefLabel  | Implemented
          /implementations/0/evidence/0/label  | Backup plan for training sets
          """)
  void a_control_with_who_has_implemented_it(String path, String value) throws Exception {
    assertEquals(value, served.get(CONTROL).json().at(path).asText());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /severity/notation                        | high
          /affects/0/identifier                     | DS-CXR-TRAIN
          /realises/1/identifier                    | RSK-002
          /findings/0/identifier                    | CFD-007
          /findings/0/finding/notation              | failed
          /findings/0/requirement/identifier        | A.8.13
          /findings/0/target/label                  | Chest X-ray training set
          /findings/0/implementation/label          | Backup of training sets
          /findings/0/implementation/accountable/identifier | POST-MLOPS
          /findings/0/implementation/accountable/appointments/0/person/identifier | P-0219
          /findings/0/implementation/evidence/0/identifier | EVD-025
          /notifications/0/regime                   | GDPR art. 33, 72 hours
          /nonconformities/0/correctiveActions/0/label | Bring both training sets into the backup service
          /nonconformities/0/correctiveActions/0/owner/label | Model Operations Lead
          """)
  void an_incident_with_what_held_and_what_did_not(String path, String value) throws Exception {
    assertEquals(value, served.get(INCIDENT).json().at(path).asText());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /threatens/0/identifier                         | DS-CXR-TRAIN
          /threats/0/source                               | MITRE ATLAS AML.T0020
          /owner/appointments/0/person/identifier         | P-0219
          /evaluations/0/evaluationKind/notation          | inherent
          /evaluations/0/likelihood                       | 3
          /evaluations/0/dimensions/0/notation            | availability
          /treatments/0/treatmentOption/notation          | modify
          /treatments/0/requirements/0/identifier         | A.8.13
          /treatments/0/requirements/0/implementations/0/identifier | IMP-027
          /incidents/0/identifier                         | INC-2026-01
          """)
  void a_risk_with_what_is_done_about_it(String path, String value) throws Exception {
    JsonNode risk = served.get(RISK).json();
    assertEquals(value, risk.at(path).asText());
    // Both follow cg:risk backwards, to things of different classes.
    assertEquals(2, risk.at("/evaluations").size());
    assertEquals(1, risk.at("/treatments").size());
  }

  @ParameterizedTest
  @ValueSource(strings = {ASSET, CONTROL, INCIDENT, RISK})
  void it_is_one_tree_whose_statements_are_those_of_the_store(String path) throws Exception {
    Answer answer = served.get(path);
    assertEquals("application/ld+json", answer.contentType());
    assertFalse(answer.json().has("@graph"));
    assertTrue(answer.json().path("@context").isObject(), "embedded");
    DatasetGraph said = RDFParser.fromString(answer.body(), Lang.JSONLD11).toDatasetGraph();
    assertEquals(0, said.stream().filter(quad -> !quad.isDefaultGraph()).count());
    Graph graph = said.getDefaultGraph();
    assertTrue(graph.size() > 50, () -> "only " + graph.size());
    List<String> invented =
        served
            .store()
            .read(
                Scope.ALL,
                Deadline.after(Duration.ofMinutes(1)),
                view ->
                    graph.stream()
                        .filter(
                            triple -> {
                              try (Stream<Quad> known =
                                  view.quads(
                                      Node.ANY,
                                      triple.getSubject(),
                                      triple.getPredicate(),
                                      triple.getObject())) {
                                return known.findAny().isEmpty();
                              }
                            })
                        .map(Object::toString)
                        .toList());
    assertEquals(List.of(), invented);
  }

  @ParameterizedTest
  @ValueSource(strings = {ASSET, CONTROL, INCIDENT, RISK})
  void it_is_the_same_text_each_time_and_sent_again_only_when_it_may_differ(String path)
      throws Exception {
    Answer first = served.get(path);
    assertEquals(first.body(), served.get(path).body());
    assertEquals("2026-03-31", first.header("ControlGraph-Day"));
    String tag = first.header("ETag");
    assertEquals(304, served.get(path, "If-None-Match", tag).status());
    Answer another = served.get(path + "&day=2022-06-01", "If-None-Match", tag);
    assertEquals(200, another.status());
    assertNotEquals(tag, another.header("ETag"));
  }

  @Test
  void the_page_about_frames_shows_what_is_there() throws Exception {
    Pattern row =
        Pattern.compile("\\| `(\\w+)` \\| [^|]+ \\| `([^`]+)` \\| `([^`]+)` \\| `([^`]+)` \\|");
    List<String> shown = new ArrayList<>();
    for (String line : Files.readAllLines(Path.of("src/docs/frames.md"))) {
      Matcher found = row.matcher(line);
      if (found.matches()) {
        shown.add(found.group(1));
        JsonNode tree = served.get(found.group(2)).json();
        assertEquals(found.group(4), tree.at(found.group(3)).asText(), line);
      }
    }
    assertEquals(List.of("asset", "control", "incident", "risk"), shown);
  }

  @Test
  void who_holds_a_post_is_of_the_day() throws Exception {
    String holders = "/owner/appointments";
    assertEquals(1, served.get(RISK).json().at(holders).size());
    assertEquals(0, served.get(RISK + "&day=2022-06-01").json().at(holders).size());
    assertProblem(served.get(RISK + "&day=soon"), 400, "bad-parameter");
  }

  @ParameterizedTest
  @ValueSource(strings = {"application/ld+json", "application/json", "*/*"})
  void the_iri_of_a_thing_leads_to_its_tree(String accept) throws Exception {
    Answer answer = served.get("/id/hospital/risks/RSK-002?frame=risk", "Accept", accept);
    assertEquals(303, answer.status());
    assertEquals(RISK, answer.header("Location"));
    assertEquals(
        RISK + "&day=2026-01-16",
        served
            .get("/id/hospital/risks/RSK-002?frame=risk&day=2026-01-16", "Accept", accept)
            .header("Location"));
  }

  @Test
  void json_is_json_when_asked_for_by_that_name() throws Exception {
    Answer answer =
        served.get("/doc/hospital/risks/RSK-002?frame=risk", "Accept", "application/json");
    assertEquals("application/json", answer.contentType());
    assertEquals("RSK-002", answer.json().path("identifier").asText());
  }

  @Test
  void documents_link_to_the_trees_that_fit() throws Exception {
    String link = "<" + RISK + ">; rel=\"alternate\"; type=\"application/ld+json\"; title=\"risk\"";
    for (String path : List.of(RISK, "/doc/hospital/risks/RSK-002.ttl")) {
      String links = served.get(path).header("Link");
      assertTrue(links.contains(link), links);
      assertFalse(links.contains("frame=asset"), links);
    }
  }

  @Test
  void what_does_not_fit_is_said_with_what_does() throws Exception {
    JsonNode problem =
        assertProblem(
            served.get("/doc/hospital/risks/RSK-002.jsonld?frame=asset"),
            400,
            "frame-does-not-fit");
    assertEquals("[\"cg:Risk\"]", problem.path("classes").toString());
    assertEquals("[\"risk\"]", problem.path("available").toString());
    assertProblem(served.get("/ontology/Risk.jsonld?frame=risk"), 400, "frame-does-not-fit");
    JsonNode unknown =
        assertProblem(
            served.get("/doc/hospital/risks/RSK-002.jsonld?frame=Risk"), 400, "unknown-frame");
    assertEquals(
        "[\"asset\",\"control\",\"incident\",\"risk\"]", unknown.path("available").toString());
    assertProblem(served.get("/id/hospital/risks/RSK-002?frame=x"), 400, "unknown-frame");
    assertProblem(served.get("/doc/hospital/risks/RSK-002.ttl?frame=risk"), 406, "not-acceptable");
    assertProblem(
        served.get("/id/hospital/risks/RSK-002?frame=risk", "Accept", "text/turtle"),
        406,
        "not-acceptable");
    assertProblem(
        served.get("/doc/hospital/risks/RSK-999.jsonld?frame=risk"), 404, "no-such-thing");
    assertProblem(served.get(RISK + "&timeout=x"), 400, "bad-parameter");
  }
}
