package io.controlgraph.trace.forms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.controlgraph.trace.paths.Edge;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class FormsTest {
  private static final Node RISK = node("risk");
  private static final Node CONTROL = node("control?a=1&b=\"2\"");
  private static final Node TREATS = node("treats");
  private static final Map<Node, String> LABELS =
      Map.of(RISK, "Loss of data", CONTROL, "Backup (daily)");
  private static final Edge BACK = new Edge(CONTROL, TREATS, RISK, true, "treated by");
  private static final Edge AHEAD = new Edge(CONTROL, TREATS, RISK, false, "treats");

  private static final List<String> HOSTILE =
      List.of(
          "\"]; n9[\"x",
          "a\"] -> evil [label=\"b",
          "ends in \\",
          "\\N \\G \\l",
          "first\nsecond\r\nthird",
          "<b>bold</b><script>alert(1)</script>",
          "a --> b",
          "x|y|z",
          "%%{init: {\"theme\": \"dark\"}}%%",
          "%% comment",
          "style n0 fill:#f00;",
          "click n0 call alert()",
          "&lt;&quot;&#34;",
          "#quot; #35;",
          "`**bold**`",
          "Größe 東京 العربية \uD83D\uDE00",
          "half \uD83D pair",
          "nul \0 bell \u0007 \u2028",
          "end",
          "");

  @Test
  void draws_with_graphviz() {
    assertEquals(
        """
        digraph trace {
          rankdir=LR;
          node [shape=box];
          n0 [label="Loss of data", URL="http://example.org/risk", penwidth=3];
          n1 [label="Backup (daily)", URL="http://example.org/control?a=1&b=\\"2\\""];
          n0 -> n1 [label="treated by"];
        }
        """,
        Dot.of(new Picture(List.of(RISK), List.of(BACK, AHEAD), FormsTest::label)));
  }

  @Test
  void draws_with_mermaid() {
    assertEquals(
        """
        flowchart LR
          n0["Loss of data"]
          n1["Backup #40;daily#41;"]
          n1 -->|"treats"| n0
          style n0 stroke-width:3px
        """,
        Mermaid.of(new Picture(List.of(RISK), List.of(AHEAD), FormsTest::label)));
  }

  @Test
  void has_each_statement_once_as_it_is_stated() {
    assertEquals(
        List.of(Triple.create(CONTROL, TREATS, RISK)),
        new Picture(List.of(), List.of(BACK, AHEAD, BACK), FormsTest::label).triples());
  }

  @Test
  void shows_what_was_asked_for_without_edges() {
    Picture picture = new Picture(List.of(RISK), List.of(), FormsTest::label);
    assertTrue(Dot.of(picture).contains("n0 [label=\"Loss of data\""));
    assertTrue(Mermaid.of(picture).contains("n0[\"Loss of data\"]"));
  }

  /** Whatever a label has in it, the lines are the same but for what is between the quotes. */
  @Test
  void lets_no_label_out_of_its_quotes() {
    Pattern dot =
        Pattern.compile(
            """
            digraph trace \\{
              rankdir=LR;
              node \\[shape=box];
              n0 \\[label=TEXT, URL=TEXT, penwidth=3];
              n1 \\[label=TEXT, URL=TEXT];
              n0 -> n1 \\[label=TEXT];
            }
            """
                .replace("TEXT", "\"(?:[^\"\\\\\\p{Cntrl}]|\\\\[\"\\\\n])*+\""));
    Pattern mermaid =
        Pattern.compile(
            """
            flowchart LR
              n0\\["TEXT"]
              n1\\["TEXT"]
              n0 -->\\|"TEXT"\\| n1
              style n0 stroke-width:3px
            """
                .replace("TEXT", "(?:[\\p{L}\\p{N} .,_'-]|#[0-9]+;)+"));
    for (String label : HOSTILE) {
      Edge edge = new Edge(CONTROL, TREATS, RISK, true, label);
      Picture picture = new Picture(List.of(RISK), List.of(edge), node -> label);
      assertTrue(dot.matcher(Dot.of(picture)).matches(), () -> Dot.of(picture));
      assertTrue(mermaid.matcher(Mermaid.of(picture)).matches(), () -> Mermaid.of(picture));
    }
  }

  @Test
  void keeps_what_labels_say() {
    assertEquals("\"say \\\"hi\\\" \\\\N &amp;lt; a\\nb\"", dot("say \"hi\" \\N &lt; a\nb"));
    assertEquals("Größe #60;3 #128512; #35;1", mermaid("Größe <3 \uD83D\uDE00 #1"));
  }

  private static String dot(String label) {
    String text = Dot.of(new Picture(List.of(RISK), List.of(), node -> label));
    return text.substring(text.indexOf("label=") + 6, text.indexOf(", URL"));
  }

  private static String mermaid(String label) {
    String text = Mermaid.of(new Picture(List.of(RISK), List.of(), node -> label));
    return text.substring(text.indexOf("[\"") + 2, text.indexOf("\"]"));
  }

  private static Node node(String name) {
    return NodeFactory.createURI("http://example.org/" + name);
  }

  private static String label(Node node) {
    return LABELS.getOrDefault(node, node.toString());
  }
}
