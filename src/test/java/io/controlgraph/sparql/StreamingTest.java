package io.controlgraph.sparql;

import static io.controlgraph.testing.Served.sparql;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.controlgraph.testing.Answer;
import io.controlgraph.testing.ChildProcess;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.lang.StreamRDFCounting;
import org.apache.jena.riot.system.StreamRDFLib;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Answers far larger than the server's memory, which is less here than a million rows or statements
 * take.
 */
@Timeout(120)
final class StreamingTest {
  private static final int HEAP = 128;

  /** How many statements are stored; as many times each is given when a graph is read. */
  private static final int STATEMENTS = 2237;

  private static final int TIMES = 448;

  private static final String ROWS =
      Fixture.PREFIXES + "SELECT ?a ?x ?y { ?a ex:number ?x . ?b ex:number ?y FILTER(?x < %d) }";
  private static final String MANY_SUBJECTS =
      Fixture.PREFIXES
          + "CONSTRUCT { ?a ex:with ?y } { ?a ex:number ?x . ?b ex:number ?y FILTER(?x < %d) }";
  private static final String ONE_SUBJECT =
      Fixture.PREFIXES
          + "CONSTRUCT { ex:one ex:with ?n }"
          + " { ?a ex:number ?x . ?b ex:number ?y BIND(?x * 10000 + ?y AS ?n) FILTER(?x < %d) }";

  private static Process server;
  private static URI address;
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  @BeforeAll
  static void serve(@TempDir Path folder) throws IOException {
    Path questions = Files.createDirectories(folder.resolve("questions/test"));
    Files.writeString(
        questions.resolve("pairs.rq"),
        """
        #+ summary: Pairs of numbers
        #+ question: Which numbers are there beside which?
        #+ tags: [test]
        #+ params:
        #+   below: { type: integer, default: "1", summary: What the first is less than }
        #+ columns: { thing: iri, x: integer, y: integer }
        PREFIX ex: <http://example.org/>
        SELECT ?thing ?x ?y WHERE {
          ?thing ex:number ?x . ?other ex:number ?y . FILTER(?x < ?below)
        }
        """);
    server =
        ChildProcess.start(
            List.of("-Xmx" + HEAP + "m", "-XX:+ExitOnOutOfMemoryError", "-XX:+UseSerialGC"),
            ServingChild.class,
            folder.resolve("data").toString(),
            Integer.toString(STATEMENTS),
            Integer.toString(TIMES),
            folder.resolve("questions").toString());
    address =
        URI.create(
            Objects.requireNonNull(
                new BufferedReader(
                        new InputStreamReader(server.getInputStream(), StandardCharsets.UTF_8))
                    .readLine(),
                "The server did not start."));
  }

  @AfterAll
  static void stop() throws Exception {
    server.getOutputStream().close();
    if (!server.waitFor(30, TimeUnit.SECONDS)) {
      server.destroyForcibly().waitFor();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "JSON, 2237, identity",
    "JSON, 448, gzip",
    "XML, 448, identity",
    "CSV, 448, identity",
    "TSV, 448, identity"
  })
  void rowsAreStreamed(Body body, int below, String coding) throws Exception {
    String path = sparql(ROWS.formatted(below), "format", body.format, "timeout", "100");
    assertEquals((long) below * STATEMENTS, countOf(path, body, coding));
  }

  @ParameterizedTest
  @CsvSource({"NTRIPLES, 2237, identity", "TURTLE, 448, gzip"})
  void triplesAreStreamed(Body body, int below, String coding) throws Exception {
    String path = sparql(MANY_SUBJECTS.formatted(below), "format", body.format, "timeout", "100");
    assertEquals((long) below * STATEMENTS, countOf(path, body, coding));
  }

  /** Turtle's writer puts the triples of a subject in one block. */
  @Test
  void triplesOfOneSubjectAreStreamed() throws Exception {
    String path = sparql(ONE_SUBJECT.formatted(448), "format", "ttl", "timeout", "100");
    assertEquals(448L * STATEMENTS, countOf(path, Body.TURTLE, "identity"));
  }

  @ParameterizedTest
  @CsvSource({"NTRIPLES, identity", "TURTLE, gzip"})
  void aGraphIsStreamed(Body body, String coding) throws Exception {
    String path = "/data?graph=http://example.org/many&timeout=100&format=" + body.format;
    assertEquals(TIMES * STATEMENTS, countOf(path, body, coding));
  }

  @ParameterizedTest
  @CsvSource({"TRIG, identity", "NQUADS, gzip"})
  void anExportIsStreamed(Body body, String coding) throws Exception {
    String path = "/api/v1/exports/rdf?timeout=100&format=" + body.format;
    assertEquals(TIMES * STATEMENTS, countOf(path, body, coding));
  }

