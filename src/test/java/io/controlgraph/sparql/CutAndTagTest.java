package io.controlgraph.sparql;

import static io.controlgraph.graph.Quads.quad;
import static io.controlgraph.testing.ProblemShape.assertProblem;
import static io.controlgraph.testing.Served.sparql;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.controlgraph.security.Limits;
import io.controlgraph.testing.Answer;
import io.controlgraph.testing.Served;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers of the SPARQL endpoint that are cut, and those that a client has already. */
@Timeout(60)
final class CutAndTagTest {
  private static final String CUT = "ControlGraph-Rows-Cut";
  private static final String ALL = "SELECT ?n WHERE { ?s <http://example.org/n> ?n } ORDER BY ?n";
  private static final Pattern NEXT = Pattern.compile("<([^>]+)>; rel=\"next\"");

  private Served served;

  @BeforeEach
  void serve(@TempDir Path folder) {
    served =
        Served.in(folder, Served.Recipe.PLAIN.withLimits(Limits.DEFAULT.withResultRows(10)))
            .with(
                IntStream.range(0, 25)
                    .mapToObj(
                        i -> "<http://example.org/s" + i + "> <http://example.org/n> " + i + " .")
                    .collect(Collectors.joining("\n", "<http://example.org/g> {\n", "}")));
  }

  @AfterEach
  void stop() {
    served.close();
  }

  private static List<Integer> numbers(Answer answer) {
    List<Integer> numbers = new ArrayList<>();
    for (JsonNode row : answer.json().path("results").path("bindings")) {
      numbers.add(row.path("n").path("value").asInt());
    }
    return numbers;
  }

  private List<Integer> follow(Answer first) throws Exception {
    List<Integer> numbers = new ArrayList<>();
    Answer page = first;
    while (true) {
      assertEquals(200, page.status(), page.body());
      numbers.addAll(numbers(page));
      Matcher next = NEXT.matcher(page.header("Link"));
      assertEquals(!page.header(CUT).isEmpty(), next.find(), "header and link go together");
      if (page.header(CUT).isEmpty()) {
        return numbers;
      }
      page = served.get(next.group(1));
    }
  }

  @Test
  void aCutIsToldAndItsLinkLeadsToTheRest() throws Exception {
    Answer first = served.get(sparql(ALL));
    assertEquals("10", first.header(CUT));
    assertEquals(10, numbers(first).size());
    assertEquals(IntStream.range(0, 25).boxed().toList(), follow(first));
  }

  @Test
  void theQuerysOwnOffsetAndLimitAreKept() throws Exception {
    assertEquals(
        IntStream.range(2, 20).boxed().toList(),
        follow(served.get(sparql(ALL + " OFFSET 2 LIMIT 18"))));
    Answer within = served.get(sparql(ALL + " LIMIT 10"));
    assertEquals("", within.header(CUT));
    assertEquals(10, numbers(within).size());
  }

  @Test
  void aPostedQueryIsCutToo() throws Exception {
    Answer first = served.post("/sparql", "application/sparql-query", ALL);
    assertEquals("10", first.header(CUT));
    assertEquals(IntStream.range(0, 25).boxed().toList(), follow(first));
  }

  @Test
  void theGraphsOfTheRequestStayInTheLink() throws Exception {
    Answer first = served.get(sparql(ALL, "default-graph-uri", "http://example.org/g"));
    assertEquals(25, follow(first).size());
    assertEquals(
        0, follow(served.get(sparql(ALL, "default-graph-uri", "http://example.org/none"))).size());
  }

  @Test
  void theLinkKeepsTheFormat() throws Exception {
    Answer first = served.get(sparql(ALL), "Accept", "text/csv");
    Matcher next = NEXT.matcher(first.header("Link"));
    assertTrue(next.find());
    Answer second = served.get(next.group(1));
    assertEquals("text/csv; charset=utf-8", second.contentType());
    assertTrue(second.body().startsWith("n\r\n10\r\n"), second.body());
  }

