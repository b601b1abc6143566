package io.controlgraph.api.things;

import io.controlgraph.sparql.GraphFormat;
import io.controlgraph.vocab.Cg;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * A thing of the graph that this server answers for.
 *
 * @param iri its IRI
 * @param stem the path of the documents about it, up to the dot before their ending
 */
public record Thing(String iri, String stem) {
  private static final String TERMS = "/terms";

  /** The path of its document in a format. */
  public String document(GraphFormat format) {
    return stem + "." + format.ending();
  }

  /** The path of its page, for people; terms of the ontology have pages of their own. */
  public String page() {
    if (iri.equals(Cg.ONTOLOGY)) {
      return TERMS;
    }
    return iri.startsWith(Cg.NS)
        ? TERMS + "?term=" + encoded(iri.substring(Cg.NS.length()))
        : "/?thing=" + encoded(iri);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
