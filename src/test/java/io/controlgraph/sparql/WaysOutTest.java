package io.controlgraph.sparql;

import static io.controlgraph.testing.ProblemShape.assertProblem;
import static io.controlgraph.testing.Served.encode;
import static io.controlgraph.testing.Served.sparql;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.controlgraph.graph.Revision;
import io.controlgraph.ingest.csv.CsvImporter;
import io.controlgraph.testing.Answer;
import io.controlgraph.testing.Served;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A server that was told of no other fetches nothing, whoever asks for it and however: a server on
 * the loopback hears nothing, and a file beside the store is not read.
 */
@Timeout(120)
final class WaysOutTest {
  private static final String SECRET = "unheard-of";

  private static Elsewhere elsewhere;
  private static Served served;
  private static String file;

  @BeforeAll
  static void serve(@TempDir Path folder) throws IOException {
    elsewhere = new Elsewhere();
    file =
        Files.writeString(folder.resolve("secret.ttl"), "<urn:s> <urn:p> '" + SECRET + "' .")
            .toUri()
            .toString();
    served =
        Served.in(
                folder.resolve("store"),
                Served.Recipe.PLAIN
                    .withUpdates()
                    .withImporter(store -> new CsvImporter(store, Clock.systemUTC())))
            .with(Fixture.SMALL);
  }

  @BeforeEach
  void forget() {
    elsewhere.answer(200, "text/turtle", "<urn:s> <urn:p> '" + SECRET + "' .");
  }

  @AfterEach
  void nobodyCame() {
    assertEquals(List.of(), elsewhere.requests());
  }

  @AfterAll
  static void stop() {
    served.close();
    elsewhere.close();
  }

  static Stream<String> placesOfService() {
    return Stream.of(
        "SELECT * { %s }",
        "SELECT * { ?s ?p ?o OPTIONAL { %s } }",
        "SELECT * { ?s ?p ?o MINUS { %s } }",
        "SELECT * { { ?s ?p ?o } UNION { %s } }",
        "SELECT * { GRAPH ?g { %s } }",
        "SELECT * { { SELECT * { { SELECT * { %s } } } } }",
        "SELECT * { SERVICE <http://127.0.0.1:1/> { %s } }",
        "SELECT * { ?s ?p ?o FILTER EXISTS { %s } }",
        "SELECT * { ?s ?p ?o FILTER NOT EXISTS { %s } }",
        "SELECT * { ?s ?p ?o FILTER (1 = 2 || EXISTS { ?s ?p ?x FILTER EXISTS { %s } }) }",
        "SELECT * { ?s ?p ?o OPTIONAL { ?s ?q ?x FILTER EXISTS { %s } } }",
        "SELECT * { BIND (EXISTS { %s } AS ?x) }",
        "SELECT (EXISTS { %s } AS ?x) { }",
        "SELECT (SUM(IF(EXISTS { %s }, 1, 0)) AS ?x) { ?a ?b ?c }",
        "SELECT (COUNT(*) AS ?x) { ?a ?b ?c } GROUP BY (EXISTS { %s } AS ?g)",
        "SELECT ?a { ?a ?b ?c } GROUP BY ?a HAVING (EXISTS { %s })",
        "SELECT ?a { ?a ?b ?c } GROUP BY ?a HAVING (SUM(IF(EXISTS { %s }, 1, 0)) > 0)",
        "SELECT * { ?a ?b ?c } ORDER BY (EXISTS { %s })",
        "ASK { %s }",
        "CONSTRUCT { ?s ?p ?o } WHERE { %s }",
        "DESCRIBE ?s { %s }",
        "DESCRIBE ?s { ?s ?p ?o } ORDER BY (EXISTS { %s })");
  }

