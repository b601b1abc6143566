package io.controlgraph.sparql;

import static io.controlgraph.testing.Served.encode;
import static io.controlgraph.testing.Served.sparql;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.controlgraph.testing.OutsideProgram;
import io.controlgraph.testing.Served;
import io.controlgraph.testing.Wire;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Debian's SPARQLWrapper and rapper at work on a running server. */
@Timeout(value = 15, unit = TimeUnit.MINUTES)
final class OutsideClientsTest {
  private static final String G1 = "http://example.org/g1";

  private Served served;

  @BeforeEach
  void serve(@TempDir Path folder) {
    served = Served.in(folder, Served.Recipe.PLAIN.withUpdates()).with(Fixture.SMALL);
  }

  @AfterEach
  void stop() {
    served.close();
  }

  @Test
  void sparqlWrapperReadsAndWrites() throws Exception {
    Path python = OutsideProgram.python("SPARQLWrapper", "python3-sparqlwrapper");
    try (Wire wire = Wire.to(served)) {
      Ran ran =
          run(
              wire,
              python.toString(),
              script("sparqlwrapper_client.py"),
              served.at("/sparql").toString(),
              served.secret());
      assertEquals(0, ran.exit(), ran.errors());
      assertEquals(
          """
          select json by parameter: A,B
          select xml by parameter: 2
          select csv by parameter: name
          select tsv by parameter: ?name
          ask by parameter: True
          construct default by parameter: 2
          construct xml by parameter: 2
          construct rdf+xml by parameter: 2
          describe turtle by parameter: True
          select json by header: A,B
          select xml by header: 2
          select csv by header: name
          select tsv by header: ?name
          ask by header: True
          construct default by header: 2
          construct xml by header: 2
          construct rdf+xml by header: 2
          describe turtle by header: True
          post form: A,B
          post directly: A,B
          update without secret: Unauthorized\s
          update with wrong secret: HTTPError 403
          update: 204
          update directly: 204
          afterwards: B,N
          bad query: QueryBadFormed\s
          bad update: QueryBadFormed\s
          """,
          ran.output());
      assertFalse(wire.answers().toLowerCase(Locale.ROOT).contains("content-encoding"));
    }
  }

  @ParameterizedTest
  @CsvSource({"turtle, turtle", "ntriples, ntriples", "rdfxml, rdfxml"})
  void rapperReadsGraphsAndQueries(String parser, String format) throws Exception {
    Path rapper = OutsideProgram.command("rapper", "raptor2-utils");
    String graph = served.at("/data?format=%s&graph=".formatted(format)) + encode(G1);
    String query = served.at(sparql("CONSTRUCT WHERE { ?s ?p ?o }", "format", format)).toString();
    try (Wire wire = Wire.to(served)) {
      for (String address : List.of(graph, query)) {
        Ran ran = run(wire, rapper.toString(), "-q", "-i", parser, "-o", "ntriples", address);
        assertEquals(0, ran.exit(), ran.errors());
        assertEquals(address.equals(graph) ? 2 : 4, ran.output().lines().count(), ran.output());
      }
      assertTrue(wire.requests().contains("GET "), "it went over the wire");
      assertFalse(wire.answers().toLowerCase(Locale.ROOT).contains("content-encoding"));
    }
  }

  @Test
  void rapperFindsTheFormatByNegotiation() throws Exception {
    Path rapper = OutsideProgram.command("rapper", "raptor2-utils");
    try (Wire wire = Wire.to(served)) {
      String address = served.at("/data?graph=") + encode(G1);
      Ran ran = run(wire, rapper.toString(), "-q", "-g", "-o", "ntriples", address);
      assertEquals(0, ran.exit(), ran.errors());
      assertEquals(2, ran.output().lines().count(), ran.output());
    }
  }

  @Test
  void rapperFailsOnAGraphThatIsNotThere() throws Exception {
    Path rapper = OutsideProgram.command("rapper", "raptor2-utils");
    try (Wire wire = Wire.to(served)) {
      String address = served.at("/data?graph=") + encode("http://example.org/none");
      Ran ran = run(wire, rapper.toString(), "-i", "turtle", address);
      assertNotEquals(0, ran.exit());
      assertTrue(ran.errors().contains("404"), ran.errors());
    }
  }

  /**
   * How a program ended.
   *
   * @param errors what it wrote to its standard error
   */
  private record Ran(int exit, String output, String errors) {}

  private static Ran run(Wire wire, String... command) throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command);
    Path errors = Files.createTempFile("outside", ".err");
    builder.redirectError(errors.toFile());
    builder.environment().put("http_proxy", "http://127.0.0.1:" + wire.address().getPort());
    builder.environment().put("no_proxy", "");
    builder.environment().put("NO_PROXY", "");
    builder.environment().put("PYTHONIOENCODING", "utf-8");
    Process process = builder.start();
    try (InputStream output = process.getInputStream()) {
      String text = new String(output.readAllBytes(), StandardCharsets.UTF_8);
      return new Ran(process.waitFor(), text, Files.readString(errors));
    } finally {
      process.destroy();
      Files.delete(errors);
    }
  }

  private static String script(String name) throws URISyntaxException {
    return Path.of(
            Objects.requireNonNull(OutsideClientsTest.class.getResource("/clients/" + name))
                .toURI())
        .toString();
  }
}
