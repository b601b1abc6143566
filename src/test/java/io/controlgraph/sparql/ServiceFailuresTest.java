package io.controlgraph.sparql;

import static io.controlgraph.testing.ProblemShape.assertProblem;
import static io.controlgraph.testing.Served.sparql;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.controlgraph.testing.Answer;
import io.controlgraph.testing.Served;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Endpoints that are allowed and fail. */
@Timeout(120)
final class ServiceFailuresTest {
  private static final String HERE =
      Fixture.PREFIXES
          + "ex:local { ex:a ex:name 'A' ; ex:rank 1 . ex:b ex:name 'B' ; ex:rank 2 ."
          + " ex:c ex:name 'C' ; ex:rank 3 }";

  private static final String NOBODY = "http://no-such-host.invalid/sparql";

  private static Elsewhere elsewhere;
  private static Elsewhere inside;
  private static Served here;

  @BeforeAll
  static void serve(@TempDir Path folder) throws IOException {
    elsewhere = new Elsewhere();
    inside = new Elsewhere();
    here =
        Served.in(folder, Served.Recipe.PLAIN.withServices(elsewhere.at("/sparql"), NOBODY))
            .with(HERE)
            .with(Fixture.many(250));
  }

  @BeforeEach
  void forget() {
    elsewhere.answer(200, Elsewhere.JSON, Elsewhere.ONE_ROW);
    inside.answer(200, Elsewhere.JSON, Elsewhere.ONE_ROW);
  }

  @AfterAll
  static void stop() {
    here.close();
    elsewhere.close();
    inside.close();
  }

