package io.controlgraph.ingest.csv;

import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.DCTerms;

/** The terms of Dublin Core that the importer writes or reads. */
final class Terms {
  static final Node IDENTIFIER = DCTerms.identifier.asNode();
  static final Node CREATED = DCTerms.created.asNode();
  static final Node MODIFIED = DCTerms.modified.asNode();

  private Terms() {}
}
