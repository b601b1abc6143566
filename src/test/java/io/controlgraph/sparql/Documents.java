package io.controlgraph.sparql;

import static io.controlgraph.testing.Served.encode;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.controlgraph.testing.Answer;
import io.controlgraph.testing.Served;
import java.io.StringReader;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;

/**
 * Three documents, each in a graph of its own name, as the W3C's tests of the protocol have them.
 */
final class Documents {
  static final String ONE = "http://example.org/data1.rdf";
  static final String TWO = "http://example.org/data2.rdf";
  static final String THREE = "http://example.org/data3.rdf";

  static final String FORM = "application/x-www-form-urlencoded";
  static final String QUERY = "application/sparql-query";
  static final String UPDATE = "application/sparql-update";
  static final String JSON_ROWS = "application/sparql-results+json";
  static final String XML_ROWS = "application/sparql-results+xml";

  static final String PREFIXES =
      "PREFIX foaf: <http://xmlns.com/foaf/0.1/> PREFIX dc: <http://purl.org/dc/terms/> ";

  /** The three of them. */
  static final String TRIG =
      PREFIXES
          + "GRAPH <%1$s> { <%1$s> a foaf:Document } GRAPH <%2$s> { <%2$s> a foaf:Document } "
              .formatted(ONE, TWO)
          + "GRAPH <%1$s> { <%1$s> a foaf:Document }".formatted(THREE);

  private Documents() {}

  /** Parameters of a URL or a form, from names and values in turn. */
  static String parameters(String... namesAndValues) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      text.append(i == 0 ? "" : "&")
          .append(encode(namesAndValues[i]))
          .append('=')
          .append(encode(namesAndValues[i + 1]));
    }
    return text.toString();
  }

  /** The graph that an answer is, read by its own media type. */
  static Graph graph(Answer answer) {
    String mediaType = answer.contentType().split(";", 2)[0];
    Lang lang = RDFLanguages.contentTypeToLang(mediaType);
    Graph graph = GraphFactory.createDefaultGraph();
    RDFParser.create()
        .source(new StringReader(answer.body()))
        .lang(lang)
        .base("http://example.org/unused")
        .parse(graph);
    return graph;
  }

  /** Makes the store hold the documents and nothing else. */
  static void restore(Served served) {
    served
        .store()
        .write(
            "test",
            "Restore",
            tx -> {
              List<Quad> all;
              try (Stream<Quad> quads = tx.quads(Node.ANY, Node.ANY, Node.ANY, Node.ANY)) {
                all = quads.toList();
              }
              all.forEach(tx::delete);
            });
    served.with(TRIG);
  }

  /** What an ASK was answered. */
  static boolean yes(Answer answer) {
    assertEquals(200, answer.status(), answer.body());
    assertEquals(JSON_ROWS, answer.contentType());
    return answer.json().path("boolean").asBoolean();
  }

  /** The IRIs found as {@code ?d}, sorted. */
  static List<String> documents(Answer answer) {
    assertEquals(200, answer.status(), answer.body());
    assertFalse(answer.json().at("/results/bindings").isMissingNode(), answer.body());
    TreeSet<String> found = new TreeSet<>();
    answer.json().at("/results/bindings").forEach(row -> found.add(row.at("/d/value").asText()));
    return List.copyOf(found);
  }

  /** Checks that an answer is a success of one of some media types. */
  static void assertType(Answer answer, String... types) {
    assertEquals(200, answer.status(), answer.body());
    String type = answer.contentType().split(";", 2)[0];
    assertTrue(Set.of(types).contains(type), type);
  }
}
