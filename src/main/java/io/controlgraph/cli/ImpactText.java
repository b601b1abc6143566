package io.controlgraph.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.Function;

/** Impact and losses in words, for people. */
final class ImpactText {
  private final StringBuilder text = new StringBuilder();

  private ImpactText() {}

  /** What depends on a thing, and what rests on it. */
  static String impact(JsonNode answer) {
    ImpactText text = new ImpactText();
    text.list(
        "depends on it",
        answer.path("dependents"),
        each ->
            TraceText.named(each.path("thing"))
                + (each.path("direct").asBoolean() ? "" : ", through others"));
    text.list(
        "rests on it",
        answer.path("resting"),
        each ->
            "%s, %s: %s"
                .formatted(
                    each.path("part").asText(),
                    each.path("how").asText(),
                    TraceText.named(each.path("thing"))));
    return text.text.isEmpty() ? "Nothing depends on it.\n" : text.text.toString();
  }

  /** What would be lost, and who must act. */
  static String loss(JsonNode answer) {
    ImpactText text = new ImpactText();
    text.list(
        "cells would stand elsewhere",
        answer.path("cells"),
        each ->
            "%s at %s: %s, then %s"
                .formatted(
                    TraceText.named(each.path("requirement")),
                    TraceText.named(each.path("target")),
                    each.path("before").asText("no cell"),
                    each.path("after").asText("no cell")));
    text.list(
        "treatments would no longer be effective",
        answer.path("treatments"),
        each ->
            TraceText.named(each.path("treatment")) + " of " + TraceText.named(each.path("risk")));
    text.list("acceptances would no longer hold", answer.path("acceptances"), ImpactText::ofRisk);
    text.list(
        "residual evaluations would no longer be supported",
        answer.path("unsupported"),
        ImpactText::ofRisk);
    text.list(
        "risks would no longer be treated",
        answer.path("untreated"),
        each -> TraceText.named(each.path("risk")));
    text.list(
        "posts would have to act",
        answer.path("duties"),
        each -> TraceText.named(each.path("post")) + holders(each.path("persons")));
    text.list("things nobody answers for", answer.path("unanswered"), TraceText::named);
    return text.text.isEmpty() ? "Nothing would be lost.\n" : text.text.toString();
  }

  private static String ofRisk(JsonNode each) {
    return TraceText.named(each.path("thing")) + " of " + TraceText.named(each.path("risk"));
  }

  private static String holders(JsonNode persons) {
    if (persons.isEmpty()) {
      return ", held by nobody";
    }
    StringBuilder names = new StringBuilder(", held by ");
    for (int i = 0; i < persons.size(); i++) {
      names.append(i == 0 ? "" : " and ").append(TraceText.named(persons.path(i)));
    }
    return names.toString();
  }

  private void list(String heading, JsonNode things, Function<JsonNode, String> words) {
    if (things.isEmpty()) {
      return;
    }
    text.append(text.isEmpty() ? "" : "\n");
    text.append(things.size()).append(' ').append(heading).append('\n');
    things.forEach(each -> text.append("  ").append(words.apply(each)).append('\n'));
  }
}
