package io.controlgraph.sparql;

import static io.controlgraph.sparql.Documents.FORM;
import static io.controlgraph.sparql.Documents.PREFIXES;
import static io.controlgraph.sparql.Documents.QUERY;
import static io.controlgraph.sparql.Documents.UPDATE;
import static io.controlgraph.sparql.Documents.parameters;
import static io.controlgraph.testing.Served.sparql;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.controlgraph.graph.Revision;
import io.controlgraph.testing.Answer;
import io.controlgraph.testing.RawAnswer;
import io.controlgraph.testing.Served;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The requests that the W3C's test suite of the SPARQL 1.1 Protocol wants refused, one test a case,
 * each by the name it has in the suite's manifest ({@code data-sparql11/protocol/manifest.ttl}).
 */
@Timeout(60)
@DisplayName("W3C test suite, SPARQL 1.1 Protocol, refusals")
final class ProtocolSuiteRefusalsTest {
  private static final String ASK = "ASK {}";
  private static final String PLAIN_TEXT = "text/plain";

  private static Served served;

  @BeforeAll
  static void serve(@TempDir Path folder) {
    served = Served.in(folder, Served.Recipe.PLAIN.withUpdates());
  }

  @BeforeEach
  void restore() {
    Documents.restore(served);
  }

  @AfterAll
  static void stop() {
    served.close();
  }

  @Nested
  @DisplayName("bad query")
  final class BadQueries {
    @Test
    @DisplayName("bad_query_method: query with a method other than GET or POST")
    void bad_query_method() throws Exception {
      Answer answer =
          served.send(
              served
                  .request(sparql(ASK))
                  .header("Authorization", "Bearer " + served.secret())
                  .PUT(BodyPublishers.noBody()));
      assertEquals(405, answer.status());
    }

    @Test
    @DisplayName("bad_multiple_queries: more than one query string")
    void bad_multiple_queries() throws Exception {
      String path = "/sparql?" + parameters("query", ASK, "query", "SELECT * {}");
      assertEquals(400, served.get(path).status());
    }

    @Test
    @DisplayName("bad_query_wrong_media_type: POST of another media type")
    void bad_query_wrong_media_type() throws Exception {
      assertEquals(415, post("/sparql/", PLAIN_TEXT, ASK).status());
    }

    @Test
    @DisplayName("bad_query_missing_form_type: POST of a form without its media type")
    void bad_query_missing_form_type() throws Exception {
      assertEquals(415, untyped(parameters("query", ASK)).status());
    }

    @Test
    @DisplayName("bad_query_missing_direct_type: POST of a query without its media type")
    void bad_query_missing_direct_type() throws Exception {
      assertEquals(415, untyped(ASK).status());
    }

    @Test
    @DisplayName("bad_query_non_utf8: direct POST in UTF-16")
    void bad_query_non_utf8() throws Exception {
      assertEquals(415, utf16(QUERY + "; charset=UTF-16", ASK).status());
      assertEquals(400, utf16(QUERY, ASK).status());
    }

    @Test
    @DisplayName("bad_query_syntax: invalid query syntax")
    void bad_query_syntax() throws Exception {
      assertEquals(400, served.get(sparql("ASK {")).status());
    }
  }

  @Nested
  @DisplayName("bad update")
  final class BadUpdates {
    private Revision before;

    @BeforeEach
    void note() {
      before = served.store().revision();
    }

    @AfterEach
    void nothingIsChanged() {
      assertEquals(before, served.store().revision());
    }

    @Test
    @DisplayName("bad_update_get: update with GET")
    void bad_update_get() throws Exception {
      assertEquals(400, served.get("/sparql?" + parameters("update", "CLEAR ALL")).status());
    }

    @Test
    @DisplayName("bad_multiple_updates: more than one update string")
    void bad_multiple_updates() throws Exception {
      String form = parameters("update", "CLEAR NAMED", "update", "CLEAR DEFAULT");
      assertEquals(400, post("/sparql/", FORM, form).status());
    }

    @Test
    @DisplayName("bad_update_wrong_media_type: POST of another media type")
    void bad_update_wrong_media_type() throws Exception {
      assertEquals(415, post("/sparql/", PLAIN_TEXT, "CLEAR NAMED").status());
    }

    @Test
    @DisplayName("bad_update_missing_form_type: POST of a form without its media type")
    void bad_update_missing_form_type() throws Exception {
      assertEquals(415, untyped(parameters("update", "CLEAR NAMED")).status());
    }

    @Test
    @DisplayName("bad_update_missing_direct_type: POST of an update without its media type")
    void bad_update_missing_direct_type() throws Exception {
      assertEquals(415, untyped("CLEAR NAMED").status());
    }

    @Test
    @DisplayName("bad_update_non_utf8: direct POST in UTF-16")
    void bad_update_non_utf8() throws Exception {
      assertEquals(415, utf16(UPDATE + "; charset=UTF-16", "CLEAR NAMED").status());
      assertEquals(400, utf16(UPDATE, "CLEAR NAMED").status());
    }

    @Test
    @DisplayName("bad_update_syntax: invalid update syntax")
    void bad_update_syntax() throws Exception {
      assertEquals(400, post("/sparql/", FORM, parameters("update", "CLEAR XYZ")).status());
    }

    @Test
    @DisplayName("bad_update_dataset_conflict: using-named-graph-uri with an update that has WITH")
    void bad_update_dataset_conflict() throws Exception {
      String update =
          PREFIXES
              + "WITH <http://example/addresses> DELETE { ?person foaf:givenName 'Bill' }"
              + " INSERT { ?person foaf:givenName 'William' }"
              + " WHERE { ?person foaf:givenName 'Bill' }";
      String form = parameters("using-named-graph-uri", "http://example/people", "update", update);
      assertEquals(400, post("/sparql/", FORM, form).status());
    }
  }

  private Answer post(String path, String contentType, String body) throws Exception {
    return post(path, contentType, BodyPublishers.ofString(body));
  }

  private Answer utf16(String contentType, String body) throws Exception {
    return post("/sparql/", contentType, BodyPublishers.ofString(body, StandardCharsets.UTF_16));
  }

  private Answer post(String path, String contentType, BodyPublisher body) throws Exception {
    return served.send(
        served
            .request(path)
            .header("Authorization", "Bearer " + served.secret())
            .header("Content-Type", contentType)
            .POST(body));
  }

  private RawAnswer untyped(String body) throws Exception {
    return RawAnswer.to(
        served,
        "POST /sparql/ HTTP/1.1\r\nAuthorization: Bearer %s\r\nContent-Length: %d\r\n\r\n%s"
            .formatted(served.secret(), body.length(), body));
  }
}
