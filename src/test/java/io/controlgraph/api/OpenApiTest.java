package io.controlgraph.api;

import static io.controlgraph.testing.ProblemShape.assertProblem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion.VersionFlag;
import io.controlgraph.query.Catalogue;
import io.controlgraph.query.Question;
import io.controlgraph.testing.Answer;
import io.controlgraph.testing.Served;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The description of the API, held against the standard and against the server itself. */
@Timeout(120)
final class OpenApiTest {
  private static final Pattern IN_PATH = Pattern.compile("\\{([a-z]+)}");
  private static final JsonSchemaFactory SCHEMAS =
      JsonSchemaFactory.getInstance(VersionFlag.V202012);

  private static Served served;
  private static JsonNode document;

  @BeforeAll
  static void serve(@TempDir Path folder) throws Exception {
    served =
        Served.in(folder, Served.Recipe.PLAIN)
            .with(
                "<http://localhost:7070/graph/a> {"
                    + " <http://localhost:7070/id/a> <http://example.org/p> 1 . }");
    document = served.get("/openapi.json").json();
  }

  @AfterAll
  static void stop() {
    served.close();
  }

  /** An operation of the document. */
  private record Described(String path, String method, JsonNode operation) {
    List<JsonNode> parameters(String place) {
      List<JsonNode> found = new ArrayList<>();
      for (JsonNode parameter : operation.path("parameters")) {
        if (parameter.path("in").asText().equals(place)) {
          found.add(parameter);
        }
      }
      return found;
    }

    Set<String> names(String place) {
      Set<String> names = new TreeSet<>();
      parameters(place).forEach(parameter -> names.add(parameter.path("name").asText()));
      return names;
    }
  }

