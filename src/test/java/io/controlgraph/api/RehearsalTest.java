package io.controlgraph.api;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class RehearsalTest {
  @Test
  void a_request_is_answered() throws Exception {
    String answer = Rehearsal.answer();
    assertTrue(answer.startsWith("HTTP/1.1 200 "), answer);
    assertTrue(answer.endsWith(Rehearsal.PATH), answer);
  }
}