  @Test
  void aQuestionIsStreamed() throws Exception {
    String path = "/api/v1/queries/test/pairs?below=448&timeout=100&format=csv";
    assertEquals(448L * STATEMENTS, countOf(path, Body.CSV, "gzip"));
  }

  @Test
  void aSheetIsStreamed() throws Exception {
    String path = "/api/v1/queries/test/pairs?below=300&timeout=100&format=xlsx";
    assertEquals(300L * STATEMENTS, countOf(path, Body.XLSX, "identity"));
  }

  /** Reads an answer whose first octets must come while its query still runs. */
  private static long countOf(String path, Body body, String coding) throws Exception {
    HttpResponse<InputStream> response =
        CLIENT.send(
            HttpRequest.newBuilder(address.resolve(path)).header("Accept-Encoding", coding).build(),
            BodyHandlers.ofInputStream());
    assertEquals(200, response.statusCode());
    assertEquals(
        coding, response.headers().firstValue("Content-Encoding").orElse("identity"), "coding");
    try (InputStream sent = response.body();
        InputStream in =
            new BufferedInputStream(coding.equals("gzip") ? new GZIPInputStream(sent) : sent)) {
      in.mark(1);
      assertTrue(in.read() >= 0);
      in.reset();
      assertEquals(1, running(), "still running when the first octets are here");
      return body.countIn(in);
    } finally {
      assertTrue(server.isAlive(), "the server had too little memory");
    }
  }

  private static int running() throws Exception {
    HttpResponse<String> list =
        CLIENT.send(
            HttpRequest.newBuilder(address.resolve("/api/v1/running")).build(),
            BodyHandlers.ofString());
    return Answer.parse(list.body()).path("running").size();
  }

  /** Formats, and how to count what is in them. */
  private enum Body {
    JSON("json"),
    XML("xml"),
    CSV("csv"),
    TSV("tsv"),
    NTRIPLES("nt"),
    NQUADS("nq"),
    TURTLE("ttl"),
    TRIG("trig"),
    XLSX("xlsx");

    private final String format;

    Body(String format) {
      this.format = format;
    }

    /** How many rows or statements there are. */
    long countIn(InputStream in) throws IOException, XMLStreamException {
      return switch (this) {
        case JSON -> jsonRows(in);
        case XML -> xmlRows(in);
        case CSV, TSV -> lines(in) - 1;
        case NTRIPLES, NQUADS -> lines(in);
        case TURTLE -> statements(in, Lang.TURTLE);
        case TRIG -> statements(in, Lang.TRIG);
        case XLSX -> sheetRows(in);
      };
    }

    private static long lines(InputStream in) throws IOException {
      byte[] block = new byte[1 << 16];
      long count = 0;
      for (int read = in.read(block); read >= 0; read = in.read(block)) {
        for (int i = 0; i < read; i++) {
          count += block[i] == '\n' ? 1 : 0;
        }
      }
      return count;
    }

    private static long jsonRows(InputStream in) throws IOException {
      try (JsonParser json =
          new JsonFactory().disable(JsonParser.Feature.AUTO_CLOSE_SOURCE).createParser(in)) {
        while (!"bindings".equals(json.currentName())
            || json.nextToken() != JsonToken.START_ARRAY) {
          json.nextToken();
        }
        long count = 0;
        while (json.nextToken() == JsonToken.START_OBJECT) {
          json.skipChildren();
          count++;
        }
        while (json.nextToken() != null) {
          assertEquals(JsonToken.END_OBJECT, json.currentToken());
        }
        return count;
      }
    }

    /** All of its rows but the one of names. */
    private static long sheetRows(InputStream in) throws IOException, XMLStreamException {
      Path file = Files.createTempFile("rows", ".xlsx");
      try {
        Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
        try (ZipFile zip = new ZipFile(file.toFile());
            InputStream sheet = zip.getInputStream(zip.getEntry("xl/worksheets/sheet1.xml"))) {
          return elements(sheet, "row") - 1;
        }
      } finally {
        Files.delete(file);
      }
    }

    private static long xmlRows(InputStream in) throws XMLStreamException {
      return elements(in, "result");
    }

    private static long elements(InputStream in, String name) throws XMLStreamException {
      XMLStreamReader xml = XMLInputFactory.newDefaultFactory().createXMLStreamReader(in);
      long count = 0;
      while (xml.hasNext()) {
        if (xml.next() == XMLStreamReader.START_ELEMENT && xml.getLocalName().equals(name)) {
          count++;
        }
      }
      return count;
    }

    private static long statements(InputStream in, Lang lang) {
      StreamRDFCounting counting = StreamRDFLib.count();
      RDFParser.source(in).lang(lang).parse(counting);
      return counting.count();
    }
  }
}
