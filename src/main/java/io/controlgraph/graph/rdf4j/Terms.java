package io.controlgraph.graph.rdf4j;

import org.apache.jena.datatypes.TypeMapper;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.eclipse.rdf4j.model.BNode;
import org.eclipse.rdf4j.model.IRI;
import org.eclipse.rdf4j.model.Literal;
import org.eclipse.rdf4j.model.Resource;
import org.eclipse.rdf4j.model.Value;
import org.eclipse.rdf4j.model.ValueFactory;
import org.eclipse.rdf4j.model.impl.SimpleValueFactory;

/** Terms of RDF as RDF4J and Jena have them, one for one. Texts are kept as they are. */
public final class Terms {
  private static final ValueFactory VALUES = SimpleValueFactory.getInstance();

  private Terms() {}

  /**
   * Jena's form of a term.
   *
   * @throws IllegalArgumentException if it is a triple, which SPARQL 1.1 has not
   */
  public static Node node(Value value) {
    if (value instanceof IRI iri) {
      return NodeFactory.createURI(iri.stringValue());
    }
    if (value instanceof BNode blank) {
      return NodeFactory.createBlankNode(blank.getID());
    }
    if (value instanceof Literal literal) {
      return literal
          .getLanguage()
          .map(language -> NodeFactory.createLiteralLang(literal.getLabel(), language))
          .orElseGet(
              () ->
                  NodeFactory.createLiteralDT(
                      literal.getLabel(),
                      TypeMapper.getInstance()
                          .getSafeTypeByName(literal.getDatatype().stringValue())));
    }
    throw new IllegalArgumentException("A term of another RDF than 1.1: " + value);
  }

  /** RDF4J's form of a term that is no variable. */
  public static Value value(Node node) {
    if (!node.isLiteral()) {
      return resource(node);
    }
    String text = node.getLiteralLexicalForm();
    return node.getLiteralLanguage().isEmpty()
        ? VALUES.createLiteral(text, VALUES.createIRI(node.getLiteralDatatypeURI()))
        : VALUES.createLiteral(text, node.getLiteralLanguage());
  }

  /** RDF4J's form of an IRI. */
  public static IRI iri(Node node) {
    return VALUES.createIRI(node.getURI());
  }

  private static Resource resource(Node node) {
    return node.isBlank() ? VALUES.createBNode(node.getBlankNodeLabel()) : iri(node);
  }
}
