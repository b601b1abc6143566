package io.controlgraph.trace.forms;

import io.controlgraph.trace.paths.Edge;
import java.util.Map;
import org.apache.jena.graph.Node;

/**
 * Writes a picture as a Mermaid flowchart, from left to right.
 *
 * <p>Letters, digits, spaces and a few marks stand as they are; all else in a text is written as an
 * entity code ({@code #35;}), since Mermaid looks for comments, directives, links and HTML even
 * inside quotes. Mermaid draws 500 edges, unless it is told otherwise.
 *
 * @see <a href="https://mermaid.js.org/syntax/flowchart.html#entity-codes-to-escape-characters">
 *     Mermaid, entity codes to escape characters</a>
 */
public final class Mermaid {
  private static final String HARMLESS = " .,_-'";

  private Mermaid() {}

  /** The picture as one flowchart, with a line feed at the end of each line. */
  public static String of(Picture picture) {
    Map<Node, String> names = picture.names();
    StringBuilder text = new StringBuilder("flowchart LR\n");
    names.forEach(
        (node, name) ->
            text.append("  ")
                .append(name)
                .append("[\"")
                .append(escaped(picture.labels().apply(node)))
                .append("\"]\n"));
    for (Edge edge : picture.drawn()) {
      text.append("  ").append(names.get(edge.from()));
      text.append(" -->|\"").append(escaped(edge.reading())).append("\"| ");
      text.append(names.get(edge.to())).append('\n');
    }
    for (Node node : picture.marked()) {
      text.append("  style ").append(names.get(node)).append(" stroke-width:3px\n");
    }
    return text.toString();
  }

  private static String escaped(String text) {
    StringBuilder escaped = new StringBuilder();
    text.codePoints()
        .forEach(
            letter -> {
              if (Character.isLetterOrDigit(letter) || HARMLESS.indexOf(letter) >= 0) {
                escaped.appendCodePoint(letter);
              } else if (Plain.isPlain(letter)) {
                escaped.append('#').append(letter).append(';');
              } else {
                escaped.append(' ');
              }
            });
    return escaped.isEmpty() ? " " : escaped.toString();
  }
}
