package io.controlgraph.cli;

import com.fasterxml.jackson.databind.JsonNode;

/** A crosswalk in words, for people. */
final class CrosswalkText {
  private final StringBuilder text = new StringBuilder();

  private CrosswalkText() {}

  /** How each requirement is reached, and, if an organisation was asked about, what is left. */
  static String of(JsonNode answer) {
    CrosswalkText text = new CrosswalkText();
    answer.path("requirements").forEach(text::row);
    JsonNode carryOver = answer.path("carryOver");
    if (!carryOver.isMissingNode() && !carryOver.isNull()) {
      text.carryOver(carryOver);
    }
    return text.text.toString();
  }

  private void row(JsonNode row) {
    line("%s: %s".formatted(requirement(row), row.path("standing").asText()));
    row.path("direct").forEach(path -> line("  from " + path(path)));
    row.path("derived").forEach(path -> line("  derived, from " + path(path)));
    row.path("denied").forEach(hop -> line("  denied: " + TraceText.named(hop.path("from"))));
  }

  /** Each hop with how it reads, and the weakest where there are several. */
  private static String path(JsonNode path) {
    StringBuilder hops = new StringBuilder();
    for (JsonNode hop : path.path("hops")) {
      hops.append(hops.isEmpty() ? "" : ", ")
          .append(TraceText.named(hop.path("from")))
          .append(" by ")
          .append(hop.path("match").asText());
    }
    return path.path("hops").size() > 1
        ? hops + "; the weakest is " + path.path("weakest").path("match").asText()
        : hops.toString();
  }

  private void carryOver(JsonNode carryOver) {
    line(
        "%s: %d answered directly, %d may carry over, %d to do"
            .formatted(
                TraceText.named(carryOver.path("organisation")),
                carryOver.path("answered").size(),
                carryOver.path("mayCarryOver").size(),
                carryOver.path("remediation").size()));
    for (JsonNode todo : carryOver.path("remediation")) {
      line(
          "  to do: %s; risks that wait: %d"
              .formatted(requirement(todo), todo.path("waiting").size()));
    }
  }

  private static String requirement(JsonNode row) {
    String named = TraceText.named(row.path("requirement"));
    return row.path("id").isTextual() ? row.path("id").asText() + " " + named : named;
  }

  private void line(String line) {
    text.append(line).append('\n');
  }
}