  @Test
  void aTooLongQueryIsCutWithoutALink() throws Exception {
    Answer answer =
        served.post(
            "/sparql",
            "application/sparql-query",
            ALL.replace("?n }", "?n FILTER(?n NOT IN (\"" + "x".repeat(9000) + "\")) }"));
    assertEquals("10", answer.header(CUT));
    assertEquals("", answer.header("Link"));
  }

  @Test
  void anAnswerThatTheClientHasIsNotSentAgain() throws Exception {
    Answer first = served.get(sparql(ALL));
    String tag = first.header("ETag");
    assertTrue(tag.startsWith("\"1-"), tag);
    Answer known = served.get(sparql(ALL), "If-None-Match", tag);
    assertEquals(304, known.status());
    assertEquals(tag, known.header("ETag"));
    assertEquals(200, served.get(sparql(ALL, "format", "csv"), "If-None-Match", tag).status());
    assertEquals(
        200, served.get(sparql(ALL), "If-None-Match", tag, "Accept-Encoding", "gzip").status());
    served.store().write("a", "more", tx -> tx.add(quad("g", "s", "p", "o")));
    assertEquals(200, served.get(sparql(ALL), "If-None-Match", tag).status());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT (NOW() AS ?x) {}",
        "SELECT (RAND() AS ?x) {}",
        "SELECT (UUID() AS ?x) {}",
        "SELECT (STRUUID() AS ?x) {}",
        "SELECT (BNODE() AS ?x) {}",
        "SELECT (BNODE(\"a\") AS ?x) {}",
        "SELECT * { FILTER(NOW() > 1) }",
        "SELECT * { ?s ?p ?o FILTER EXISTS { ?s ?q ?r FILTER(RAND() < 0.5) } }",
        "SELECT * { { SELECT (MAX(RAND()) AS ?x) { ?s ?p ?o } } }",
        "SELECT * { ?s ?p ?o } ORDER BY RAND()",
        "SELECT * { ?s ?p ?o } ORDER BY (EXISTS { ?s ?q ?r FILTER(RAND() < 0.5) })",
        "SELECT ?s { ?s ?p ?o } GROUP BY ?s HAVING(COUNT(*) > RAND())",
        "CONSTRUCT { _:b <http://example.org/p> ?o } WHERE { ?s ?p ?o }",
        "ASK { BIND(<http://jena.apache.org/ARQ/function#now>() AS ?x) }",
        "SELECT (<http://www.w3.org/2005/xpath-functions#apply>(<http://www.w3.org/ns/sparql#now>)"
            + " AS ?x) {}"
      })
  void whatChangesByItselfHasNoTag(String query) throws Exception {
    Answer answer = served.get(sparql(query));
    assertEquals(200, answer.status(), answer.body());
    assertEquals("", answer.header("ETag"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ASK {}",
        "SELECT (STRLEN(STR(?o)) AS ?n) { ?s ?p ?o"
            + " FILTER(<http://www.w3.org/2001/XMLSchema#integer>(?o) > 1) }",
        "CONSTRUCT WHERE { ?s ?p ?o }",
        "DESCRIBE <http://example.org/s1>",
        "SELECT ?p (COUNT(DISTINCT ?s) AS ?n) { ?s ?p ?o } GROUP BY ?p"
      })
  void whatStaysTheSameHasOne(String query) throws Exception {
    Answer answer = served.get(sparql(query));
    assertEquals(200, answer.status(), answer.body());
    assertTrue(answer.header("ETag").startsWith("\"1-"));
  }

  @Test
  void aQueryThatIsNestedTooDeeplyIsAnsweredAlikeByGetAndPost() throws Exception {
    String deep = "ASK " + "{".repeat(4500) + "}".repeat(4500);
    assertProblem(served.post("/sparql", "application/sparql-query", deep), 400, "bad-query");
    assertProblem(served.get(sparql(deep)), 400, "bad-query");
  }
}
