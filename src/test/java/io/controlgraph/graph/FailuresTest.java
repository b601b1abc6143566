package io.controlgraph.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
final class FailuresTest {
  @Test
  void theLongerItFailsTheLongerItWaitsUpToAMinute() {
    assertEquals(
        List.of(1L, 1L, 2L, 4L, 8L, 16L, 32L, 60L, 60L),
        Stream.iterate(Failures.NONE, each -> each.and(new IllegalStateException("down")))
            .limit(9)
            .map(each -> each.pause().toSeconds())
            .toList());
    assertEquals(60, new Failures(1_000_000, null).pause().toSeconds());
  }
}
