package io.controlgraph.api;

import static io.controlgraph.graph.Quads.quad;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.controlgraph.testing.Answer;
import io.controlgraph.testing.Served;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every read that stays the same for a while has a tag by which it need not be sent again. */
@Timeout(60)
final class EntityTagsTest {
  private static Served served;

  @BeforeAll
  static void serve(@TempDir Path folder) {
    served =
        Served.in(folder, Served.Recipe.PLAIN)
            .with(
                "<http://localhost:7070/graph/a> { <http://localhost:7070/id/a>"
                    + " <http://www.w3.org/2000/01/rdf-schema#label> \"A\" . }");
  }

  @AfterAll
  static void stop() {
    served.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/sparql",
        "/sparql?query=ASK%7B%7D",
        "/data?default",
        "/data?graph=http://localhost:7070/graph/a",
        "/graph/a",
        "/doc/a.ttl",
        "/.well-known/void",
        "/catalog",
        "/api/v1/search?q=a",
        "/api/v1/nodes?node=http://localhost:7070/id/a",
        "/api/v1/neighbours?node=http://localhost:7070/id/a",
        "/api/v1/coverage/why?requirement=http://localhost:7070/id/a"
            + "&target=http://localhost:7070/id/a",
        "/api/v1/revisions",
        "/api/v1/check?profile=starter",
        "/api/v1/gaps?severity=high",
        "/api/v1/exports/rdf",
        "/api/v1/queries/framework/bare-id?id=A.5.1",
      })
  void whatComesFromTheGraphChangesItsTagWithIt(String path) throws Exception {
    String tag = assertTagged(path);
    served
        .store()
        .write(
            "test",
            "another revision",
            tx -> tx.add(quad("g", "s" + tx.revision().number(), "p", "o")));
    Answer after = served.get(path, "If-None-Match", tag);
    assertEquals(200, after.status(), path);
    assertNotEquals(tag, after.header("ETag"), path);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/web/styles/base.css",
        "/api/v1/queries",
        "/openapi.json",
        "/api/ui/swagger-ui.css",
        "/ontology/context.jsonld",
        "/ontology/shapes.jsonld",
        "/api/v1/revisions/1",
        "/api/v1/revisions/1/patch",
        "/api/v1/imports/format",
        "/api/v1/imports/templates/risks.csv",
      })
  void whatDoesNotKeepsIt(String path) throws Exception {
    assertTagged(path);
  }

  @Test
  void theSameRevisionOfAnotherStoreIsAnotherState(@TempDir Path one, @TempDir Path two)
      throws Exception {
    Set<String> states = new HashSet<>();
    for (Path folder : List.of(one, two)) {
      try (Served other =
          Served.in(folder, Served.Recipe.PLAIN)
              .with("<http://example.org/g> { <http://example.org/s> <http://example.org/p> 1 }")) {
        String tag = other.get("/data?default").header("ETag");
        assertTrue(tag.startsWith("\"1-"), tag);
        states.add(tag.substring(0, tag.indexOf('.')));
      }
    }
    assertEquals(2, states.size(), states.toString());
  }

  private static String assertTagged(String path) throws Exception {
    Answer first = served.get(path);
    assertEquals(200, first.status(), path);
    String tag = first.header("ETag");
    assertFalse(tag.isEmpty(), path);
    Answer known = served.get(path, "If-None-Match", tag);
    assertEquals(304, known.status(), path);
    assertEquals("", known.body(), path);
    assertEquals(tag, known.header("ETag"), path);
    assertEquals(first.header("Vary"), known.header("Vary"), path);
    assertEquals(first.header("Cache-Control"), known.header("Cache-Control"), path);
    Answer head = served.send(served.request(path).method("HEAD", BodyPublishers.noBody()));
    assertEquals(tag, head.header("ETag"), path);
    return tag;
  }
}
