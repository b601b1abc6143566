package io.controlgraph.sparql;

import static io.controlgraph.sparql.Documents.parameters;
import static io.controlgraph.sparql.Documents.yes;
import static io.controlgraph.testing.Served.sparql;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.controlgraph.testing.Answer;
import io.controlgraph.testing.RawAnswer;
import io.controlgraph.testing.Served;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** SPARQL 1.1 Protocol, sections 2.3 and 3: its examples as requests, octet by octet. */
@Timeout(60)
@DisplayName("SPARQL 1.1 Protocol, 2.3 and 3 protocol examples")
final class ProtocolExamplesTest {
  private static final String WHO =
      "PREFIX dc: <http://purl.org/dc/elements/1.1/> SELECT ?book ?who WHERE { ?book dc:creator"
          + " ?who }";
  private static final String BOOKS =
      """
      PREFIX dc: <http://purl.org/dc/elements/1.1/>
      PREFIX ex: <http://example.org/>
      ex:books { ex:book3 dc:creator "Rowling" ; dc:title "\u98df\u3079\u7269" . }
      ex:more { ex:book4 dc:creator "Le Guin" . }
      """;

  private Served served;

  @BeforeEach
  void serve(@TempDir Path folder) {
    served = Served.in(folder, Served.Recipe.PLAIN.withUpdates()).with(BOOKS);
  }

  @AfterEach
  void stop() {
    served.close();
  }

  @Nested
  @DisplayName("2.3 determining the base IRI")
  final class Base {
    @Test
    @DisplayName("2.3 base IRI: BASE comes first; without it the service has one of its own")
    void baseIris() throws Exception {
      assertEquals("http://example.net/x", resolved("BASE <http://example.net/> "));
      assertEquals(Served.BASE + "x", resolved(""));
      assertEquals(Served.BASE + "x", resolved("", "default-graph-uri", "http://example.org/g"));
    }

    @Test
    @DisplayName("2.3 base IRI: graphs that are made have it too")
    void ofConstructedGraphs() throws Exception {
      Answer answer = served.get(sparql("CONSTRUCT { <s> <p> 1 } WHERE {}"));
      assertEquals(Served.BASE + "s", Documents.graph(answer).find().next().getSubject().getURI());
    }

    @Test
    @DisplayName("2.3 base IRI: queries and updates have the same")
    void ofUpdates() throws Exception {
      String relative = "INSERT DATA { GRAPH <g> { <s> <p> <o> } }";
      assertEquals(204, update(Documents.UPDATE, relative).status());
      assertTrue(yes(served.get(sparql("ASK { GRAPH <g> { <s> <p> <o> } }"))));
      String absolute = "ASK { GRAPH <%1$sg> { <%1$ss> ?p ?o } }".formatted(Served.BASE);
      assertTrue(yes(served.get(sparql(absolute))));
    }

    private String resolved(String base, String... more) throws Exception {
      Answer answer = served.get(sparql(base + "SELECT (<x> AS ?x) {}", more));
      return answer.json().at("/results/bindings/0/x/value").asText();
    }
  }

  @Nested
  @DisplayName("3.1 examples of query")
  final class Queries {
    @Test
    @DisplayName("3.1.1 SELECT with the service's own dataset")
    void select() throws Exception {
      assertTrue(get(parameters("query", WHO), Documents.XML_ROWS).body().contains("Le Guin"));
    }

    @Test
    @DisplayName("3.1.2 SELECT with a dataset of one graph")
    void simpleDataset() throws Exception {
      String body =
          get(parameters("query", WHO, "default-graph-uri", "http://example.org/books"), "text/csv")
              .body();
      assertTrue(body.contains("book,who\r\nhttp://example.org/book3,Rowling\r\n"), body);
      assertFalse(body.contains("Le Guin"), body);
    }

    @Test
    @DisplayName("3.1.3 CONSTRUCT with content negotiation among RDF formats")
    void construct() throws Exception {
      RawAnswer answer =
          get(
              parameters("query", "CONSTRUCT WHERE { ?s ?p ?o }"),
              "text/turtle, application/rdf+xml;q=0.5");
      assertEquals("text/turtle; charset=utf-8", answer.header("Content-Type").orElseThrow());
    }

