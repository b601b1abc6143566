package io.controlgraph.api;

import static io.controlgraph.graph.Quads.quad;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.controlgraph.security.Limits;
import io.controlgraph.testing.Answer;
import io.controlgraph.testing.Served;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The figures for Prometheus. */
@Timeout(60)
final class MetricsTest {
  private Served served;

  @BeforeEach
  void serve(@TempDir Path folder) {
    served =
        Served.in(
                folder,
                Served.Recipe.PLAIN
                    .withUpdates()
                    .withLimits(
                        Limits.DEFAULT.withTimes(Duration.ofSeconds(30), Duration.ofSeconds(60))))
            .with("<http://example.org/g> { <http://example.org/s> <http://example.org/p> 1 . }");
  }

  @AfterEach
  void stop() {
    served.close();
  }

  /** The samples, each by its name with labels. */
  private Map<String, Double> samples() throws Exception {
    Answer answer = served.get("/metrics");
    assertEquals(200, answer.status());
    assertEquals("text/plain; version=0.0.4; charset=utf-8", answer.contentType());
    return Arrays.stream(answer.body().split("\n", -1))
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .collect(
            Collectors.toMap(
                line -> line.substring(0, line.lastIndexOf(' ')),
                line -> Double.valueOf(line.substring(line.lastIndexOf(' ') + 1))));
  }

  private static String queries(String name, String outcome) {
    return "controlgraph_queries_seconds_count{name=\"%s\",outcome=\"%s\"}"
        .formatted(name, outcome);
  }

  @Test
  void queriesAreCountedByNameAndOutcome() throws Exception {
    served.get(Served.sparql("ASK {}"));
    served.get(Served.sparql("ASK {}"));
    served.get(
        Served.sparql(
            "SELECT (COUNT(*) AS ?n) { VALUES ?a { 1 2 3 4 5 6 7 8 9 } VALUES ?b { 1 2 3 4 5 6 7 8"
                + " 9 } VALUES ?c { 1 2 3 4 5 6 7 8 9 } VALUES ?d { 1 2 3 4 5 6 7 8 9 } VALUES ?e {"
                + " 1 2 3 4 5 6 7 8 9 } VALUES ?f { 1 2 3 4 5 6 7 8 9 } VALUES ?g { 1 2 3 4 5 6 7 8"
                + " 9 } VALUES ?h { 1 2 3 4 5 6 7 8 9 } VALUES ?i { 1 2 3 4 5 6 7 8 9 } }",
            "timeout",
            "0.2"));
    served.get("/api/v1/queries/framework/bare-id?id=A.5.1");
    served.post(
        "/sparql",
        "application/sparql-update",
        "INSERT DATA { GRAPH <http://example.org/g> { <http://example.org/s> <http://example.org/p>"
            + " 2 } }",
        "Authorization",
        "Bearer " + served.secret());
    Map<String, Double> samples = samples();
    assertEquals(2.0, samples.get(queries("sparql", "complete")));
    assertEquals(1.0, samples.get(queries("sparql", "late")));
    assertEquals(1.0, samples.get(queries("framework/bare-id", "complete")));
    assertEquals(1.0, samples.get(queries("update", "complete")));
    assertEquals(0.0, samples.get("controlgraph_queries_running"));
    assertEquals(0.0, samples.get("controlgraph_queries_waiting"));
  }

  @Test
  void askingOthersIsCountedAsRefusedOrAsTheirFault(@TempDir Path folder) throws Exception {
    String nobody = "http://no-such-host.invalid/sparql";
    served.close();
    served = Served.in(folder.resolve("asks"), Served.Recipe.PLAIN.withServices(nobody));
    served.get(Served.sparql("SELECT * { SERVICE <http://example.org/other> { ?s ?p ?o } }"));
    served.get(Served.sparql("SELECT * { SERVICE <" + nobody + "> { ?s ?p ?o } }"));
    Map<String, Double> samples = samples();
    assertEquals(1.0, samples.get(queries("sparql", "refused")));
    assertEquals(1.0, samples.get(queries("sparql", "elsewhere")));
    assertFalse(samples.containsKey(queries("sparql", "failed")));
  }

  @Test
  void requestsAreCountedByRouteNotByPath() throws Exception {
    served.get("/id/acme/assets/A-1");
    served.get("/id/acme/assets/A-2");
    served.get("/nowhere");
    Map<String, Double> samples = samples();
    String counted = "controlgraph_http_requests_seconds_count";
    assertEquals(
        2.0, samples.get(counted + "{method=\"GET\",route=\"/id/<path>\",status=\"404\"}"));
    assertEquals(1.0, samples.get(counted + "{method=\"GET\",route=\"none\",status=\"404\"}"));
    assertFalse(samples.keySet().stream().anyMatch(name -> name.contains("A-1")));
  }

  @Test
  void whoeverMakesMethodsUpMakesNoNewSeries() throws Exception {
    served.raw("BREW / HTTP/1.1", "Host: localhost:" + served.port());
    served.raw(
        "GET / HTTP/1.1", "Host: localhost:" + served.port(), "X-HTTP-Method-Override: BREW");
    Map<String, Double> samples = samples();
    assertFalse(samples.keySet().stream().anyMatch(name -> name.contains("BREW")));
    assertTrue(samples.keySet().stream().anyMatch(name -> name.contains("method=\"other\"")));
  }

  @Test
  void statementsAndRevisionFollowTheCommits() throws Exception {
    served.store().write("a", "before it was asked", tx -> tx.add(quad("g", "s", "p", "a")));
    assertEquals(2.0, samples().get("controlgraph_triples"));
    served
        .store()
        .write(
            "a",
            "after",
            tx -> {
              tx.add(quad("g2", "s", "p", "a"));
              tx.add(quad("g2", "s", "p", "b"));
              tx.delete(quad("g", "s", "p", "a"));
            });
    Map<String, Double> samples = samples();
    assertEquals(3.0, samples.get("controlgraph_triples"));
    assertEquals(3.0, samples.get("controlgraph_revision"));
  }

  @Test
  void theVirtualMachineIsWatchedToo() throws Exception {
    Map<String, Double> samples = samples();
    double heap =
        samples.entrySet().stream()
            .filter(each -> each.getKey().startsWith("jvm_memory_used_bytes{area=\"heap\""))
            .mapToDouble(Map.Entry::getValue)
            .sum();
    assertTrue(heap > 1_000_000, "heap " + heap);
    assertTrue(samples.getOrDefault("jvm_threads_live_threads", 0.0) > 1);
  }
}
