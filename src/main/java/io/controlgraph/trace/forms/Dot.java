package io.controlgraph.trace.forms;

import io.controlgraph.trace.paths.Edge;
import java.util.Map;
import org.apache.jena.graph.Node;

/**
 * Writes a picture in Graphviz's DOT language, from left to right.
 *
 * <p>Texts stand in double quotes, in which only the quote and the backslash mean anything;
 * Graphviz reads HTML's character references in labels besides, so that an ampersand is written as
 * one.
 *
 * @see <a href="https://graphviz.org/doc/info/lang.html">The DOT language</a>
 */
public final class Dot {
  private Dot() {}

  /** The picture as one digraph, with a line feed at the end of each line. */
  public static String of(Picture picture) {
    Map<Node, String> names = picture.names();
    StringBuilder text = new StringBuilder("digraph trace {\n  rankdir=LR;\n  node [shape=box];\n");
    names.forEach(
        (node, name) -> {
          text.append("  ").append(name).append(" [label=");
          text.append(label(picture.labels().apply(node)));
          if (node.isURI()) {
            text.append(", URL=").append(quoted(node.getURI()));
          }
          text.append(picture.marked().contains(node) ? ", penwidth=3];\n" : "];\n");
        });
    for (Edge edge : picture.drawn()) {
      text.append("  ").append(names.get(edge.from()));
      text.append(" -> ").append(names.get(edge.to()));
      text.append(" [label=").append(label(edge.reading())).append("];\n");
    }
    return text.append("}\n").toString();
  }

  private static String label(String text) {
    return quoted(text.replace("&", "&amp;"));
  }

  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    text.codePoints()
        .forEach(
            letter -> {
              if (letter == '\n') {
                quoted.append("\\n");
              } else if (letter == '"' || letter == '\\') {
                quoted.append('\\').append((char) letter);
              } else {
                quoted.appendCodePoint(Plain.isPlain(letter) ? letter : ' ');
              }
            });
    return quoted.append('"').toString();
  }
}
