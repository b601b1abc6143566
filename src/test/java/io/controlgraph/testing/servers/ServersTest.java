package io.controlgraph.testing.servers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.controlgraph.graph.jena.MemoryFolder;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.atlas.web.HttpException;
import org.apache.jena.query.QueryExecution;
import org.apache.jena.query.QuerySolution;
import org.apache.jena.query.ResultSet;
import org.apache.jena.update.UpdateExecution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The servers start, keep what they are told, and come back. */
@Timeout(120)
final class ServersTest {
  private static final String TWO_GRAPHS =
      """
      INSERT DATA {
        GRAPH <urn:g1> { <urn:a> <urn:p> 1 }
        GRAPH <urn:g2> { <urn:b> <urn:p> 2 }
      }
      """;
  private static final String UNION = "SELECT ?s { ?s <urn:p> ?o } ORDER BY ?s";

  private final Path folder;

  ServersTest(@TempDir(factory = MemoryFolder.class) Path folder) {
    this.folder = folder;
  }

  @Test
  void fusekisDefaultGraphIsTheUnion() throws IOException, InterruptedException {
    try (FusekiServer fuseki = FusekiServer.start(folder, FusekiServer.Setup.USUAL)) {
      update(fuseki, TWO_GRAPHS);
      assertEquals(List.of("urn:a", "urn:b"), subjects(fuseki, UNION));
      assertEquals("<urn:a>  <urn:p>  1 .", graph(fuseki, "urn:g1"));
      isSilentWhilePaused(fuseki);
    }
  }

  @Test
  void fusekiKeepsDataThroughAKill() throws IOException, InterruptedException {
    try (FusekiServer fuseki = FusekiServer.start(folder, FusekiServer.Setup.USUAL.onDisk())) {
      update(fuseki, TWO_GRAPHS);
      comesBack(fuseki);
    }
  }

  @Test
  void fusekiCanBeWithoutUnionAndReadOnly() throws IOException, InterruptedException {
    try (FusekiServer fuseki =
        FusekiServer.start(folder, FusekiServer.Setup.USUAL.withoutUnion())) {
      update(fuseki, TWO_GRAPHS);
      assertEquals(List.of(), subjects(fuseki, UNION));
      assertEquals(
          List.of("urn:a", "urn:b"), subjects(fuseki, "SELECT ?s { GRAPH ?g { ?s ?p ?o } }"));
    }
    try (FusekiServer fuseki = FusekiServer.start(folder, FusekiServer.Setup.USUAL.readOnly())) {
      assertEquals(List.of(), subjects(fuseki, UNION));
      HttpException refused = assertThrows(HttpException.class, () -> update(fuseki, TWO_GRAPHS));
      assertEquals(405, refused.getStatusCode());
    }
  }

  @Test
  void rdf4jsDefaultGraphIsTheUnionAndSurvivesAKill() throws IOException, InterruptedException {
    try (Rdf4jServer rdf4j = Rdf4jServer.start(folder, Rdf4jServer.Setup.USUAL.onDisk())) {
      update(rdf4j, TWO_GRAPHS);
      assertEquals(List.of("urn:a", "urn:b"), subjects(rdf4j, UNION));
      assertTrue(graph(rdf4j, "urn:g1").endsWith("<urn:a> <urn:p> 1 ."));
      isSilentWhilePaused(rdf4j);
      comesBack(rdf4j);
    }
  }

  @Test
  void aServerThatEndsIsToldOfWithWhatItPrinted() {
    AssertionError error =
        assertThrows(
            AssertionError.class,
            () ->
                ServerProcess.start(
                    folder,
                    port ->
                        new ServerProcess.Launch(
                            new ProcessBuilder("sh", "-c", "echo no such dataset; exit 3"),
                            JavaServers.at(port, "/"))));
    String message = String.valueOf(error.getMessage());
    assertTrue(message.contains("ended with 3"), message);
    assertTrue(message.endsWith("no such dataset"), message);
  }

  @Test
  void aServerThatLosesItsPortTriesOthers() {
    List<Integer> ports = new ArrayList<>();
    assertThrows(
        AssertionError.class,
        () ->
            ServerProcess.start(
                folder,
                port -> {
                  ports.add(port);
                  return new ServerProcess.Launch(
                      new ProcessBuilder("sh", "-c", "echo Address already in use; exit 1"),
                      JavaServers.at(port, "/"));
                }));
    assertEquals(5, ports.size());
  }

  private static void comesBack(TripleStoreServer server) throws IOException, InterruptedException {
    int port = server.process().port();
    long killed = server.process().pid();
    server.process().kill();
    assertThrows(IOException.class, () -> get(server, Duration.ofSeconds(5)));
    server.process().restart();
    assertEquals(port, server.process().port());
    assertFalse(ProcessHandle.of(killed).isPresent());
    assertEquals(List.of("urn:a", "urn:b"), subjects(server, UNION));
  }

  private static void isSilentWhilePaused(TripleStoreServer server)
      throws IOException, InterruptedException {
    server.process().pause();
    assertThrows(HttpTimeoutException.class, () -> get(server, Duration.ofMillis(500)));
    server.process().resume();
    assertEquals(200, get(server, Duration.ofSeconds(30)));
  }

  private static int get(TripleStoreServer server, Duration patience)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(server.query() + "?query=ASK%7B%7D"))
            .timeout(patience)
            .build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.discarding()).statusCode();
  }

  private static void update(TripleStoreServer server, String update) {
    UpdateExecution.service(server.update().toString()).update(update).execute();
  }

  private static List<String> subjects(TripleStoreServer server, String query) {
    try (QueryExecution execution =
        QueryExecution.service(server.query().toString()).query(query).build()) {
      ResultSet rows = execution.execSelect();
      List<String> subjects = new ArrayList<>();
      while (rows.hasNext()) {
        QuerySolution row = rows.next();
        subjects.add(row.getResource("s").getURI());
      }
      return subjects;
    }
  }

  private static String graph(TripleStoreServer server, String name)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(server.graphStore() + "?graph=" + name))
            .header("Accept", "text/turtle")
            .build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body().strip();
  }
}
