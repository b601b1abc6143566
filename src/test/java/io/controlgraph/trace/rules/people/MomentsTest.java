package io.controlgraph.trace.rules.people;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.OptionalLong;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.NodeFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(10)
final class MomentsTest {
  /** 719469 days, as the formula of {@code moments} counts them, are 62162121600 seconds. */
  @ParameterizedTest
  @CsvSource({
    "1970-01-01T00:00:00Z, 62162121600",
    "1970-01-01T00:00:00, 62162121600",
    "1970-01-01T00:00:01.75Z, 62162121601",
    "1970-01-01T02:00:00+02:00, 62162121600",
    "1969-12-31T18:30:00-05:30, 62162121600",
    "1970-01-02T00:00:00Z, 62162208000"
  })
  void counts_the_whole_seconds_in_utc(String text, long seconds) {
    assertEquals(OptionalLong.of(seconds), seconds(text, XSDDatatype.XSDdateTime));
  }

  @ParameterizedTest
  @ValueSource(strings = {"yesterday", "2026-02-30T10:00:00Z", "2026-02-03T10:00Z", "2026-02-03"})
  void knows_no_moment_that_cannot_be_read(String text) {
    assertEquals(OptionalLong.empty(), seconds(text, XSDDatatype.XSDdateTime));
  }

  @Test
  void knows_no_moment_of_another_type() {
    assertEquals(OptionalLong.empty(), seconds("2026-02-03T10:00:00Z", XSDDatatype.XSDstring));
  }

  @ParameterizedTest
  @CsvSource({"2026-03-31T23:30:00-05:30, 2026-03-31", "soon, soon"})
  void has_the_day_of_its_own_zone(String text, String day) {
    assertEquals(day, Moments.day(NodeFactory.createLiteralDT(text, XSDDatatype.XSDdateTime)));
  }

  private static OptionalLong seconds(String text, XSDDatatype type) {
    return Moments.seconds(NodeFactory.createLiteralDT(text, type));
  }
}
