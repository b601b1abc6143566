package io.controlgraph.graph;

import java.net.URI;

/** What the IRIs of a store's own things begin with. Fixed when the store is made. */
public final class BaseIri {
  /** The base IRI of a store for which nobody chose one. */
  public static final String DEFAULT = "http://localhost:7070/";

  private BaseIri() {}

  /**
   * Holds a base IRI to what it must be.
   *
   * @return the same
   * @throws IllegalArgumentException if it is no absolute http or https IRI that ends in a slash
   */
  public static String require(String baseIri) {
    URI uri = URI.create(baseIri);
    boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
    if (!web || uri.getHost() == null || !baseIri.endsWith("/")) {
      throw new IllegalArgumentException(
          "The base IRI must begin with http:// or https:// and end in a slash: " + baseIri);
    }
    return baseIri;
  }
}
