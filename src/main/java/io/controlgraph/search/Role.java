package io.controlgraph.search;

import io.controlgraph.vocab.Cg;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.jspecify.annotations.Nullable;

/** The properties that the index reads, and what they mean to it. */
enum Role {
  LABEL(RDFS.label.getURI(), true),
  PREFERRED(SKOS.prefLabel.getURI(), true),
  IDENTIFIER(DCTerms.identifier.getURI(), true),
  ALTERNATIVE(SKOS.altLabel.getURI(), true),
  TYPE(RDF.type.getURI(), false),
  FRAMEWORK(Cg.FRAMEWORK_PROPERTY.getURI(), false),
  ORGANISATION(Cg.IN_ORGANISATION.getURI(), false),
  SUPERCLASS(RDFS.subClassOf.getURI(), false),
  REPLACED_BY(DCTerms.isReplacedBy.getURI(), false);

  private static final Map<Node, Role> BY_PROPERTY =
      Arrays.stream(values()).collect(Collectors.toMap(Role::property, Function.identity()));

  private final String property;
  private final boolean text;

  Role(String property, boolean text) {
    this.property = property;
    this.text = text;
  }

  /** The role of a property; null if the index does not read it. */
  static @Nullable Role of(Node property) {
    return BY_PROPERTY.get(property);
  }

  Node property() {
    return NodeFactory.createURI(property);
  }

  /** Whether things are found by the words of its values. */
  boolean isText() {
    return text;
  }

  /** Whether the things it leads to say what a thing belongs to, as a type or framework does. */
  boolean isContext() {
    return this == TYPE || this == FRAMEWORK || this == ORGANISATION;
  }

  /** Whether a value is of the kind that the role needs. */
  boolean takes(Node value) {
    return text ? value.isLiteral() : value.isURI();
  }
}
