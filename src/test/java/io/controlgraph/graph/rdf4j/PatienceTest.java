package io.controlgraph.graph.rdf4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PatienceTest {
  @ParameterizedTest
  @CsvSource({"1, 1, 0, 1", "5000, 60000, 5, 100", "2147483647, 2147483647, 2, 16"})
  void within_bounds(long connect, long silence, int retries, int connections) {
    Patience patience = patience(connect, silence, retries, connections);
    assertEquals(connections, patience.connections());
    assertEquals(Duration.ofMillis(silence), patience.silence());
  }

  @ParameterizedTest
  @CsvSource({
    "0, 1, 0, 1",
    "1, 0, 0, 1",
    "-1, 1, 0, 1",
    "1, -1, 0, 1",
    "1, 1, -1, 1",
    "1, 1, 6, 1",
    "1, 1, 0, 0",
    "1, 1, 0, 101",
    "2147483648, 1, 0, 1",
    "1, 2147483648, 0, 1"
  })
  void out_of_bounds(long connect, long silence, int retries, int connections) {
    assertThrows(
        IllegalArgumentException.class, () -> patience(connect, silence, retries, connections));
  }

  private static Patience patience(long connect, long silence, int retries, int connections) {
    return new Patience(
        Duration.ofMillis(connect), Duration.ofMillis(silence), retries, connections);
  }
}
