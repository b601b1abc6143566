package io.controlgraph.trace.paths;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/**
 * A statement of the graph, as it is walked.
 *
 * @param subject its subject, as it is stated
 * @param property its property
 * @param object its object, as it is stated
 * @param isBackwards whether it is walked from object to subject
 * @param reading how it reads the way it is walked, such as "proven by"
 */
public record Edge(Node subject, Node property, Node object, boolean isBackwards, String reading) {

  /** The end it is walked from. */
  public Node from() {
    return isBackwards ? object : subject;
  }

  /** The end it is walked to. */
  public Node to() {
    return isBackwards ? subject : object;
  }

  /** The statement. */
  public Triple triple() {
    return Triple.create(subject, property, object);
  }
}
