package io.controlgraph.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class InStepTest {
  @Test
  void theLongerItFailsTheLongerItWaitsUpToAMinute() {
    assertEquals(
        List.of(1L, 2L, 4L, 8L, 16L, 32L, 60L, 60L),
        IntStream.rangeClosed(1, 8).mapToObj(n -> InStep.pause(n).toSeconds()).toList());
    assertEquals(60, InStep.pause(1_000_000).toSeconds());
  }
}
