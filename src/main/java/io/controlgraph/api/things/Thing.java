package io.controlgraph.api.things;

import io.controlgraph.sparql.GraphFormat;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * A thing of the graph that this server answers for.
 *
 * @param iri its IRI
 * @param stem the path of the documents about it, up to the dot before their ending
 */
public record Thing(String iri, String stem) {

  /** The path of its document in a format. */
  public String document(GraphFormat format) {
    return stem + "." + format.ending();
  }

  /** The path of its page, for people. */
  public String page() {
    return "/?thing=" + URLEncoder.encode(iri, StandardCharsets.UTF_8);
  }
}