  @ParameterizedTest
  @MethodSource("placesOfService")
  void noServiceIsAsked(String place) throws Exception {
    for (String service :
        List.of(
            "SERVICE <" + elsewhere.at("/sparql") + "> { ?s ?p ?o }",
            "SERVICE SILENT <" + elsewhere.at("/sparql") + "> { ?s ?p ?o }",
            "BIND (<" + elsewhere.at("/sparql") + "> AS ?e) SERVICE SILENT ?e { ?s ?p ?o }")) {
      String query = place.formatted(service);
      assertProblem(served.get(sparql(query)), 403, "no-service");
      assertProblem(served.post("/sparql", "application/sparql-query", query), 403, "no-service");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT * { ?a <urn:none> ?c } ORDER BY (EXISTS { %s })",
        "SELECT * { { SELECT * { ?a <urn:none> ?c } ORDER BY DESC(?a) (EXISTS { %s }) } }",
        "SELECT * { ?a <urn:none> ?c FILTER EXISTS { SELECT * { ?a ?b ?c } ORDER BY EXISTS { %s } }"
            + " }",
        "SELECT (SUM(IF(EXISTS { %s }, 1, 0)) AS ?x) { ?a <urn:none> ?c } GROUP BY ?a",
        "SELECT ?a { ?a <urn:none> ?c } GROUP BY ?a ORDER BY (SUM(IF(EXISTS { %s }, 1, 0)))"
      })
  void aServiceIsRefusedThoughNoRowWouldAskIt(String place) throws Exception {
    String service = "SERVICE <" + elsewhere.at("/sparql") + "> { ?s ?p ?o }";
    assertProblem(served.get(sparql(place.formatted(service))), 403, "no-service");
    if (place.startsWith("SELECT *")) {
      assertNoUpdate(
          "INSERT { GRAPH <urn:g> { ?a ?a ?c } } WHERE { { " + place.formatted(service) + " } }",
          403,
          "no-service");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1:P/",
        "http://localhost:P/",
        "http://[::1]:P/",
        "http://[::ffff:127.0.0.1]:P/",
        "http://2130706433:P/",
        "http://0x7f000001:P/",
        "http://0x7f.0.0.1:P/",
        "http://0177.0.0.1:P/",
        "http://127.1:P/",
        "http://0:P/",
        "http://query.example.org@127.0.0.1:P/",
        "http://169.254.169.254/latest/meta-data/",
        "https://127.0.0.1:P/",
        "file:///etc/passwd",
        "jar:http://127.0.0.1:P/x.jar!/x",
        "loading:http://127.0.0.1:P/"
      })
  void noSpellingOfAnAddressIsAsked(String address) throws Exception {
    String iri = address.replace("P", Integer.toString(elsewhere.port()));
    String detail =
        assertProblem(
                served.get(sparql("SELECT * { SERVICE SILENT <" + iri + "> { ?s ?p ?o } }")),
                403,
                "no-service")
            .path("detail")
            .asText();
    assertTrue(detail.contains("<" + iri + ">"), detail);
    assertTrue(detail.contains("--allow-service"), detail);
    assertEmpty("SELECT * FROM <" + iri + "> { ?s ?p ?o }");
    assertEmpty("SELECT * FROM NAMED <" + iri + "> { GRAPH ?g { ?s ?p ?o } }");
    assertEmpty("SELECT * { GRAPH <" + iri + "> { ?s ?p ?o } }");
  }

  @Test
  void aDatasetIsMadeOfGraphsOfTheStore() throws Exception {
    for (String iri : List.of(elsewhere.at("/x.ttl"), file)) {
      assertEmpty("SELECT * FROM <" + iri + "> { ?s ?p ?o }");
      assertEmpty("SELECT * FROM NAMED <" + iri + "> { GRAPH ?g { ?s ?p ?o } }");
      assertEmpty("SELECT * { GRAPH <" + iri + "> { ?s ?p ?o } }");
      assertEmpty("SELECT * { BIND (IRI('" + iri + "') AS ?g) GRAPH ?g { ?s ?p ?o } }");
      assertEmpty("SELECT * { ?s ?p ?o }", "default-graph-uri", iri);
      assertEmpty("SELECT * { GRAPH ?g { ?s ?p ?o } }", "named-graph-uri", iri);
      assertEquals("", served.get(sparql("DESCRIBE <" + iri + ">", "format", "ntriples")).body());
      assertEquals(404, served.get("/data?graph=" + encode(iri)).status());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"LOAD <%s>", "LOAD SILENT <%s>", "LOAD SILENT <%s> INTO GRAPH <urn:g>"})
  void nothingIsLoaded(String load) throws Exception {
    for (String iri :
        List.of(elsewhere.at("/x.ttl"), file, "jar:" + elsewhere.at("/x.jar") + "!/x.ttl")) {
      assertNoUpdate(load.formatted(iri), 400, "bad-query");
    }
  }