  private static List<Described> operations() {
    List<Described> all = new ArrayList<>();
    for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
      for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
        all.add(new Described(path.getKey(), operation.getKey(), operation.getValue()));
      }
    }
    return all;
  }

  @Test
  void theDocumentIsValid() throws Exception {
    try (InputStream in =
        Objects.requireNonNull(getClass().getResourceAsStream("/openapi/schema-3.1.json"))) {
      JsonNode schema = Answer.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
      assertEquals(Set.of(), SCHEMAS.getSchema(schema).validate(document));
      ObjectNode broken = document.deepCopy();
      broken.remove("info");
      assertFalse(SCHEMAS.getSchema(schema).validate(broken).isEmpty(), "the check can fail");
    }
  }

  @Test
  void itsSchemasAreValidAndItsReferencesLeadSomewhere() {
    JsonSchema meta = SCHEMAS.getSchema(SchemaLocation.of(VersionFlag.V202012.getId()));
    document
        .path("components")
        .path("schemas")
        .forEach(schema -> assertEquals(Set.of(), meta.validate(schema)));
    for (Described described : operations()) {
      described
          .operation()
          .path("parameters")
          .forEach(each -> assertEquals(Set.of(), meta.validate(each.path("schema"))));
    }
    for (JsonNode reference : document.findValues("$ref")) {
      String pointer = reference.asText().substring(1);
      assertFalse(document.at(pointer).isMissingNode(), reference.asText());
    }
  }

  @Test
  void everyOperationHasANameOfItsOwnAndDeclaresWhatItsPathHolds() {
    Set<String> ids = new HashSet<>();
    for (Described described : operations()) {
      assertTrue(ids.add(described.operation().path("operationId").asText()), described.path());
      Set<String> inPath = new TreeSet<>();
      Matcher names = IN_PATH.matcher(described.path());
      while (names.find()) {
        inPath.add(names.group(1));
      }
      assertEquals(inPath, described.names("path"), described.path());
      int count = described.operation().path("parameters").size();
      int distinct =
          described.names("path").size()
              + described.names("query").size()
              + described.names("header").size();
      assertEquals(count, distinct, described.path());
    }
  }

  @Test
  void thePathsAnswerJustTheMethodsDescribed() throws Exception {
    for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
      Set<String> described = new TreeSet<>(Set.of("OPTIONS"));
      path.getValue().fieldNames().forEachRemaining(m -> described.add(m.toUpperCase(Locale.ROOT)));
      if (described.contains("GET")) {
        described.add("HEAD");
      }
      Answer options =
          served.send(
              served
                  .request(path.getKey().replaceAll("\\{[a-z]+}", "a"))
                  .method("OPTIONS", BodyPublishers.noBody()));
      assertEquals(204, options.status(), path.getKey());
      assertEquals(
          described,
          new TreeSet<>(List.of(options.header("Allow").split(", ", -1))),
          path.getKey());
    }
  }

  @Test
  void everyQuestionIsThereWithItsParametersAndNothingElse() {
    Catalogue catalogue = Catalogue.load(List.of());
    for (Question question : catalogue.questions()) {
      JsonNode operation =
          document.path("paths").path("/api/v1/queries/" + question.name()).path("get");
      assertEquals(question.question(), operation.path("summary").asText());
      Set<String> expected = new TreeSet<>(Set.of("day", "format", "timeout"));
      question.parameters().forEach(parameter -> expected.add(parameter.name()));
      if (!question.columns().isEmpty()) {
        expected.addAll(Set.of("limit", "offset", "origins", "sort"));
      }
      assertEquals(expected, new Described("", "get", operation).names("query"), question.name());
    }
    long described =
        operations().stream().filter(o -> o.path().startsWith("/api/v1/queries/")).count();
    assertEquals(catalogue.questions().size(), described);
  }

  @Test
  void whoMayWriteIsTold() {
    assertEquals("[{},{\"secret\":[]}]", security("/sparql", "post"));
    assertEquals("[{\"secret\":[]}]", security("/data", "put"));
    assertEquals("", security("/sparql", "get"));
  }

  private static String security(String path, String method) {
    JsonNode security = document.path("paths").path(path).path(method).path("security");
    return security.toString();
  }

  @Test
  void aChoiceNamesEachWordOnce() {
    for (JsonNode words : document.findValues("enum")) {
      Set<String> distinct = new HashSet<>();
      words.forEach(word -> assertTrue(distinct.add(word.asText()), words.toString()));
    }
  }

  @Test
  void everyFormatDescribedIsHad() throws Exception {
    for (String path :
        List.of("/doc/<path>", "/data", "/catalog", "/sparql", "/api/v1/exports/rdf")) {
      JsonNode get = document.path("paths").path(path.replace("<path>", "{path}")).path("get");
      for (JsonNode parameter : get.path("parameters")) {
        if (parameter.path("name").asText().equals("format")) {
          for (JsonNode format : parameter.path("schema").path("enum")) {
            String query = path.equals("/data") ? "?default&format=" : "?format=";
            String at = path.replace("<path>", "a") + query + Served.encode(format.asText());
            int status = served.get(at).status();
            boolean rowsOnly = path.equals("/sparql") && status == 406;
            assertTrue(status == 200 || rowsOnly, at + ": " + status);
          }
        }
      }
    }
  }

  @Test
  void slashesThatAClientEncodesAreUnderstood() throws Exception {
    served.with(
        "<http://localhost:7070/graph/b> { <http://localhost:7070/id/acme/assets/B>"
            + " <http://www.w3.org/2000/01/rdf-schema#label> \"B\" . }");
    assertEquals(200, served.get("/doc/acme%2Fassets%2FB.ttl").status());
    assertEquals(200, served.get("/api/v1/nodes/acme%2Fassets%2FB").status());
    assertEquals(303, served.get("/id/acme%2Fassets%2FB").status());
  }

  @Test
  void aParameterThatIsNotDescribedIsRefused() throws Exception {
    int strict = 0;
    for (Described described : operations()) {
      boolean own = described.path().startsWith("/api/v1/") || described.path().contains("catalog");
      if (described.method().equals("get") && own && !described.path().contains("/queries/")) {
        String path = described.path().replaceAll("\\{[a-z]+}", "1");
        assertProblem(served.get(path + "?nonsense=1"), 400, "unknown-parameter");
        strict++;
      }
    }
    assertTrue(strict >= 8, strict + " paths");
    assertProblem(
        served.get("/api/v1/queries/coverage/by-framework?nonsense=1"), 400, "bad-arguments");
  }

  @ParameterizedTest
  @CsvSource({
    "/api/v1/revisions, /api/v1/revisions",
    "/api/v1/revisions/1, /api/v1/revisions/{number}",
    "/api/v1/imports/format, /api/v1/imports/format",
    "/api/v1/running, /api/v1/running",
    "/api/v1/queries, /api/v1/queries",
    "/api/v1/check?profile=starter, /api/v1/check",
    "/api/v1/gaps?limit=3, /api/v1/gaps",
    "/api/v1/search?q=a, /api/v1/search",
    "/api/v1/nodes?node=http://localhost:7070/id/a, /api/v1/nodes",
    "/api/v1/neighbours?node=http://localhost:7070/id/a, /api/v1/neighbours",
    "/api/v1/neighbours?node=http://localhost:7070/id/a&direction=out, /api/v1/neighbours",
    "/health/live, /health/live",
    "/health/ready, /health/ready",
  })
  void anAnswerHasTheShapeDescribed(String path, String described) throws Exception {
    Answer answer = served.get(path);
    assertEquals(200, answer.status(), answer.body());
    String reference =
        document
            .path("paths")
            .path(described)
            .path("get")
            .path("responses")
            .path("200")
            .path("content")
            .path("application/json")
            .path("schema")
            .path("$ref")
            .asText();
    ObjectNode schema = document.deepCopy();
    schema.put("$ref", reference);
    assertEquals(Set.of(), SCHEMAS.getSchema(schema).validate(answer.json()));
    assertFalse(
        SCHEMAS.getSchema(schema).validate(Answer.parse("{\"other\": 1}")).isEmpty(),
        "the check can fail");
  }

  @Test
  void anErrorHasTheShapeDescribed() throws Exception {
    ObjectNode schema = document.deepCopy();
    schema.put("$ref", "#/components/schemas/Problem");
    Answer answer = served.get(Served.sparql("SELECT"));
    assertEquals(Set.of(), SCHEMAS.getSchema(schema).validate(answer.json()));
  }

  @Test
  void itIsTaggedAndNamesTheServerAsked() throws Exception {
    Answer first = served.get("/openapi.json");
    assertEquals(
        "http://127.0.0.1:" + served.port(), document.path("servers").path(0).path("url").asText());
    assertEquals(304, served.get("/openapi.json", "If-None-Match", first.header("ETag")).status());
  }
}
