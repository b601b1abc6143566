package io.controlgraph.sparql;

import static io.controlgraph.testing.ProblemShape.assertProblem;
import static io.controlgraph.testing.Served.sparql;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import io.controlgraph.testing.Answer;
import io.controlgraph.testing.Served;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** SPARQL 1.1 Federated Query, with endpoints that are allowed. */
@Timeout(120)
final class FederationTest {
  private static final String HERE =
      Fixture.PREFIXES
          + "ex:local { ex:a ex:name 'A' ; ex:rank 1 . ex:b ex:name 'B' ; ex:rank 2 ."
          + " ex:c ex:name 'C' ; ex:rank 3 }";

  /** Of {@code ex:a} two mails, of {@code ex:b} one, of {@code ex:c} none. */
  private static final String THERE =
      Fixture.PREFIXES
          + "ex:remote { ex:a ex:mail 'a1', 'a2' . ex:b ex:mail 'b1' . ex:d ex:mail 'd1' .}";

  private static Served there;
  private static Elsewhere elsewhere;
  private static Served here;

  @BeforeAll
  static void serve(@TempDir Path folder) throws IOException {
    there = Served.in(folder.resolve("there"), Served.Recipe.PLAIN).with(THERE).with(many("there"));
    elsewhere = new Elsewhere();
    here =
        Served.in(
                folder.resolve("here"),
                Served.Recipe.PLAIN
                    .withUpdates()
                    .withServices(there.at("/sparql").toString(), elsewhere.at("/sparql")))
            .with(HERE)
            .with(many("here"));
  }

  @BeforeEach
  void forget() {
    elsewhere.answer(200, Elsewhere.JSON, Elsewhere.ONE_ROW);
  }

