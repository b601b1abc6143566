package io.controlgraph.api;

import static io.controlgraph.testing.ProblemShape.assertProblem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.controlgraph.graph.Quads;
import io.controlgraph.testing.Answer;
import io.controlgraph.testing.Served;
import io.controlgraph.testing.ServedHospital;
import io.controlgraph.vocab.Cg;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Coverage over HTTP from the trace index, beside the same from the questions. */
@Timeout(120)
final class CoverageRoutesTest {
  private static Served served;

  @BeforeAll
  static void serve(@TempDir Path folder) throws Exception {
    served = ServedHospital.in(folder);
  }

  @AfterAll
  static void stop() {
    served.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "framework?",
        "framework?org=hospital&format=csv",
        "framework?framework=iso27001-2022&day=2025-12-31",
        "theme?format=tsv",
        "requirement?limit=10&offset=20",
        "target?target=SYS-CXR",
        "target?framework=iso27001-2022&limit=3&format=csv",
        "owner?org=hospital&format=xml",
        "kind?format=csv",
        "matrix?org=hospital&framework=iso27001-2022",
        "unit?format=csv",
        "organisation?day=2019-01-01"
      })
  void says_what_the_question_says(String asked) throws Exception {
    String by = asked.substring(0, asked.indexOf('?'));
    String rest = asked.substring(asked.indexOf('?') + 1);
    Answer question = served.get("/api/v1/queries/coverage/by-" + by + "?" + rest);
    Answer index = served.get("/api/v1/coverage?by=" + by + "&" + rest);
    assertEquals(200, index.status(), index.body());
    assertEquals(question.body(), index.body());
    assertEquals(question.header("Content-Type"), index.header("Content-Type"));
    assertEquals(question.header("ControlGraph-Total"), index.header("ControlGraph-Total"));
    assertEquals(question.header("ControlGraph-Day"), index.header("ControlGraph-Day"));
  }

  @Test
  void shows_a_write_as_soon_as_it_is_acknowledged() throws Exception {
    Answer before = served.get("/api/v1/coverage?by=framework&format=csv");
    String tag = before.header("ETag");
    assertEquals(
        304, served.get("/api/v1/coverage?by=framework&format=csv", "If-None-Match", tag).status());
    Node status = Cg.term("status");
    List<Quad> implemented =
        Quads.read(
            served.store(),
            view -> {
              try (Stream<Quad> quads =
                  view.quads(
                      Node.ANY,
                      Node.ANY,
                      status,
                      Cg.concept("ImplementationStatus", "implemented"))) {
                return quads.toList();
              }
            });
    served
        .store()
        .write("test", "all planned", transaction -> implemented.forEach(transaction::delete));
    Answer after = served.get("/api/v1/coverage?by=framework&format=csv");
    assertNotEquals(before.body(), after.body());
    assertNotEquals(tag, after.header("ETag"));
    assertEquals(
        served.get("/api/v1/queries/coverage/by-framework?format=csv").body(), after.body());
    served.store().write("test", "as before", transaction -> implemented.forEach(transaction::add));
    assertEquals(before.body(), served.get("/api/v1/coverage?by=framework&format=csv").body());
  }

  @Test
  void says_the_same_when_it_is_asked_again() throws Exception {
    String address = "/api/v1/coverage?by=requirement&limit=3&offset=2";
    Answer first = served.get(address);
    Answer again = served.get(address);
    assertEquals(first.body(), again.body());
    for (String header :
        List.of("Content-Type", "ETag", "Link", "ControlGraph-Total", "ControlGraph-Day")) {
      assertEquals(first.header(header), again.header(header), header);
    }
    Answer table = served.get(address + "&format=csv");
    assertNotEquals(first.body(), table.body());
    assertTrue(table.header("Content-Type").startsWith("text/csv"), table.header("Content-Type"));
  }

  @Test
  void shows_the_cells_behind_each_figure() throws Exception {
    JsonNode row =
        served
            .get("/api/v1/coverage?org=hospital&framework=iso27001-2022")
            .json()
            .path("results")
            .path("bindings")
            .path(0);
    for (String[] each :
        new String[][] {
          {"notApplicable", "not-applicable"},
          {"notAssessed", "not-assessed"},
          {"planned", "planned"},
          {"partial", "partial"},
          {"effective", "effective"}
        }) {
      JsonNode cells =
          served
              .get(
                  "/api/v1/coverage/cells?limit=5&org=hospital&framework=iso27001-2022&standing="
                      + each[1])
              .json();
      assertEquals(row.path(each[0]).path("value").asInt(), cells.path("total").asInt(), each[1]);
      assertEquals(Math.min(5, cells.path("total").asInt()), cells.path("cells").size());
      cells.path("cells").forEach(cell -> assertEquals(each[1], cell.path("standing").asText()));
    }
    JsonNode one =
        served
            .get("/api/v1/coverage/cells?requirement=iso27001-2022/A.8.24&target=DS-CXR-TRAIN")
            .json();
    assertEquals(1, one.path("total").asInt());
    assertEquals("A.8.24", one.path("cells").path(0).path("id").asText());
    assertEquals("2026-03-31", one.path("day").asText());
    assertProblem(served.get("/api/v1/coverage/cells?standing=high"), 400, "bad-parameter");
  }

  @ParameterizedTest
  @CsvSource({
    "by=colour, bad-parameter",
    "org=nobody, bad-arguments",
    "framework=6.1.2.3, bad-arguments",
    "day=yesterday, bad-parameter",
    "colour=red, unknown-parameter",
    "limit=99999999, bad-parameter"
  })
  void refuses_what_it_does_not_know(String asked, String kind) throws Exception {
    assertProblem(served.get("/api/v1/coverage?" + asked), 400, kind);
  }
}