  @Test
  void anUpdateAsksNobody() throws Exception {
    for (String silent : List.of("", "SILENT ")) {
      String service = "SERVICE " + silent + "<" + elsewhere.at("/") + "> { ?s ?p ?o }";
      assertNoUpdate(
          "INSERT { GRAPH <urn:g> { ?s ?p ?o } } WHERE { " + service + " }", 403, "no-service");
      assertNoUpdate(
          "DELETE { GRAPH <urn:g> { ?s ?p ?o } } WHERE { ?s ?p ?o FILTER EXISTS { "
              + service
              + " } }",
          403,
          "no-service");
    }
    for (String iri : List.of(elsewhere.at("/x.ttl"), file)) {
      Answer answer =
          update("INSERT { GRAPH <urn:copy> { ?s ?p ?o } } USING <" + iri + "> WHERE { ?s ?p ?o }");
      assertEquals(204, answer.status(), answer.body());
      assertNoUpdate("COPY <" + iri + "> TO <urn:copy>", -1, "");
      assertEmpty("SELECT * { GRAPH <urn:copy> { ?s ?p ?o } }");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "http://jena.apache.org/ARQ/jsFunction#toCamelCase | 400",
        "js:f | 200",
        "java:java.lang.Runtime | 200",
        "java:org.apache.jena.sparql.function.library.pi | 200",
        "java:org.apache.jena.sparql.function.library.wait | 200",
        "http://jena.apache.org/ARQ/function#version | 200",
        "http://jena.apache.org/ARQ/function/localTime | 200",
        "tdb:x | 200"
      })
  void noFunctionIsFoundByTheNameOfAClassOrAScript(String function, int status) throws Exception {
    Answer answer = served.get(sparql("SELECT (<" + function + ">('1') AS ?x) { }"));
    assertEquals(status, answer.status(), answer.body());
    if (status == 200) {
      assertEquals("[{}]", answer.json().at("/results/bindings").toString());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "java:org.apache.jena.sparql.pfunction.library.str",
        "http://jena.apache.org/ARQ/property#versionARQ",
        "http://jena.apache.org/ARQ/property#strSplit",
        "http://jena.apache.org/text#query",
        "http://jena.apache.org/ARQ/list#member",
        "http://jena.hpl.hp.com/ARQ/property#concat"
      })
  void noPropertyIsAFunction(String property) throws Exception {
    assertEmpty("SELECT * { ?x <" + property + "> ?y }");
    assertEmpty("SELECT * { ?x <" + property + "> ('a' 'b') }");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"@context\":\"%s\",\"@id\":\"urn:s\",\"urn:p\":1}",
        "{\"@context\":[{},\"%s\"],\"@id\":\"urn:s\",\"urn:p\":1}",
        "{\"@context\":{\"@import\":\"%s\"},\"@id\":\"urn:s\",\"urn:p\":1}",
        "{\"@id\":\"urn:s\",\"urn:p\":{\"@context\":\"%s\",\"urn:q\":1}}",
        "{\"@context\":{\"t\":{\"@id\":\"urn:t\",\"@context\":\"%s\"}},\"@id\":\"urn:s\",\"t\":{\"urn:q\":1}}"
      })
  void noContextOfJsonLdIsFetched(String document) throws Exception {
    for (String iri : List.of(elsewhere.at("/context.jsonld"), file)) {
      assertUnreadable("application/ld+json", "x.jsonld", document.formatted(iri));
    }
  }

  @Test
  void noEntityOfXmlIsFetchedOrMultiplied() throws Exception {
    String rdf =
        "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns:p='urn:p'>"
            + "<rdf:Description rdf:about='urn:s'><p:p>%s</p:p></rdf:Description></rdf:RDF>";
    for (String iri : List.of(elsewhere.at("/x"), file)) {
      assertNoXml("<!DOCTYPE r [<!ENTITY x SYSTEM '" + iri + "'>]>" + rdf.formatted("&x;"));
      assertNoXml("<!DOCTYPE r [<!ENTITY % x SYSTEM '" + iri + "'> %x;]>" + rdf.formatted("1"));
      assertNoXml("<!DOCTYPE r SYSTEM '" + iri + "'>" + rdf.formatted("1"));
    }
    StringBuilder laughs = new StringBuilder("<!DOCTYPE r [<!ENTITY x0 'ha'>");
    for (int i = 1; i < 40; i++) {
      laughs.append("<!ENTITY x%d '&x%d;&x%d;'>".formatted(i, i - 1, i - 1));
    }
    assertNoXml(laughs.append("]>").append(rdf.formatted("&x39;")).toString());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "text/turtle | x.ttl | @base <%s> . <a> <urn:p> <b> .",
        "application/ld+json | x.jsonld |"
            + " {\"@context\":{\"@base\":\"%s\"},\"@id\":\"a\",\"urn:p\":{\"@id\":\"b\"}}"
      })
  void aBaseIsOnlyAName(String type, String name, String body) throws Exception {
    for (String iri : List.of(elsewhere.at("/"), "file:///etc/", "jar:file:///x.jar!/")) {
      Answer put = put(type, body.formatted(iri));
      assertTrue(put.status() == 201 || put.status() == 204 || put.status() == 400, put.body());
      served.send(served.request("/data?graph=urn:new").header("Authorization", bearer()).DELETE());
      Answer validated = validate(name, body.formatted(iri));
      assertTrue(validated.status() == 200 || validated.status() == 400, validated.body());
    }
    assertEquals(
        List.of(),
        served
            .get(sparql("BASE <" + elsewhere.at("/") + "> SELECT * { GRAPH <x> { ?s ?p ?o } }"))
            .json()
            .at("/results/bindings")
            .findValues("s"));
  }

  private static void assertEmpty(String query, String... parameters) throws Exception {
    Answer answer = served.get(sparql(query, parameters));
    assertEquals(200, answer.status(), query + answer.body());
    assertEquals(0, answer.json().at("/results/bindings").size(), query + answer.body());
  }

  /** By any status and kind if {@code status} is negative. */
  private static void assertNoUpdate(String update, int status, String kind) throws Exception {
    Revision before = served.store().revision();
    Answer answer = update(update);
    if (status > 0) {
      assertProblem(answer, status, kind);
    }
    assertEquals(before, served.store().revision(), update);
  }

  private static Answer update(String update) throws Exception {
    return served.post("/sparql", "application/sparql-update", update, "Authorization", bearer());
  }

  private static void assertNoXml(String document) throws Exception {
    assertUnreadable("application/rdf+xml", "x.rdf", document);
  }

  /** By every way that RDF comes in. */
  private static void assertUnreadable(String type, String name, String document) throws Exception {
    Revision before = served.store().revision();
    for (Answer answer :
        List.of(
            put(type, document),
            served.post("/data?graph=urn:new", type, document, "Authorization", bearer()),
            send("/data?graph=urn:new", part(type, name, document)))) {
      assertProblem(answer, 400, "unreadable-rdf");
      assertFalse(answer.body().contains(SECRET), answer.body());
    }
    assertProblem(validate(name, document), 400, "unreadable-file");
    Answer imported = send("/api/v1/imports", part(type, name, document));
    assertTrue(imported.status() >= 400 && imported.status() < 500, imported.body());
    assertFalse(imported.body().contains(SECRET), imported.body());
    assertEquals(before, served.store().revision());
  }

  private static Answer put(String type, String document) throws Exception {
    return served.send(
        served
            .request("/data?graph=urn:new")
            .header("Authorization", bearer())
            .header("Content-Type", type)
            .PUT(BodyPublishers.ofString(document)));
  }

  private static Answer validate(String name, String document) throws Exception {
    return send("/api/v1/validate", part("application/octet-stream", name, document));
  }

  private static Answer send(String path, String part) throws Exception {
    return served.post(
        path, "multipart/form-data; boundary=limit", part, "Authorization", bearer());
  }

  private static String part(String type, String name, String content) {
    return "--limit\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\n"
            .formatted(name)
        + "Content-Type: %s\r\n\r\n%s\r\n--limit--\r\n".formatted(type, content);
  }

  private static String bearer() {
    return "Bearer " + served.secret();
  }
}
