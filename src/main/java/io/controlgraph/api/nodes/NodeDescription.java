package io.controlgraph.api.nodes;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.controlgraph.api.things.Thing;
import io.controlgraph.api.things.Things;
import io.controlgraph.graph.View;
import io.controlgraph.security.Refusal;
import io.controlgraph.sparql.AnswerFormat;
import io.controlgraph.sparql.GraphFormat;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.jena.graph.Node;

/**
 * All that is said of a thing, and how much refers to it.
 *
 * @param properties what is said of it
 * @param incoming how many links lead to it, by property and the other's class
 * @param documents the paths of documents about it by their media types; none for what this server
 *     does not answer for
 * @param neighbours the path of its neighbours
 */
public record NodeDescription(
    @JsonUnwrapped Card card,
    List<Statements> properties,
    List<LinkCounts.Group> incoming,
    Map<String, String> documents,
    String neighbours) {
  public NodeDescription {
    properties = List.copyOf(properties);
    incoming = List.copyOf(incoming);
  }

  /**
   * Describes a thing.
   *
   * @param most how many links to it are counted
   * @throws Refusal 400 if there are more
   */
  public static NodeDescription of(View view, Node node, Cards cards, Things things, int most) {
    Links.Wanted incoming = new Links.Wanted(null, Links.Direction.IN, null);
    Links links = Links.of(view, node, incoming, cards, most);
    return new NodeDescription(
        cards.card(node),
        Statements.of(view, node, cards),
        LinkCounts.of(view, links, cards).links(),
        things.of(node.getURI()).map(NodeDescription::documents).orElse(Map.of()),
        "/api/v1/neighbours?node=" + URLEncoder.encode(node.getURI(), StandardCharsets.UTF_8));
  }

  private static Map<String, String> documents(Thing thing) {
    Map<String, String> documents = new TreeMap<>();
    for (AnswerFormat format : GraphFormat.forTriples()) {
      if (format instanceof GraphFormat rdf) {
        documents.put(rdf.mediaTypes().get(0), thing.document(rdf));
      }
    }
    return documents;
  }
}
