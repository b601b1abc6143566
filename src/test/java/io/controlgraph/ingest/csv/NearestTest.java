package io.controlgraph.ingest.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {
  private static final List<String> POSTS =
      List.of("Chief Executive", "Chief Data Officer", "Chief Risk Officer", "CDO");

  @ParameterizedTest
  @CsvSource({
    "Cheif Data Officer,Chief Data Officer",
    "chief data officer,Chief Data Officer",
    "Chief Rsk Officer,Chief Risk Officer",
    "CD0,CDO",
  })
  void whatWasMeantIsFound(String written, String meant) {
    assertEquals(meant, Nearest.to(written, POSTS));
  }

  @Test
  void whatIsLikeNothingStaysUnfound() {
    assertNull(Nearest.to("Head of Radiology", POSTS));
    assertEquals("", Nearest.hint("x", List.of()));
  }

  @Test
  void ofEqualsTheOneThatBeginsAlikeIsTakenThenTheFirst() {
    assertEquals("A.8.1", Nearest.to("A.8.0", List.of("A.8.1", "A.8.2")));
    assertEquals("A.8.9", Nearest.to("A.8.99", List.of("A.8.19", "A.8.9")));
  }

  @Test
  void aTextLongerThanAnyNameIsNotCompared() {
    assertNull(Nearest.to("x".repeat(30_000), List.of("x".repeat(30_000))));
  }
}
