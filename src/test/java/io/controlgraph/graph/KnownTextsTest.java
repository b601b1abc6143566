package io.controlgraph.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class KnownTextsTest {
  private final List<String> found = new ArrayList<>();
  private final KnownTexts<Integer> known = new KnownTexts<>(6);

  @Test
  void are_looked_at_once() {
    assertEquals(12, of("12"));
    assertEquals(12, of("12"));
    assertEquals(List.of("12"), found);
  }

  @Test
  void are_forgotten_when_nobody_asks_for_them() {
    for (String text : List.of("111", "222", "111", "333", "111", "222")) {
      of(text);
    }
    assertEquals(List.of("111", "222", "333", "222"), found);
  }

  @Test
  void are_not_kept_when_they_are_too_long() {
    of("1234567");
    of("1234567");
    assertEquals(List.of("1234567", "1234567"), found);
  }

  @Test
  void are_looked_at_again_when_that_failed() {
    assertThrows(NumberFormatException.class, () -> of("x"));
    assertThrows(NumberFormatException.class, () -> of("x"));
    assertEquals(List.of("x", "x"), found);
  }

  private int of(String text) {
    return known.of(
        text,
        unknown -> {
          found.add(unknown);
          return Integer.parseInt(unknown);
        });
  }
}
