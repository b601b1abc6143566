package io.controlgraph.ingest.csv;

import io.controlgraph.vocab.Cg;
import io.controlgraph.vocab.Reference;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** The IRIs of a store's things and source graphs. */
record Names(String baseIri) {
  static final String ORGANISATIONS = "organisations";
  static final String MANAGEMENT_SYSTEMS = "management-systems";

  Node thing(String organisation, String kind, String id) {
    return NodeFactory.createURI(
        baseIri + "id/" + Ids.encode(organisation) + "/" + kind + "/" + Ids.encode(id));
  }

  Node graph(String organisation, String kind) {
    return NodeFactory.createURI(baseIri + "graph/" + Ids.encode(organisation) + "/" + kind);
  }

  Node organisation(String id) {
    return thing(id, ORGANISATIONS, id);
  }

  /** The IRI without what all IRIs of its sort begin with; for a person. */
  String shorten(Node node) {
    String iri = node.getURI();
    for (String start : List.of(baseIri + "id/", baseIri, Cg.NS, Reference.NS)) {
      if (iri.startsWith(start)) {
        return iri.substring(start.length());
      }
    }
    return iri;
  }
}
