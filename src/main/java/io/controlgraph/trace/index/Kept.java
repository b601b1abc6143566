package io.controlgraph.trace.index;

import io.controlgraph.vocab.Cg;
import java.util.Set;
import org.apache.jena.datatypes.xsd.XSDDatatype;
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
enum Kept {
  /** Links and values. */
  OURS,
  /** Links only. */
  LINKS,
  /** Values only, texts too. */
  NAMES,
  /** Links and values, texts too. */
  ALL,
  NONE;

  private static final Node TYPE = RDF.type.asNode();
  private static final Set<Node> PROVENANCE =
      Set.of(Cg.SOURCE_FILE, Cg.SOURCE_ROW, Cg.SOURCE_KIND, Cg.SOURCE_AGENT, Cg.SHA256);
  private static final Set<Node> NAMING =
      Set.of(
          RDFS.label.asNode(),
          SKOS.prefLabel.asNode(),
          SKOS.notation.asNode(),
          DCTerms.identifier.asNode());

  /** Texts of our own that rows show. */
  private static final Set<Node> SHOWN = Set.of(Cg.term("justification"), Cg.term("version"));

  private static final Set<Node> OF_MAPPINGS =
      Set.of(
          NodeFactory.createURI("https://w3id.org/sssom/subject_source"),
          NodeFactory.createURI("https://w3id.org/sssom/object_source"));

  /** What is kept of a property's statements. */
  static Kept of(Node property) {
    if (property.equals(TYPE) || OF_MAPPINGS.contains(property)) {
      return LINKS;
    }
    if (NAMING.contains(property)) {
      return NAMES;
    }
    if (SHOWN.contains(property)) {
      return ALL;
    }
    return property.getURI().startsWith(Cg.NS) && !PROVENANCE.contains(property) ? OURS : NONE;
  }

  /** Whether the object makes a link. */
  boolean keepsAsLink(Node object) {
    return object.isURI() && (this == OURS || this == LINKS || this == ALL);
  }

  /** Whether the object makes a value. */
  boolean keepsAsLiteral(Node object) {
    return object.isLiteral()
        && (this == NAMES || this == ALL || (this == OURS && !isText(object)));
  }

  private static boolean isText(Node literal) {
    return XSDDatatype.XSDstring.equals(literal.getLiteralDatatype())
        || !literal.getLiteralLanguage().isEmpty();
  }

  static boolean isLink(Quad quad) {
    return quad.getSubject().isURI() && of(quad.getPredicate()).keepsAsLink(quad.getObject());
  }

  static boolean isLiteral(Quad quad) {
    return quad.getSubject().isURI() && of(quad.getPredicate()).keepsAsLiteral(quad.getObject());
  }
}
