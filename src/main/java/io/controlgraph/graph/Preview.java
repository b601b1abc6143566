package io.controlgraph.graph;

import java.util.List;
import org.apache.jena.sparql.core.Quad;

/**
 * What a write would do.
 *
 * @param added the quads it would add, net
 * @param deleted the quads it would delete, net
 * @param report the shapes it would break
 */
public record Preview(List<Quad> added, List<Quad> deleted, ShapeReport report) {
  public Preview {
    added = List.copyOf(added);
    deleted = List.copyOf(deleted);
  }
}
