package io.controlgraph.testing;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;

/** The one shape that every error has. */
public final class ProblemShape {
  private ProblemShape() {}

  /**
   * Checks that an answer is a problem document.
   *
   * @param kind the last part of its type
   * @return the document
   */
  public static JsonNode assertProblem(Answer answer, int status, String kind) {
    assertEquals(status, answer.status(), answer.body());
    assertEquals("application/problem+json", answer.contentType());
    JsonNode problem = answer.json();
    assertAll(
        () ->
            assertEquals(
                "https://w3id.org/controlgraph/problems/" + kind, problem.path("type").asText()),
        () -> assertEquals(status, problem.path("status").asInt()),
        () -> assertFalse(problem.path("title").asText().isBlank(), "title"),
        () -> assertFalse(problem.path("detail").asText().isBlank(), "detail"),
        () -> assertFalse(answer.body().contains("\tat "), "a stack trace"),
        () -> assertTrue(answer.header("X-Content-Type-Options").equals("nosniff"), "nosniff"));
    return problem;
  }
}
