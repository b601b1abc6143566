package io.controlgraph.search;

import io.controlgraph.graph.Scope;
import java.util.HashSet;
import java.util.Set;
import org.apache.jena.graph.Node;

/**
 * A statement about a thing, and the graphs that make it: it holds for as long as one of them does.
 *
 * @param key the folded words of a text; empty for a link
 */
record Stated(Role role, Node value, String key, Set<Node> graphs) {

  static Stated of(Role role, Node value, Node graph) {
    String key = role.isText() ? Fold.key(value.getLiteralLexicalForm()) : "";
    return new Stated(role, value, key, Set.of(graph));
  }

  boolean says(Role otherRole, Node otherValue) {
    return role == otherRole && value.equals(otherValue);
  }

  boolean seenIn(Scope scope) {
    return graphs.stream().anyMatch(scope::allows);
  }

  Stated with(Node graph) {
    Set<Node> more = new HashSet<>(graphs);
    more.add(graph);
    return new Stated(role, value, key, Set.copyOf(more));
  }

  Stated without(Node graph) {
    Set<Node> less = new HashSet<>(graphs);
    less.remove(graph);
    return new Stated(role, value, key, Set.copyOf(less));
  }
}
