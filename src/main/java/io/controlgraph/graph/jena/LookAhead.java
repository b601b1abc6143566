package io.controlgraph.graph.jena;

import java.util.List;
import org.apache.jena.sparql.core.Quad;

/**
 * Is told what a dataset will be searched for, before it is. A dataset that is filled over a
 * network can so fetch in few requests what would be asked for one by one.
 *
 * <p>In the patterns, {@link org.apache.jena.graph.Node#ANY} takes any term; the graph is {@link
 * Quad#defaultGraphIRI} for the default graph, and else the named graph, or any of them.
 */
public interface LookAhead {

  /** Tells the patterns of a query, as it begins: it may come to search for parts of each. */
  void expect(List<Quad> patterns);

  /** Tells patterns that are about to be searched for, unless the query ends before. */
  void prepare(List<Quad> patterns);
}
