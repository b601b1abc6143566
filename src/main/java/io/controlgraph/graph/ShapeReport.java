package io.controlgraph.graph;

import java.util.List;
import org.apache.jena.graph.Node;
import org.jspecify.annotations.Nullable;

/** The shapes that a graph breaks. */
public record ShapeReport(List<Violation> violations) {

  /** A report without violations. */
  public static final ShapeReport CONFORMS = new ShapeReport(List.of());

  public ShapeReport {
    violations = List.copyOf(violations);
  }

  public boolean conforms() {
    return violations.isEmpty();
  }

  /**
   * One broken shape.
   *
   * @param focus the node that breaks it
   * @param path the property path, in SPARQL's notation, if the shape is about one
   * @param value the value at fault, if there is one
   * @param message what is wrong, for a person
   */
  public record Violation(
      Node focus, @Nullable String path, @Nullable Node value, String message) {}
}
