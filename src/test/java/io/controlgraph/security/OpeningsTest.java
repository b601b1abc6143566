package io.controlgraph.security;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class OpeningsTest {
  @Test
  void anOriginIsComparedAsBrowsersWriteIt() {
    Openings openings =
        new Openings(
            false,
            false,
            Set.of("https://App.example.org:443", "http://lab.example:8080"),
            List.of());
    assertTrue(openings.letsRead("https://app.example.org"));
    assertTrue(openings.letsRead("http://lab.example:8080"));
    assertFalse(openings.letsRead("http://app.example.org"));
    assertFalse(openings.letsRead("http://lab.example"));
    assertFalse(openings.letsRead("https://app.example.org.evil.example"));
  }

  @Test
  void aStarStandsForAll() {
    assertTrue(new Openings(false, false, Set.of("*"), List.of()).letsRead("https://any.example"));
    assertFalse(Openings.NONE.letsRead("https://any.example"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "app.example.org",
        "https://app.example.org/",
        "https://app.example.org/path",
        "https://user@app.example.org",
        "ftp://app.example.org",
        "https://*.example.org",
        "null",
        ""
      })
  void whatIsNoOriginIsRefused(String text) {
    assertThrows(
        IllegalArgumentException.class,
        () -> new Openings(false, false, Set.of(text), List.of()),
        text);
  }
}
