package io.controlgraph.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.controlgraph.security.Openings;
import io.controlgraph.testing.Served;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A server whose IRIs begin with another host, which a reverse proxy answers for. */
@Timeout(60)
final class BehindProxyTest {
  private static final String BASE = "https://data.example.org/";
  private static final String TRIG =
      """
      <https://data.example.org/graph/acme/assets> {
        <https://data.example.org/id/acme/assets/A-1>
            <http://www.w3.org/2000/01/rdf-schema#label> "Images" .
      }
      """;
  private static final String[] FORWARDED = {
    "Host: data.example.org", "X-Forwarded-Proto: https", "X-Forwarded-Host: data.example.org"
  };

  private static Served served(Path folder, Openings openings) {
    return Served.in(folder, Served.Recipe.PLAIN.withBaseIri(BASE).withOpenings(openings))
        .with(TRIG);
  }

  @Test
  void itAnswersForItsBaseIri(@TempDir Path folder) throws Exception {
    try (Served served = served(folder, new Openings(false, true, Set.of(), List.of()))) {
      String thing = served.raw("GET /id/acme/assets/A-1 HTTP/1.1", FORWARDED);
      assertTrue(thing.startsWith("HTTP/1.1 303"), thing);
      assertTrue(thing.contains("\r\nLocation: /doc/acme/assets/A-1.ttl\r\n"), thing);
      String document = served.raw("GET /doc/acme/assets/A-1.nt HTTP/1.1", FORWARDED);
      assertTrue(document.contains("<https://data.example.org/id/acme/assets/A-1>"), document);
    }
  }

  @Test
  void itSpeaksOfItselfByTheAddressThatWasAsked(@TempDir Path folder) throws Exception {
    try (Served served = served(folder, new Openings(false, true, Set.of(), List.of()))) {
      String service = served.raw("GET /sparql?format=nt HTTP/1.1", FORWARDED);
      assertTrue(service.contains("#endpoint> <https://data.example.org/sparql>"), service);
      String here =
          served.raw("GET /sparql?format=nt HTTP/1.1", "Host: localhost:" + served.port());
      assertTrue(here.contains("#endpoint> <http://localhost:" + served.port() + "/sparql>"), here);
      String data =
          served.raw(
              "GET /.well-known/void?format=nt HTTP/1.1",
              "Host: localhost:" + served.port(),
              "Forwarded: proto=https;host=data.example.org");
      assertTrue(data.contains("<https://data.example.org/.well-known/void#dataset>"), data);
      String both =
          served.raw(
              "GET /sparql?format=nt HTTP/1.1",
              "Host: localhost:" + served.port(),
              "Forwarded: for=192.0.2.1;proto=https",
              "X-Forwarded-Host: data.example.org");
      assertTrue(both.contains("#endpoint> <https://data.example.org/sparql>"), both);
    }
  }

  @Test
  void aPageOfTheBaseIriIsItsOwn(@TempDir Path folder) throws Exception {
    try (Served served = served(folder, new Openings(false, true, Set.of(), List.of()))) {
      String page =
          served.raw(
              "GET /catalog HTTP/1.1",
              FORWARDED[0],
              FORWARDED[1],
              FORWARDED[2],
              "Origin: https://data.example.org");
      assertTrue(page.startsWith("HTTP/1.1 200"), page);
    }
  }

  @Test
  void aForgedAddressIsMisdirected(@TempDir Path folder) throws Exception {
    try (Served served = served(folder, new Openings(false, true, Set.of(), List.of()))) {
      String here = "Host: localhost:" + served.port();
      for (String forged :
          new String[] {
            "X-Forwarded-Host: evil.example",
            "Forwarded: host=evil.example;proto=https",
            "X-Forwarded-Host: data.example.org.evil.example, data.example.org"
          }) {
        String answer = served.raw("GET /sparql HTTP/1.1", here, forged);
        assertTrue(answer.startsWith("HTTP/1.1 421"), answer);
      }
      String rebound =
          served.raw(
              "GET /sparql HTTP/1.1",
              "Host: evil.example:" + served.port(),
              FORWARDED[1],
              FORWARDED[2]);
      assertTrue(rebound.startsWith("HTTP/1.1 421"), rebound);
    }
  }

  @Test
  void untrustedItsWordsCountForNothing(@TempDir Path folder) throws Exception {
    try (Served served = served(folder, Openings.NONE)) {
      String direct = served.raw("GET /sparql HTTP/1.1", FORWARDED);
      assertTrue(direct.startsWith("HTTP/1.1 421"), direct);
      String forwarded =
          served.raw(
              "GET /sparql?format=nt HTTP/1.1",
              "Host: localhost:" + served.port(),
              "X-Forwarded-Proto: https",
              "X-Forwarded-Host: data.example.org");
      assertTrue(forwarded.startsWith("HTTP/1.1 200"), forwarded);
      assertTrue(
          forwarded.contains("#endpoint> <http://localhost:" + served.port() + "/sparql>"),
          forwarded);
    }
  }

  @Test
  void aBaseIriWithAPathCannotBeShownByAProxy(@TempDir Path folder) {
    IllegalArgumentException refused =
        assertThrows(
            IllegalArgumentException.class,
            () ->
                Served.in(
                    folder,
                    Served.Recipe.PLAIN
                        .withBaseIri("https://data.example.org/kg/")
                        .withOpenings(new Openings(false, true, Set.of(), List.of()))));
    assertEquals(
        "Behind a proxy the base IRI ends in a slash right after its host, unlike"
            + " https://data.example.org/kg/",
        refused.getMessage());
  }
}
