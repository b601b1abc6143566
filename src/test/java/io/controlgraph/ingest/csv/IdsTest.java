package io.controlgraph.ingest.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdsTest {

  @ParameterizedTest
  @ValueSource(strings = {"SYS-CXR-2.1", "a", "7", "DS/CXR:raw", "me@site", "Größe_1", "C++"})
  void whatAnIdMayBe(String id) {
    assertTrue(Ids.valid(id));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", "..", "../x", "/etc", "-x", "a b", "a~b", "a|b", "a\"b", "a<b>", "a\nb", "a%2F"
      })
  void whatAnIdMayNotBe(String id) {
    assertFalse(Ids.valid(id));
  }

  @Test
  void anIdIsOfLimitedLength() {
    assertTrue(Ids.valid("x".repeat(100)));
    assertFalse(Ids.valid("x".repeat(101)));
  }

  @Test
  void anIdIsOneSegmentOfAnIri() {
    assertEquals("a%2F..%2Fb%3Ac%40d%2B", Ids.encode("a/../b:c@d+"));
    assertEquals("%C3%A4", Ids.encode("\u00e4"));
    assertEquals("A~b_c-d.e", Ids.encode("A~b_c-d.e"));
  }

  @Test
  void theSameLettersAreTheSameIdHoweverComposed() {
    assertEquals(Ids.normal("\u00e4"), Ids.normal("a\u0308"));
  }
}
