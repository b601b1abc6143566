package io.controlgraph.trace.index;

import io.controlgraph.vocab.Cg;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.apache.jena.vocabulary.XSD;

/**
 * Which statements an index keeps: those of our own properties, but not where they come from;
 * types; what things are called; and against which framework a mapping was looked for. Texts at
 * length are left to the store.
 */
enum Kept {
  /** Links and values. */
  OURS("isIRI(?o) || (isLiteral(?o) && DATATYPE(?o) NOT IN (<%s>, <%s>))"),
  /** Links only. */
  LINKS("isIRI(?o)"),
  /** Values only, texts too. */
  NAMES("isLiteral(?o)"),
  /** Links and values, texts too. */
  ALL("isIRI(?o) || isLiteral(?o)"),
  NONE("");

  private static final Node TYPE = RDF.type.asNode();
  private static final Set<Node> PROVENANCE =
      Set.of(Cg.SOURCE_FILE, Cg.SOURCE_ROW, Cg.SOURCE_KIND, Cg.SOURCE_AGENT, Cg.SHA256);
  private static final Set<Node> NAMING =
      Set.of(
          RDFS.label.asNode(),
          SKOS.prefLabel.asNode(),
          SKOS.notation.asNode(),
          DCTerms.identifier.asNode());

  /** Texts of our own that rows show, or that a rule asks for. */
  private static final Set<Node> SHOWN =
      Set.of(
          Cg.term("cause"),
          Cg.term("competence"),
          Cg.term("courseTitle"),
          Cg.term("dataSource"),
          Cg.term("effectivenessReview"),
          Cg.term("intendedUse"),
          Cg.term("justification"),
          Cg.term("legalBasis"),
          Cg.term("licence"),
          Cg.term("recipient"),
          Cg.term("regime"),
          Cg.term("regulation"),
          Cg.term("version"));

  private static final Set<Node> OF_MAPPINGS =
      Set.of(
          NodeFactory.createURI("https://w3id.org/sssom/subject_source"),
          NodeFactory.createURI("https://w3id.org/sssom/object_source"));

  private final String objects;

  Kept(String objects) {
    this.objects = objects.formatted(XSD.xstring.getURI(), RDF.dtLangString.getURI());
  }

  /** Of what objects statements are kept, as an expression of SPARQL; nothing if of none. */
  Optional<String> objects() {
    return Optional.of(objects).filter(text -> !text.isEmpty());
  }

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
