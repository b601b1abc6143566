package io.controlgraph.security;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class HostCheckTest {
  private final HostCheck check = new HostCheck("127.0.0.1", () -> 7070);

  @ParameterizedTest
  @ValueSource(strings = {"localhost:7070", "127.0.0.1:7070", "[::1]:7070", "LOCALHOST:7070"})
  void aNameOfTheLoopbackPasses(String host) {
    assertDoesNotThrow(() -> check.check(host, null));
    assertDoesNotThrow(() -> check.check(host, "http://" + host));
  }

  @Test
  void theAddressThatWasBoundPassesToo() {
    HostCheck other = new HostCheck("127.0.0.2", () -> 7070);
    assertDoesNotThrow(() -> other.check("127.0.0.2:7070", "http://127.0.0.2:7070"));
    assertDoesNotThrow(() -> other.check("localhost:7070", null));
    assertThrows(Refusal.class, () -> check.check("127.0.0.2:7070", null));
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
    assertEquals(421, assertThrows(Refusal.class, () -> check.check(host, null)).status());
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
  void aForeignOriginIsForbidden(String origin) {
    Refusal refusal = assertThrows(Refusal.class, () -> check.check("localhost:7070", origin));
    assertEquals(403, refusal.status());
  }

  @Test
  void aRequestWithoutHostIsBad() {
    assertEquals(400, assertThrows(Refusal.class, () -> check.check(null, null)).status());
    assertEquals(400, assertThrows(Refusal.class, () -> check.check(" ", null)).status());
  }
}
