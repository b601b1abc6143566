package io.controlgraph.graph.rdf4j.fedx;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;

/**
 * All statements of a pattern, each once. Narrower patterns are answered from it by index, which is
 * built when first needed. For one thread.
 */
final class Extent {
  private static final int GRAPH = 1;
  private static final int SUBJECT = 2;
  private static final int PREDICATE = 4;
  private static final int OBJECT = 8;

  private final Pattern pattern;
  private final List<Quad> statements;
  private final Map<Integer, Map<Object, List<Quad>>> indexes = new HashMap<>();

  /**
   * Keeps statements.
   *
   * @param statements distinct
   */
  Extent(Pattern pattern, List<Quad> statements) {
    this.pattern = pattern;
    this.statements = statements;
  }

  /** The statements of a pattern that this one's covers. */
  List<Quad> matching(Pattern wanted) {
    int bound =
        (narrows(wanted.graph(), pattern.graph()) ? GRAPH : 0)
            | (narrows(wanted.subject(), pattern.subject()) ? SUBJECT : 0)
            | (narrows(wanted.predicate(), pattern.predicate()) ? PREDICATE : 0)
            | (narrows(wanted.object(), pattern.object()) ? OBJECT : 0);
    if (bound == 0) {
      return statements;
    }
    return indexes
        .computeIfAbsent(bound, this::index)
        .getOrDefault(
            key(bound, wanted.graph(), wanted.subject(), wanted.predicate(), wanted.object()),
            List.of());
  }

  private static boolean narrows(Node wanted, Node held) {
    return wanted.isConcrete() && !held.isConcrete();
  }

  private Map<Object, List<Quad>> index(int bound) {
    Map<Object, List<Quad>> index = new HashMap<>();
    for (Quad each : statements) {
      Object key =
          key(bound, each.getGraph(), each.getSubject(), each.getPredicate(), each.getObject());
      index.computeIfAbsent(key, unused -> new ArrayList<>(1)).add(each);
    }
    return index;
  }

  /** The terms at the bound positions; the term itself where there is one. */
  private static Object key(int bound, Node graph, Node subject, Node predicate, Node object) {
    List<Node> terms = new ArrayList<>(Integer.bitCount(bound));
    if ((bound & GRAPH) != 0) {
      terms.add(graph);
    }
    if ((bound & SUBJECT) != 0) {
      terms.add(subject);
    }
    if ((bound & PREDICATE) != 0) {
      terms.add(predicate);
    }
    if ((bound & OBJECT) != 0) {
      terms.add(object);
    }
    return terms.size() == 1 ? terms.get(0) : terms;
  }
}