  @Test
  void redirectsAreNotFollowed() throws Exception {
    for (int status : List.of(301, 302, 303, 307, 308)) {
      elsewhere.redirect(status, inside.at("/secret"));
      String detail = assertFailed();
      assertTrue(detail.contains(status + " and points to " + inside.at("/secret")), detail);
    }
    assertEquals(List.of(), inside.requests());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "500 | text/plain | the disk is full | it answered 500: the disk is full",
        "401 | text/plain | who are you? | it answered 401: who are you?",
        "204 | text/plain | '' | it answered 204",
        "200 | text/html | <html> | it answered in 'text/html'",
        "200 | application/sparql-results+json | {\"head\": | its answer cannot be read",
        "200 | application/sparql-results+json | {\"boolean\":true} | its answer cannot be read",
        "200 | application/sparql-results+xml | <sparql> | its answer cannot be read",
        "200 | text/csv | s | it answered in 'text/csv'",
      })
  void aFailureIsToldWithWhatTheServerSaid(
      int status, String contentType, String body, String expected) throws Exception {
    elsewhere.answer(status, contentType, body);
    String detail = assertFailed();
    assertTrue(detail.contains("<" + elsewhere.at("/sparql") + ">"), detail);
    assertTrue(detail.contains(expected), detail);
  }

  @Test
  void aServerThatIsNotThereIsAFailure(@TempDir Path folder) throws Exception {
    assertProblem(
        here.get(sparql("SELECT * { SERVICE <" + NOBODY + "> { ?s ?p ?o } }")),
        502,
        "service-failed");
    String gone;
    try (Elsewhere closed = new Elsewhere()) {
      gone = closed.at("/sparql");
    }
    try (Served alone = Served.in(folder, Served.Recipe.PLAIN.withServices(gone))) {
      String detail =
          assertProblem(
                  alone.get(sparql("SELECT * { SERVICE <" + gone + "> { ?s ?p ?o } }")),
                  502,
                  "service-failed")
              .path("detail")
              .asText();
      assertTrue(detail.contains("it takes no connection"), detail);
    }
  }

  @Test
  void aFailureIsPassedOverInSilenceIfTheQuerySaysSo() throws Exception {
    elsewhere.answer(500, "text/plain", "no");
    String query =
        "SELECT ?n ?m { ?s ex:name ?n . SERVICE SILENT <%s> { ?s ex:mail ?m } }"
            .formatted(elsewhere.at("/sparql"));
    assertEquals(
        List.of("A -", "B -", "C -"), Elsewhere.rows(here.get(sparql(Fixture.PREFIXES + query))));
    assertEquals(1, elsewhere.requests().size());
  }

  @Test
  void anEntityOfAnXmlAnswerIsNotResolved() throws Exception {
    String results =
        "<!DOCTYPE sparql [<!ENTITY x SYSTEM '%s'>]>".formatted(inside.at("/x"))
            + "<sparql xmlns='http://www.w3.org/2005/sparql-results#'><head>"
            + "<variable name='s'/></head><results><result><binding name='s'><literal>&x;"
            + "</literal></binding></result></results></sparql>";
    elsewhere.answer(200, "application/sparql-results+xml", results);
    assertFailed();
    assertEquals(List.of(), inside.requests());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "SILENT"})
  void theDeadlineBoundsTheCall(String silent) throws Exception {
    CountDownLatch over = new CountDownLatch(1);
    elsewhere.answer(
        exchange -> {
          exchange.getResponseHeaders().set("Content-Type", Elsewhere.JSON);
          exchange.sendResponseHeaders(200, 0);
          exchange.getResponseBody().write('{');
          exchange.getResponseBody().flush();
          await(over);
        });
    String query =
        "SELECT * { SERVICE %s <%s> { ?s ?p ?o } }".formatted(silent, elsewhere.at("/sparql"));
    assertProblem(here.get(sparql(query, "timeout", "0.5")), 503, "deadline-exceeded");
    over.countDown();
  }

  @Test
  void aQueryThatIsStoppedStopsItsCall() throws Exception {
    CountDownLatch over = new CountDownLatch(1);
    CountDownLatch asked = new CountDownLatch(1);
    elsewhere.answer(
        exchange -> {
          asked.countDown();
          await(over);
        });
    CompletableFuture<Answer> answer =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return here.get(sparql(queryOf()));
              } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
              }
            });
    assertTrue(asked.await(20, TimeUnit.SECONDS));
    String id = here.get("/api/v1/running").json().findValue("id").asText();
    here.send(
        here.request("/api/v1/running/" + id)
            .header("Authorization", "Bearer " + here.secret())
            .DELETE());
    assertTrue(answer.get(20, TimeUnit.SECONDS).status() >= 400);
    over.countDown();
  }

  @Test
  void anAnswerWithoutAnEndIsGivenUp() throws Exception {
    byte[] block = " ".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII);
    elsewhere.answer(
        exchange -> {
          exchange.getResponseHeaders().set("Content-Type", Elsewhere.JSON);
          exchange.sendResponseHeaders(200, 0);
          while (!Thread.currentThread().isInterrupted()) {
            exchange.getResponseBody().write(block);
          }
        });
    String detail = assertFailed();
    assertTrue(detail.contains("more than 1048576 bytes"), detail);
  }

  @Test
  void anAnswerHasNoMoreRowsAndBytesThanAreTaken() throws Exception {
    String head = "{\"head\":{\"vars\":[\"s\"]},\"results\":{\"bindings\":[";
    elsewhere.answer(200, Elsewhere.JSON, head + "{},".repeat(99_999) + "{}]}}");
    String count = "SELECT (COUNT(*) AS ?n) { SERVICE <%s> { ?s ?p ?o } }";
    assertEquals(
        List.of("100000"),
        Elsewhere.rows(here.get(sparql(count.formatted(elsewhere.at("/sparql"))))));
    elsewhere.answer(200, Elsewhere.JSON, head + "{},".repeat(100_000) + "{}]}}");
    assertTrue(assertFailed().contains("more than 100000 rows; ask for less"));
    elsewhere.answer(
        200,
        "application/sparql-results+xml",
        "<sparql xmlns='http://www.w3.org/2005/sparql-results#'><head/><results>"
            + "<result/>".repeat(100_001)
            + "</results></sparql>");
    assertTrue(assertFailed().contains("more than 100000 rows; ask for less"));
    String row = "{\"s\":{\"type\":\"literal\",\"value\":\"" + "x".repeat(500_000) + "\"}}";
    elsewhere.answer(200, Elsewhere.JSON, head + (row + ",").repeat(40) + row + "]}}");
    assertTrue(assertFailed().contains("more than 16777216 bytes; ask for less"));
    elsewhere.answer(200, Elsewhere.JSON, Elsewhere.ONE_ROW);
    assertEquals(List.of("a - -"), Elsewhere.rows(here.get(sparql(queryOf()))));
  }

  @Test
  void theDeadlineBoundsAnAnswerThatDrips() throws Exception {
    byte[] row = "{},\n".getBytes(StandardCharsets.US_ASCII);
    elsewhere.answer(
        exchange -> {
          exchange.getResponseHeaders().set("Content-Type", Elsewhere.JSON);
          exchange.sendResponseHeaders(200, 0);
          exchange
              .getResponseBody()
              .write("{\"results\":{\"bindings\":[".getBytes(StandardCharsets.UTF_8));
          while (!Thread.currentThread().isInterrupted()) {
            exchange.getResponseBody().write(row);
            exchange.getResponseBody().flush();
            LockSupport.parkNanos(10_000_000);
          }
        });
    assertProblem(here.get(sparql(queryOf(), "timeout", "0.5")), 503, "deadline-exceeded");
  }

  @Test
  void aFailureAfterTheFirstByteBreaksTheTransferOff() throws Exception {
    elsewhere.answer(500, "text/plain", "no");
    String query =
        "SELECT * { { ?s ex:number ?n . ?t ex:number ?o } UNION { SERVICE <%s> { ?s ex:mail ?m } } }"
            .formatted(elsewhere.at("/sparql"));
    assertThrows(IOException.class, () -> here.get(sparql(Fixture.PREFIXES + query)));
  }

  private static String queryOf() {
    return "SELECT * { SERVICE <%s> { ?s ?p ?o } }".formatted(elsewhere.at("/sparql"));
  }

  private static String assertFailed() throws Exception {
    return assertProblem(here.get(sparql(queryOf())), 502, "service-failed")
        .path("detail")
        .asText();
  }

  private static void await(CountDownLatch latch) throws IOException {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }
}
