package io.controlgraph.search;

import io.controlgraph.vocab.Cg;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.jspecify.annotations.Nullable;

/** The properties that the index reads, and what they mean to it. */
enum Role {
  LABEL(RDFS.label.asNode(), true),
  PREFERRED(SKOS.prefLabel.asNode(), true),
  IDENTIFIER(DCTerms.identifier.asNode(), true),
  ALTERNATIVE(SKOS.altLabel.asNode(), true),
  TYPE(RDF.type.asNode(), false),
  FRAMEWORK(Cg.FRAMEWORK_PROPERTY, false),
  ORGANISATION(Cg.IN_ORGANISATION, false),
  SUPERCLASS(RDFS.subClassOf.asNode(), false),
  REPLACED_BY(DCTerms.isReplacedBy.asNode(), false);

  private static final Map<Node, Role> BY_PROPERTY =
      Arrays.stream(values()).collect(Collectors.toMap(Role::property, Function.identity()));

  private final Node property;
  private final boolean text;

  Role(Node property, boolean text) {
    this.property = property;
    this.text = text;
  }

  /** The role of a property; null if the index does not read it. */
  static @Nullable Role of(Node property) {
    return BY_PROPERTY.get(property);
  }

  Node property() {
    return property;
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
