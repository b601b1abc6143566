package io.controlgraph.trace.index;

import io.controlgraph.vocab.Cg;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;

/**
 * Which statements an index keeps: those of our own properties, but not where they come from;
 * types; and what things are called. Texts at length are left to the store.
 */
final class Kept {
  private static final Set<Node> PROVENANCE =
      Set.of(Cg.SOURCE_FILE, Cg.SOURCE_ROW, Cg.SOURCE_KIND, Cg.SOURCE_AGENT, Cg.SHA256);

  private static final Set<Node> NAMES =
      Set.of(
          RDFS.label.asNode(),
          SKOS.prefLabel.asNode(),
          SKOS.notation.asNode(),
          DCTerms.identifier.asNode());

  private Kept() {}

  static boolean isLink(Quad quad) {
    return isOfThings(quad)
        && quad.getObject().isURI()
        && (isOurs(quad.getPredicate()) || RDF.type.asNode().equals(quad.getPredicate()));
  }

  static boolean isLiteral(Quad quad) {
    return isOfThings(quad)
        && quad.getObject().isLiteral()
        && (NAMES.contains(quad.getPredicate())
            || (isOurs(quad.getPredicate()) && !isText(quad.getObject())));
  }

  private static boolean isOfThings(Quad quad) {
    return quad.getSubject().isURI() && quad.getPredicate().isURI();
  }

  private static boolean isOurs(Node property) {
    return property.getURI().startsWith(Cg.NS) && !PROVENANCE.contains(property);
  }

  private static boolean isText(Node literal) {
    return org.apache.jena.datatypes.xsd.XSDDatatype.XSDstring.equals(literal.getLiteralDatatype())
        || !literal.getLiteralLanguage().isEmpty();
  }
}
