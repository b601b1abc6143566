package io.controlgraph.graph.jena;

import org.apache.jena.graph.Node;
import org.apache.jena.tdb2.store.NodeId;
import org.apache.jena.tdb2.store.NodeIdInline;

/**
 * The forms in which the database gives terms back.
 *
 * <p>TDB2 keeps the values of most numbers, truth values, moments and days, not their texts: {@code
 * "042"^^xsd:integer} comes back as {@code "42"}. And of decimals it keeps the scale without
 * showing it, so that {@code "1.50"} and {@code "1.5"} come back alike and yet are two. Changes,
 * records and searches for statements therefore use the form that comes back, of which there is one
 * a value.
 */
public final class StoredTerms {
  private StoredTerms() {}

  /** The term that a view gives where this one was added; any other node is its own form. */
  public static Node of(Node node) {
    if (!NodeIdInline.hasInlineDatatype(node)) {
      return node;
    }
    NodeId value = NodeIdInline.inline(node);
    return value == null ? node : NodeIdInline.extract(value);
  }
}
