package io.controlgraph.trace.why;

import org.apache.jena.graph.Node;

/** A statement of the graph; its object is an IRI or a literal. */
public record Statement(Node subject, Node property, Node object) {}
