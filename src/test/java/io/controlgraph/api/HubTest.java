package io.controlgraph.api;

import static io.controlgraph.testing.ProblemShape.assertProblem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.controlgraph.security.Limits;
import io.controlgraph.testing.Answer;
import io.controlgraph.testing.Served;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A thing with more links than one answer takes. */
@Timeout(60)
final class HubTest {
  private static final String HUB = "/api/v1/neighbours/acme/hub";
  private static Served served;

  @BeforeAll
  static void serve(@TempDir Path folder) {
    Limits usual = Limits.DEFAULT;
    Limits tight =
        new Limits(
            usual.queryBytes(),
            usual.uploadBytes(),
            usual.queryTime(),
            usual.longestQueryTime(),
            30,
            usual.resultRows(),
            usual.concurrentQueries(),
            usual.waitingQueries());
    served =
        Served.in(folder, Served.Recipe.PLAIN.withLimits(tight))
            .with(
                "PREFIX : <http://localhost:7070/id/acme/>\n"
                    + IntStream.range(0, 2)
                        .mapToObj(graph -> ":g%d {\n%s}\n".formatted(graph, links()))
                        .collect(Collectors.joining()));
  }

  /** 30 links by one property, one more by another, and three by a third, to things of a class. */
  private static String links() {
    StringBuilder links = new StringBuilder(":hub :r :other .\n");
    for (int i = 0; i < 30; i++) {
      links.append(":n%02d :p :hub .\n".formatted(i));
    }
    for (int i = 0; i < 3; i++) {
      links.append(":t%d :q :hub ; a :Kind .\n".formatted(i));
    }
    return links.toString();
  }

  @AfterAll
  static void stop() {
    served.close();
  }

  @Test
  void whatWouldBeTooMuchIsRefusedWithAWayOut() throws Exception {
    for (String path : List.of(HUB, HUB + "?direction=in&limit=1", "/api/v1/nodes/acme/hub")) {
      JsonNode problem = assertProblem(served.get(path), 400, "too-many-links");
      String detail = problem.path("detail").asText();
      assertTrue(detail.contains("more than 30 links"), detail);
      for (String way : List.of("property=", "direction=", "type=", "SPARQL")) {
        assertTrue(detail.contains(way), detail);
      }
    }
  }

  @Test
  void aChoiceOfNoMoreThanThatIsAnswered() throws Exception {
    String property = Served.encode("<http://localhost:7070/id/acme/p>");
    Answer page = served.get(HUB + "?property=" + property + "&limit=2&offset=9");
    assertEquals("30", page.header("ControlGraph-Total"), page.body());
    assertEquals(List.of("acme/n09", "acme/n10"), paths(page));
    Answer last = served.get(HUB + "?property=" + property + "&limit=7&offset=28");
    assertEquals(List.of("acme/n28", "acme/n29"), paths(last));
    Answer none = served.get(HUB + "?property=" + property + "&offset=30");
    assertEquals(List.of(), paths(none));
    Answer typed =
        served.get(HUB + "?type=" + Served.encode("<http://localhost:7070/id/acme/Kind>"));
    assertEquals(List.of("acme/t0", "acme/t1", "acme/t2"), paths(typed));
    assertEquals(List.of("acme/other"), paths(served.get(HUB + "?direction=out")));
  }

  private static List<String> paths(Answer answer) throws Exception {
    assertEquals(200, answer.status(), answer.body());
    List<String> paths = new ArrayList<>();
    answer.json().path("neighbours").forEach(each -> paths.add(each.path("path").asText()));
    return paths;
  }
}
