package io.controlgraph.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class HostCheckTest {
  private final HostCheck proxied =
      new HostCheck("127.0.0.1", () -> 7070, URI.create("https://data.example.org/"));
  private final HostCheck check = new HostCheck("127.0.0.1", () -> 7070, null);

  @ParameterizedTest
  @ValueSource(strings = {"localhost:7070", "127.0.0.1:7070", "[::1]:7070", "LOCALHOST:7070"})
  void aNameOfTheLoopbackPasses(String host) {
    assertEquals("http://" + host.toLowerCase(Locale.ROOT), check.asked(host, null));
    assertTrue(check.isOwn("http://" + host));
  }

  @Test
  void theAddressThatWasBoundPassesToo() {
    HostCheck other = new HostCheck("127.0.0.2", () -> 7070, null);
    assertEquals("http://127.0.0.2:7070", other.asked("127.0.0.2:7070", null));
    assertTrue(other.isOwn("http://127.0.0.2:7070"));
    assertEquals("http://localhost:7070", other.asked("localhost:7070", null));
    assertThrows(Refusal.class, () -> check.asked("127.0.0.2:7070", null));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "evil.example:7070",
        "localhost:7071",
        "localhost",
        "localhost.evil.example:7070",
        "127.0.0.1.evil.example:7070",
        "[::1",
        "user@localhost:7070"
      })
  void anyOtherHostIsMisdirected(String host) {
    assertEquals(421, assertThrows(Refusal.class, () -> check.asked(host, null)).status());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://evil.example",
        "https://localhost:7070",
        "http://localhost:7071",
        "null",
        "http://localhost:7070.evil.example",
        ""
      })
  void aForeignOriginIsNotOwn(String origin) {
    assertFalse(check.isOwn(origin));
  }

  @Test
  void behindAProxyTheBaseIriIsAskedToo() {
    assertEquals("https://data.example.org", proxied.asked("DATA.example.org", null));
    assertEquals("https://data.example.org", proxied.asked("localhost:7070", "data.example.org"));
    assertEquals("https://data.example.org", proxied.asked("data.example.org", "data.example.org"));
    assertEquals("https://data.example.org", proxied.asked("data.example.org:443", null));
    assertEquals("http://localhost:7070", proxied.asked("localhost:7070", null));
    assertTrue(proxied.isOwn("https://data.example.org"));
    assertFalse(proxied.isOwn("http://data.example.org"));
  }

  @ParameterizedTest
  @CsvSource({
    "localhost:7070, evil.example",
    "localhost:7070, data.example.org.evil.example",
    "localhost:7070, data.example.org:8443",
    "evil.example, data.example.org",
    "evil.example, ",
  })
  void behindAProxyBothHostsMustBeThisServer(String host, @Nullable String forwarded) {
    assertEquals(421, assertThrows(Refusal.class, () -> proxied.asked(host, forwarded)).status());
  }

  @Test
  void thePortOfTheBaseIriCountsWhereItIsUnusual() {
    HostCheck odd =
        new HostCheck("127.0.0.1", () -> 7070, URI.create("https://data.example.org:8443/"));
    assertEquals("https://data.example.org:8443", odd.asked("data.example.org:8443", null));
    assertThrows(Refusal.class, () -> odd.asked("data.example.org", null));
  }

  @Test
  void aRequestWithoutHostIsBad() {
    assertEquals(400, assertThrows(Refusal.class, () -> check.asked(null, null)).status());
    assertEquals(400, assertThrows(Refusal.class, () -> check.asked(" ", null)).status());
  }
}
