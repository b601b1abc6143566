package io.controlgraph.api;

import static io.controlgraph.testing.ProblemShape.assertProblem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.controlgraph.ingest.csv.CsvImporter;
import io.controlgraph.ingest.csv.Kinds;
import io.controlgraph.security.Limits;
import io.controlgraph.testing.Answer;
import io.controlgraph.testing.Served;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.riot.RDFDataMgr;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class UploadTest {
  private static final String IMPORTS = "/api/v1/imports";
  private static final String VALIDATE = "/api/v1/validate";
  private static final String ORGANISATION = "id,name\nacme,Acme Clinics\n";
  private static final String UNITS = "id,name\nU-1,Radiology\nU-2,Surgery\n";
  private static final Limits SMALL =
      new Limits(
          1 << 20,
          100_000,
          Duration.ofSeconds(30),
          Duration.ofSeconds(60),
          1000,
          Limits.ALL_ROWS,
          4,
          4);

  private Served served;

  @BeforeEach
  void serve(@TempDir Path folder) {
    served =
        Served.in(
            folder,
            Served.Recipe.PLAIN
                .withShapes(RDFDataMgr.loadGraph("ontology/shapes.ttl"))
                .withLimits(SMALL)
                .withImporter(store -> new CsvImporter(store, Clock.systemUTC())));
  }

  @AfterEach
  void stop() {
    served.close();
  }

  @Test
  void filesAreImportedAsOneRevision() throws Exception {
    Answer answer = send(IMPORTS + "?author=Ada&message=First", twoFiles());
    assertEquals(201, answer.status(), answer.body());
    assertEquals("/api/v1/revisions/1", answer.header("Location"));
    assertEquals("1", answer.header("ControlGraph-Revision"));
    assertEquals(2, answer.json().at("/files/1/rows").asInt(), answer.body());
    JsonNode revision = served.get(answer.header("Location")).json();
    assertEquals("Ada", revision.path("author").asText());
    assertEquals("First", revision.path("message").asText());

    Answer again = send(IMPORTS, twoFiles());
    assertEquals(200, again.status(), again.body());
    assertEquals("1", again.header("ControlGraph-Revision"));
  }

  @Test
  void aDryRunTellsTheDifferenceAndWritesNothing() throws Exception {
    Answer answer = send(IMPORTS + "?dryRun=true", twoFiles());
    assertEquals(200, answer.status(), answer.body());
    assertTrue(answer.json().at("/difference/added").asInt() > 0, answer.body());
    assertEquals(0, served.store().revision().number());
  }

  @Test
  void theOrganisationAndTheKindMayBeGivenApart() throws Exception {
    send(IMPORTS, twoFiles());
    Answer answer =
        send(IMPORTS + "?org=acme&as=units", part("new.csv", "id,name\nU-3,Pharmacy\n"));
    assertEquals(201, answer.status(), answer.body());
    assertEquals("units", answer.json().at("/files/0/kind").asText());
    assertEquals("acme", answer.json().at("/files/0/organisation").asText());
  }

  @Test
  void eachFileMayHaveAKindOfItsOwn() throws Exception {
    String[] files = {part("who.csv", ORGANISATION), part("where.csv", UNITS)};
    Answer answer = send(IMPORTS + "?org=acme&as=organisations&as=units", files);
    assertEquals(201, answer.status(), answer.body());
    assertEquals("organisations", answer.json().at("/files/0/kind").asText());
    assertEquals("units", answer.json().at("/files/1/kind").asText());
    assertEquals("where.csv", answer.json().at("/files/1/file").asText());
    assertProblem(
        send(IMPORTS + "?org=acme&as=units&as=units&as=units", files), 400, "bad-parameter");
  }

  @Test
  void theDifferenceCallsThingsByTheirLabels() throws Exception {
    send(IMPORTS, twoFiles());
    JsonNode statements =
        send(
                IMPORTS + "?org=acme&dryRun=true",
                part("units.csv", "id,name,partOf\nU-3,Pharmacy,U-2\n"))
            .json()
            .at("/difference/statements");
    List<JsonNode> partOf = new ArrayList<>();
    for (JsonNode each : statements) {
      if (each.path("property").asText().equals("partOf")) {
        partOf.add(each);
      }
    }
    assertEquals(1, partOf.size(), statements.toString());
    assertEquals("acme/units/U-3", partOf.get(0).path("subject").asText());
    assertEquals("Pharmacy", partOf.get(0).at("/labels/subject").asText());
    assertEquals("Surgery", partOf.get(0).at("/labels/value").asText());
  }

  @Test
  void theFormatNamesEveryKindAndLeadsToItsTemplate() throws Exception {
    JsonNode kinds = served.get("/api/v1/imports/format").json().path("kinds");
    assertEquals(Kinds.shipped().all().size(), kinds.size());
    JsonNode units = kinds.get(1);
    assertEquals("units", units.path("name").asText());
    assertEquals("partOf", units.at("/columns/2/name").asText());
    assertEquals("unit", units.at("/columns/2/holds").asText());
    assertFalse(units.at("/columns/2/required").asBoolean());
    Answer empty = served.get(units.path("template").asText());
    assertEquals("id,name,partOf,description\n", empty.body());
    assertEquals("attachment; filename=\"units.csv\"", empty.header("Content-Disposition"));
    assertEquals(
        "id,name,partOf,description\nU-RAD,Radiology,U-CLIN,Reads and reports all imaging.\n",
        served.get(units.path("template").asText() + "?filled=true").body());
    assertProblem(served.get("/api/v1/imports/templates/unit.csv"), 404, "no-such-kind");
  }

  @Test
  void errorsNameFileRowAndColumn() throws Exception {
    Answer answer =
        send(
            IMPORTS,
            part("acme/organisations.csv", ORGANISATION),
            part("acme/units.csv", "id,name,partOf\nU-1,Radiology,\nU-2,Surgery,U-9\n"));
    JsonNode problem = assertProblem(answer, 422, "import-rejected");
    assertEquals(1, problem.path("errors").size(), answer.body());
    JsonNode error = problem.at("/errors/0");
    assertEquals("units.csv", error.path("file").asText());
    assertEquals(3, error.path("row").asInt());
    assertEquals("partOf", error.path("column").asText());
    assertEquals(0, problem.path("more").asInt());
    assertEquals(0, served.store().revision().number());
  }

  @Test
  void filesAreValidatedWithoutBeingWritten() throws Exception {
    JsonNode good = send(VALIDATE, twoFiles()).json();
    assertTrue(good.path("conforms").asBoolean(), good.toString());
    JsonNode bad =
        send(
                VALIDATE,
                part("acme/organisations.csv", ORGANISATION),
                part("acme/units.csv", "id,name,colour\nU-1,Radiology,red\n"))
            .json();
    assertFalse(bad.path("conforms").asBoolean());
    assertEquals("units.csv", bad.at("/violations/0/file").asText());
    assertEquals(0, served.store().revision().number());
  }

  @Test
  void rdfIsHeldAgainstTheShapes() throws Exception {
    String implementation =
        """
        @prefix cg: <https://w3id.org/controlgraph/ns#> .
        <http://localhost:7070/id/acme/implementations/IMP-1> a cg:Implementation .
        """;
    JsonNode report = send(VALIDATE, part("data.ttl", implementation)).json();
    assertFalse(report.path("conforms").asBoolean());
    assertEquals(
        "http://localhost:7070/id/acme/implementations/IMP-1",
        report.at("/violations/0/focus").asText());
    assertFalse(report.at("/violations/0/message").asText().isBlank());
    assertTrue(
        send(VALIDATE, part("data.ttl", "<x:a> <x:b> [ <x:c> 1 ] ."))
            .json()
            .path("conforms")
            .asBoolean());
  }

  @Test
  void rdfThatCannotBeReadIsAProblem() throws Exception {
    assertProblem(send(VALIDATE, part("data.ttl", "<x:a> <x:b>")), 400, "unreadable-file");
    assertProblem(
        send(VALIDATE, part("data.jsonld", "{\"@context\": \"http://127.0.0.1:1/c\", \"a\": 1}")),
        400,
        "unreadable-file");
    assertProblem(send(VALIDATE, part("data.docx", "x")), 415, "unsupported-media-type");
  }

  @Test
  void anUploadThatIsTooLargeIsRefused() throws Exception {
    Answer answer = send(IMPORTS, part("acme/units.csv", "id,name\n" + "x".repeat(200_000)));
    assertProblem(answer, 413, "upload-too-large");
  }

  @Test
  void aRequestWithoutAFileIsBad() throws Exception {
    assertProblem(send(IMPORTS), 400, "missing-file");
  }

  private Answer send(String path, String... parts) throws IOException, InterruptedException {
    String body = String.join("", parts) + "--limit--\r\n";
    return served.send(
        served
            .request(path)
            .header("Authorization", "Bearer " + served.secret())
            .header("Content-Type", "multipart/form-data; boundary=limit")
            .POST(BodyPublishers.ofString(body)));
  }

  private static String[] twoFiles() {
    return new String[] {
      part("acme/organisations.csv", ORGANISATION), part("acme/units.csv", UNITS)
    };
  }

  private static String part(String fileName, String content) {
    return "--limit\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
        + fileName
        + "\"\r\nContent-Type: text/csv\r\n\r\n"
        + content
        + "\r\n";
  }
}
