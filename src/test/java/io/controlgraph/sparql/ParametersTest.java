package io.controlgraph.sparql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.controlgraph.security.Refusal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ParametersTest {

  @Test
  void pairsAreDecodedAsUtf8() {
    Parameters parameters =
        Parameters.parse("a=1+%2B+1&b=%C3%A4%F0%9F%98%80&a=2&&c&d=x=y&e=\u00e4");
    assertEquals(List.of("1 + 1", "2"), parameters.all("a"));
    assertEquals("\u00e4\ud83d\ude00", parameters.one("b"));
    assertEquals("", parameters.one("c"));
    assertEquals("x=y", parameters.one("d"));
    assertEquals("\u00e4", parameters.one("e"));
    assertNull(parameters.one("f"));
    assertNull(Parameters.parse(null).one("a"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a=%", "a=%4", "a=%zz", "a=%C3", "a=%FF", "a=%C0%80", "%E4=1"})
  void brokenEncodingIsBad(String text) {
    Refusal refusal = assertThrows(Refusal.class, () -> Parameters.parse(text));
    assertEquals(400, refusal.status());
    assertEquals("bad-encoding", refusal.kind());
  }

  @Test
  void aSingleParameterMayNotRepeat() {
    assertThrows(Refusal.class, () -> Parameters.parse("a=1&a=1").one("a"));
  }

  @Test
  void numbersAndFlagsAreStrict() {
    Parameters parameters = Parameters.parse("n=7&zero=0&word=x&yes=true&no=false&bare&odd=1");
    assertEquals(7, parameters.number("n", 1, 3));
    assertEquals(3, parameters.number("none", 1, 3));
    assertThrows(Refusal.class, () -> parameters.number("zero", 1, 3));
    assertThrows(Refusal.class, () -> parameters.number("word", 1, 3));
    assertTrue(parameters.flag("yes"));
    assertTrue(parameters.flag("bare"));
    assertFalse(parameters.flag("no"));
    assertFalse(parameters.flag("none"));
    assertThrows(Refusal.class, () -> parameters.flag("odd"));
  }
}
