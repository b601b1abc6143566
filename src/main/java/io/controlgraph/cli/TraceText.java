package io.controlgraph.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;

/** Paths and traces in words, for people. */
final class TraceText {
  private TraceText() {}

  /** One paragraph a path, one line a statement. */
  static String paths(JsonNode answer) {
    if (answer.path("paths").isEmpty()) {
      return "No path leads there.\n";
    }
    StringBuilder text = new StringBuilder();
    for (JsonNode path : answer.path("paths")) {
      text.append(
          String.format(
              Locale.ROOT,
              "%d hops, cost %.1f%n  %s%n",
              path.path("hops").asInt(),
              path.path("cost").asDouble(),
              named(answer.path("from"))));
      for (JsonNode edge : path.path("edges")) {
        boolean backwards = edge.path("backwards").asBoolean();
        text.append("    ").append(edge.path("reading").asText()).append(' ');
        text.append(named(edge.path(backwards ? "subject" : "object"))).append('\n');
      }
    }
    return text.toString();
  }

  /** One paragraph a lane that has something in it, one line a thing. */
  static String lanes(JsonNode answer) {
    StringBuilder text = new StringBuilder();
    text.append(named(answer.path("node"))).append(", traced as ");
    text.append(answer.path("kind").asText()).append('\n');
    for (JsonNode lane : answer.path("lanes")) {
      if (!lane.path("nodes").isEmpty()) {
        text.append('\n').append(lane.path("name").asText());
        text.append(" (").append(lane.path("side").asText()).append(")\n");
        lane.path("nodes").forEach(node -> text.append("  ").append(named(node)).append('\n'));
      }
    }
    return text.toString();
  }

  /** A thing by its label and its short name. */
  static String named(JsonNode thing) {
    String name = Names.shorten(thing.path("iri").asText());
    return thing.has("label") ? thing.path("label").asText() + " (" + name + ")" : name;
  }
}
