package io.controlgraph.sparql;

import org.apache.jena.shared.PrefixMapping;

/** The prefixes that graphs are written with. */
public final class Prefixes {
  /** Those of our terms and of the vocabularies beside them. */
  public static final PrefixMapping USUAL =
      PrefixMapping.Factory.create()
          .setNsPrefix("cg", "https://w3id.org/controlgraph/ns#")
          .setNsPrefix("dcterms", "http://purl.org/dc/terms/")
          .setNsPrefix("rdfs", "http://www.w3.org/2000/01/rdf-schema#")
          .setNsPrefix("skos", "http://www.w3.org/2004/02/skos/core#")
          .setNsPrefix("xsd", "http://www.w3.org/2001/XMLSchema#")
          .lock();

  private Prefixes() {}
}
