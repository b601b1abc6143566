package io.controlgraph.trace.index;

import io.controlgraph.vocab.Cg;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;

/**
 * Which statements an index keeps: those of our own properties, but not where they come from;
 * types; what things are called; and against which framework a mapping was looked for. Texts at
 * length are left to the store.
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

  private static final Set<Node> OF_MAPPINGS =
      Set.of(
          NodeFactory.createURI("https://w3id.org/sssom/subject_source"),
          NodeFactory.createURI("https://w3id.org/sssom/object_source"));

  private Kept() {}

  static boolean isLink(Quad quad) {
    return isOfThings(quad)
        && quad.getObject().isURI()
        && (isOurs(quad.getPredicate())
            || RDF.type.asNode().equals(quad.getPredicate())
            || OF_MAPPINGS.contains(quad.getPredicate()));
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