    @Test
    @DisplayName("3.1.4 ASK, 3.1.5 DESCRIBE with a dataset of one graph")
    void askAndDescribe() throws Exception {
      String graph = "default-graph-uri=http%3A%2F%2Fexample.org%2Fbooks";
      String ask = parameters("query", "ASK { <http://example.org/book3> ?p ?o }");
      assertTrue(get(ask + "&" + graph, Documents.XML_ROWS).body().contains(">true</boolean>"));
      String describe = parameters("query", "DESCRIBE <http://example.org/book3>");
      RawAnswer described = get(describe + "&" + graph, "application/rdf+xml");
      assertTrue(described.body().contains("Rowling"), described.body());
    }

    @Test
    @DisplayName("3.1.6 SELECT with default and named graphs, 3.1.7 the same in the query alone")
    void complexDataset() throws Exception {
      String where = "WHERE { ?book ?p ?who GRAPH ?g { ?other ?p ?whom } }";
      String byRequest =
          parameters(
              "query",
              "SELECT ?g " + where,
              "default-graph-uri",
              "http://example.org/books",
              "named-graph-uri",
              "http://example.org/more");
      String byQuery =
          parameters(
              "query",
              "SELECT ?g FROM <http://example.org/books> FROM NAMED <http://example.org/more> "
                  + where);
      assertTrue(get(byRequest, "text/csv").body().contains("g\r\nhttp://example.org/more\r\n"));
      assertTrue(get(byQuery, "text/csv").body().contains("g\r\nhttp://example.org/more\r\n"));
    }

    @Test
    @DisplayName("3.1.8 SELECT with an ambiguous dataset: the request's counts")
    void ambiguousDataset() throws Exception {
      String query = WHO.replace("WHERE", "FROM <http://example.org/books> WHERE");
      String body =
          get(
                  parameters("query", query, "default-graph-uri", "http://example.org/more"),
                  "text/csv")
              .body();
      assertTrue(body.contains("Le Guin") && !body.contains("Rowling"), body);
    }

    @Test
    @DisplayName("3.1.9 SELECT that is malformed: 400 that says why")
    void malformed() throws Exception {
      RawAnswer answer =
          get(
              "query=SELECT%20%3Fname%20WHERE%20%7B%20%3Fx%20foaf%3Aname%20%3Fname%20%3B%7D",
              "*/*");
      assertEquals(400, answer.status());
      assertTrue(answer.body().contains("foaf"), answer.body());
    }

    @Test
    @DisplayName("3.1.11 a very long SELECT by POST directly, 3.1.12 by POST of a form")
    void veryLong() throws Exception {
      String query = WHO + " # " + "long ".repeat(20_000);
      for (RawAnswer answer :
          List.of(post(Documents.QUERY, query), post(Documents.FORM, parameters("query", query)))) {
        assertEquals(200, answer.status(), answer.body());
        assertTrue(answer.body().contains("Rowling"), answer.body());
      }
    }

    @Test
    @DisplayName("3.1.13 SELECT with internationalization")
    void internationalization() throws Exception {
      String query = "SELECT ?book WHERE { ?book ?p '\u98df\u3079\u7269' }";
      assertTrue(get(parameters("query", query), "text/csv").body().contains("book3"));
      assertTrue(post(Documents.QUERY, query).body().contains("book3"));
    }

    private RawAnswer get(String parameters, String accept) throws Exception {
      return RawAnswer.to(
          served, "GET /sparql?%s HTTP/1.1\r\nAccept: %s\r\n\r\n".formatted(parameters, accept));
    }

    private RawAnswer post(String type, String body) throws Exception {
      return RawAnswer.to(
          served,
          "POST /sparql HTTP/1.1\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n%s"
              .formatted(type, body.getBytes(StandardCharsets.UTF_8).length, body));
    }
  }

  @Nested
  @DisplayName("3.2 examples of update")
  final class Updates {
    private static final String CHANGE =
        "WITH <http://example.org/books> DELETE { ?b ?p 'Rowling' } INSERT { ?b ?p 'Galbraith' }"
            + " WHERE { ?b ?p 'Rowling' }";

    @Test
    @DisplayName("3.2.1 update by POST of a form")
    void byForm() throws Exception {
      assertEquals(204, update(Documents.FORM, parameters("update", CHANGE)).status());
      assertTrue(yes(served.get(sparql("ASK { ?b ?p 'Galbraith' }"))));
    }

    @Test
    @DisplayName("3.2.2 update by POST directly")
    void directly() throws Exception {
      assertEquals(204, update(Documents.UPDATE, CHANGE).status());
      assertFalse(yes(served.get(sparql("ASK { ?b ?p 'Rowling' }"))));
    }
  }

  private Answer update(String contentType, String body) throws Exception {
    return served.post("/sparql", contentType, body, "Authorization", "Bearer " + served.secret());
  }
}
