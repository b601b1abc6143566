package io.controlgraph.graph.rdf4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ServerAddressTest {
  @Test
  void one_or_two_addresses() {
    ServerAddress read = ServerAddress.parse("sparql:http://127.0.0.1:3030/a/query");
    assertEquals(URI.create("http://127.0.0.1:3030/a/query"), read.query());
    assertNull(read.update());
    assertEquals("http://127.0.0.1:3030/a/query", read.name());
    ServerAddress all =
        ServerAddress.parse("sparql:https://example.org/q?x=1%2C2,http://[::1]:1/u");
    assertEquals(URI.create("https://example.org/q?x=1%2C2"), all.query());
    assertEquals(URI.create("http://[::1]:1/u"), all.update());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "sparql",
        "sparql:",
        "sparql:,",
        "tdb2",
        "SPARQL:http://h/",
        "http://h/",
        "sparql:h",
        "sparql:/a",
        "sparql://h/a",
        "sparql:ftp://h/a",
        "sparql:file:///etc/passwd",
        "sparql:http:///a",
        "sparql:http:a",
        "sparql:http://",
        "sparql:http://h/#f",
        "sparql:http://h/ a",
        "sparql:http://h/<a>",
        "sparql:http://h/,",
        "sparql:http://h/,,",
        "sparql:http://h/,,http://h/g",
        "sparql:http://h/,http://h/u,http://h/g",
        "sparql:http://h/, http://h/u",
      })
  void others_are_refused(String engine) {
    assertThrows(IllegalArgumentException.class, () -> ServerAddress.parse(engine));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sparql:http://user:s3cret@h/q",
        "sparql:http://h/q,http://user:s3cret@h/u",
        "sparql:http://h/q,http://h/u,https://s3cret@h/u",
        "sparql:http://user:s3cret@h/q#f",
        "sparql:http://user:s3cret@h/ q",
        "sparql:http://user:s3cret%@h/q",
        "sparql:ftp://user:s3cret@h/q",
        "sparql:http://user:s3cret@h_/q",
        "sparql:http://user:s3cret@/q",
        "sparql:http:user:s3cret@h/q",
        "http://user:s3cret@h/q",
        "sparql:http://h/q,a,b,http://user:s3cret@h/q",
      })
  void no_secret_is_shown(String engine) {
    Throwable refused =
        assertThrows(IllegalArgumentException.class, () -> ServerAddress.parse(engine));
    for (; refused != null; refused = refused.getCause()) {
      assertFalse(refused.toString().contains("s3cret"), refused.toString());
    }
  }

  @Test
  void where_credentials_belong_is_said() {
    String said =
        String.valueOf(
            assertThrows(
                    IllegalArgumentException.class,
                    () -> ServerAddress.parse("sparql:http://a:b@h/q"))
                .getMessage());
    assertTrue(said.contains("CONTROLGRAPH_ENGINE_PASSWORD"), said);
  }
}
