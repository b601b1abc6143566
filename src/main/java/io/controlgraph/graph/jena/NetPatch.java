package io.controlgraph.graph.jena;

import java.util.LinkedHashSet;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.rdfpatch.changes.RDFChangesBase;
import org.apache.jena.sparql.core.Quad;

/**
 * What a transaction changes in the end. Fed with changes that each had an effect, it holds:
 * nothing added was there before, everything deleted was, and nothing is both.
 */
final class NetPatch extends RDFChangesBase {
  private final Set<Quad> added = new LinkedHashSet<>();
  private final Set<Quad> deleted = new LinkedHashSet<>();

  @Override
  public void add(Node graph, Node subject, Node predicate, Node object) {
    Quad quad = Quad.create(graph, subject, predicate, object);
    if (!deleted.remove(quad)) {
      added.add(quad);
    }
  }

  @Override
  public void delete(Node graph, Node subject, Node predicate, Node object) {
    Quad quad = Quad.create(graph, subject, predicate, object);
    if (!added.remove(quad)) {
      deleted.add(quad);
    }
  }

  Set<Quad> added() {
    return added;
  }

  Set<Quad> deleted() {
    return deleted;
  }

  boolean isEmpty() {
    return added.isEmpty() && deleted.isEmpty();
  }
}
