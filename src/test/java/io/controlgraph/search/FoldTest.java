package io.controlgraph.search;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Spellings that people take for the same have the same key. */
@Timeout(60)
final class FoldTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "A.5.23; a 5.23",
        "ISO/IEC 27001:2022; iso iec 27001 2022",
        "Zürich; zurich",
        "ZU\u0308RICH; zurich",
        "Straße; strasse",
        "Windows\u2122; windowstm",
        "\u2120ark; smark",
        "\u2167. Annex; viii annex",
        "\uFF29\uFF33\uFF2F; iso",
        "\u0130stanbul; istanbul",
        "\uFB01rewall; firewall",
        "...; ''"
      })
  void aKeyHasNeitherCaseNorAccentsNorOtherFormsOfLetters(String text, String key) {
    assertEquals(key, Fold.key(text));
    assertEquals(key, Fold.key(key), "a key is its own");
  }
}