  @AfterAll
  static void stop() {
    here.close();
    there.close();
    elsewhere.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "SELECT ?n ?m { ?s ex:name ?n . SERVICE <E> { ?s ex:mail ?m } }" + " | A a1,A a2,B b1",
        "SELECT ?s ?m { SERVICE <E> { ?s ex:mail ?m } ?s ex:rank 2 } | b b1",
        "SELECT ?s ?m { SERVICE <E> { ?s ex:mail ?m } } | a a1,a a2,b b1,d d1",
        "SELECT ?s ?m { VALUES ?s { ex:a ex:d } SERVICE <E> { ?s ex:mail ?m } }"
            + " | a a1,a a2,d d1",
        "SELECT ?s ?m { VALUES (?s ?m) { (ex:a UNDEF) (ex:b 'no') (UNDEF 'd1') (UNDEF 'a1') }"
            + " SERVICE <E> { ?s ex:mail ?m } } | a a1,a a1,a a2,d d1",
        "SELECT ?s { VALUES ?s { ex:b ex:b } SERVICE <E> { ?s ex:mail ?m } } | b,b",
        "SELECT ?n ?m { ?s ex:name ?n OPTIONAL { SERVICE <E> { ?s ex:mail ?m } } }"
            + " | A a1,A a2,B b1,C -",
        "SELECT ?n ?m { ?s ex:name ?n OPTIONAL { SERVICE <E> { ?s ex:mail ?m }"
            + " FILTER (?n = 'A') } } | A a1,A a2,B -,C -",
        "SELECT ?n ?m { ?s ex:name ?n OPTIONAL { SERVICE <E> { ?s ex:mail ?m"
            + " FILTER (?m != 'b1') } } } | A a1,A a2,B -,C -",
        "SELECT ?n { ?s ex:name ?n FILTER NOT EXISTS { SERVICE <E> { ?s ex:mail ?m } } } | C",
        "SELECT ?n { ?s ex:name ?n FILTER EXISTS { SERVICE <E> { ?s ex:mail 'a2' } } } | A",
        "SELECT ?n { ?s ex:name ?n MINUS { SERVICE <E> { ?s ex:mail ?m } } } | C",
        "SELECT ?n ?m { ?s ex:name ?n { SELECT ?s ?m { SERVICE <E> { ?s ex:mail ?m } } } }"
            + " | A a1,A a2,B b1",
        "SELECT ?n ?k { ?s ex:name ?n . SERVICE <E> { SELECT ?s (COUNT(?m) AS ?k)"
            + " { ?s ex:mail ?m } GROUP BY ?s } } | A 2,B 1",
        "SELECT ?n ?m { ?s ex:name ?n . SERVICE <E> { SELECT ?s ?m { ?s ex:mail ?m }"
            + " ORDER BY DESC(?m) LIMIT 2 } } | B b1",
        "SELECT ?n ?m { ?s ex:name ?n BIND (<E> AS ?e) SERVICE ?e { ?s ex:mail ?m } }"
            + " | A a1,A a2,B b1",
        "SELECT ?s ?m { VALUES ?e { <E> } SERVICE ?e { VALUES ?s { ex:b } ?s ex:mail ?m } } | b b1",
        "SELECT ?m { VALUES (?e ?s) { (<E> ex:a) (<E> ex:b) } SERVICE ?e { SELECT * { ?s ex:mail"
            + " ?m } ORDER BY ?m LIMIT 1 } } | a1",
        "SELECT ?s ?x { SERVICE <E> { ?s ex:mail ?m OPTIONAL { ?s ex:none ?x } } ?s ex:rank 2 } | b"
            + " -",
        "SELECT ?n { ?s ex:name ?n . SERVICE <E> { ex:a ex:mail 'a1' } } | A,B,C",
        "SELECT ?n { ?s ex:name ?n . SERVICE <E> { ex:a ex:mail 'none' } } | ``",
        "SELECT ?n ?g { ?s ex:name ?n . SERVICE <E> { GRAPH ?g { ?s ex:mail 'b1' } } }"
            + " | B remote",
        "SELECT ?n ?m { GRAPH ex:local { ?s ex:name ?n SERVICE <E> { ?s ex:mail ?m } } }"
            + " | A a1,A a2,B b1",
        "SELECT ?n ?m FROM ex:local { ?s ex:name ?n SERVICE <E> { ?s ex:mail ?m } }"
            + " | A a1,A a2,B b1",
        "SELECT ?m ?n { { SERVICE <E> { ?s ex:mail ?m } } UNION { ?s ex:name ?n } }"
            + " | a1 -,a2 -,b1 -,d1 -,- A,- B,- C",
        "SELECT ?s { SERVICE <E> { ?s ex:mail ?m } SERVICE <E> { ?s ex:mail ?m } } | a,a,b,d",
      })
  void localAndRemoteRowsAreJoined(String query, String expected) throws Exception {
    String endpoint = there.at("/sparql").toString();
    Answer answer = here.get(sparql(Fixture.PREFIXES + query.replace("<E>", "<" + endpoint + ">")));
    assertEquals(200, answer.status(), answer.body());
    assertEquals(
        expected == null || expected.isEmpty()
            ? List.of()
            : Arrays.stream(expected.split(",", -1)).sorted().toList(),
        Elsewhere.rows(answer));
  }

  @Test
  void graphsAndAnswersAreMadeOfRemoteRows() throws Exception {
    String service = "SERVICE <" + there.at("/sparql") + "> { ?s ex:mail ?m }";
    String construct = "CONSTRUCT { ?s ex:has ?m } WHERE { ?s ex:rank 2 " + service + " }";
    assertEquals(
        "<http://example.org/b> <http://example.org/has> \"b1\" .",
        here.get(sparql(Fixture.PREFIXES + construct, "format", "ntriples")).body().strip());
    String describe = "DESCRIBE ?s { " + service + " FILTER (?m = 'b1') }";
    Answer described = here.get(sparql(Fixture.PREFIXES + describe, "format", "ntriples"));
    assertTrue(described.body().contains("\"B\""), described.body());
    assertTrue(
        here.get(sparql(Fixture.PREFIXES + "ASK { " + service + " }"))
            .json()
            .path("boolean")
            .asBoolean());
  }

  @Test
  void manyRowsGoOverAHundredAtATime() throws Exception {
    elsewhere.answer(FederationTest::relay);
    String query =
        "SELECT (COUNT(*) AS ?k) (SUM(?n - ?m) AS ?d) { ?s ex:here ?n"
            + " OPTIONAL { SERVICE <%s> { ?s ex:there ?m } } }".formatted(elsewhere.at("/sparql"));
    assertEquals(List.of("250 0"), Elsewhere.rows(here.get(sparql(Fixture.PREFIXES + query))));
    assertEquals(3, elsewhere.requests().size());
  }

  @Test
  void anythingButTheAllowedEndpointIsRefused() throws Exception {
    for (String iri :
        List.of(
            elsewhere.at("/"),
            elsewhere.at("/sparql/"),
            elsewhere.at("/sparql/.."),
            elsewhere.at("/sparql?default-graph-uri=x"),
            elsewhere.at("/sparql#x"),
            elsewhere.at("/%73parql"),
            "http://localhost:" + elsewhere.port() + "/sparql",
            "http://[::1]:" + elsewhere.port() + "/sparql",
            "http://2130706433:" + elsewhere.port() + "/sparql",
            "http://0x7f000001:" + elsewhere.port() + "/sparql",
            "http://0177.0.0.1:" + elsewhere.port() + "/sparql",
            "http://127.1:" + elsewhere.port() + "/sparql",
            "http://u@127.0.0.1:" + elsewhere.port() + "/sparql",
            "http://127.0.0.1:" + elsewhere.port() + "@localhost:" + elsewhere.port() + "/sparql",
            "https://127.0.0.1:" + elsewhere.port() + "/sparql",
            "ftp://127.0.0.1:" + elsewhere.port() + "/sparql",
            "http://127.0.0.1/sparql",
            "file:///etc/passwd",
            "urn:x")) {
      for (String silent : List.of("", "SILENT ")) {
        assertRefused("SELECT * { SERVICE " + silent + "<" + iri + "> { ?s ?p ?o } }");
        assertRefused(
            "SELECT * { BIND (IRI('" + iri + "') AS ?e) SERVICE " + silent + "?e { ?s ?p ?o } }");
      }
    }
    assertRefused("SELECT * { SERVICE ?nothing { ?s ?p ?o } }");
    assertRefused("SELECT * { BIND ('x' AS ?e) SERVICE SILENT ?e { ?s ?p ?o } }");
    assertEquals(List.of(), elsewhere.requests());
    Answer same =
        here.get(
            sparql(
                "SELECT * { SERVICE <HTTP://127.0.0.1:"
                    + elsewhere.port()
                    + "/sparql> { ?s ?p ?o } }"));
    assertEquals(List.of("a - -"), Elsewhere.rows(same));
    assertEquals(List.of("POST /sparql"), elsewhere.requests());
  }

  @Test
  void whatTheOtherServerIsSentMayNotSendItOnElsewhere() throws Exception {
    assertRefused(
        "SELECT * { SERVICE <%s> { SERVICE <http://10.0.0.1/> { ?s ?p ?o } } }"
            .formatted(elsewhere.at("/sparql")));
    assertEquals(List.of(), elsewhere.requests());
  }

  @Test
  void anUpdateAsksNoOtherServer() throws Exception {
    for (String where :
        List.of(
            "SERVICE <%s> { ?s ?p ?o }",
            "SERVICE SILENT <%s> { ?s ?p ?o }",
            "BIND (<%s> AS ?e) SERVICE ?e { ?s ?p ?o }",
            "{ SELECT * { SERVICE <%s> { ?s ?p ?o } } }",
            "?s ?p ?o FILTER EXISTS { SERVICE <%s> { ?s ?p ?o } }")) {
      String update =
          "INSERT { GRAPH <urn:g> { ?s ?p ?o } } WHERE { "
              + where.formatted(elsewhere.at("/sparql"))
              + " }";
      Answer answer =
          here.post(
              "/sparql",
              "application/sparql-update",
              update,
              "Authorization",
              "Bearer " + here.secret());
      String detail = assertProblem(answer, 403, "no-service").path("detail").asText();
      assertTrue(detail.startsWith("An update asks no other server"), detail);
    }
    assertEquals(List.of(), elsewhere.requests());
  }

  @Test
  void theOtherServerIsSentTheQueryAndNothingElse() throws Exception {
    String query =
        "SELECT ?s { ?s ex:rank 1 . SERVICE <%s> { ?s ex:mail ?m FILTER (?m != 'x') } }"
            .formatted(elsewhere.at("/sparql"));
    assertEquals(List.of("a"), Elsewhere.rows(here.get(sparql(Fixture.PREFIXES + query))));
    assertEquals(
        "query=SELECT * WHERE { VALUES ?s { <http://example.org/a> }"
            + " { ?s <http://example.org/mail> ?m FILTER ( ?m != \"x\" ) } }",
        elsewhere.bodies().get(0).replaceAll("\\s+", " ").strip());
  }

  /** 250 numbers, by a property of that name. */
  private static String many(String property) {
    StringBuilder trig = new StringBuilder(Fixture.PREFIXES + "ex:many {");
    for (int i = 0; i < 250; i++) {
      trig.append("ex:s%d ex:%s %d .\n".formatted(i, property, i));
    }
    return trig.append("}").toString();
  }

  /** Passes a request on. */
  private static void relay(HttpExchange exchange) throws IOException {
    try {
      Answer answer =
          there.post(
              "/sparql",
              "application/sparql-query",
              elsewhere.bodies().get(elsewhere.bodies().size() - 1).substring("query=".length()),
              "Accept",
              Elsewhere.JSON);
      byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", answer.contentType());
      exchange.sendResponseHeaders(answer.status(), body.length);
      exchange.getResponseBody().write(body);
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  private static void assertRefused(String query) throws Exception {
    String detail =
        assertProblem(here.get(sparql(query)), 403, "no-service").path("detail").asText();
    assertTrue(detail.contains("--allow-service"), detail);
  }
}
