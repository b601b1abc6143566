package io.controlgraph.trace.whatif;

import io.controlgraph.trace.index.TraceIndex;
import io.controlgraph.trace.index.Without;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/**
 * What is taken away.
 *
 * @param nodes things that go with every statement about them and to them
 * @param statements statements that go from all graphs that have them
 */
public record Removal(Set<Node> nodes, Set<Triple> statements) {
  /** Takes nothing away. */
  public static final Removal NOTHING = new Removal(Set.of(), Set.of());

  public Removal {
    nodes = Set.copyOf(nodes);
    statements = Set.copyOf(statements);
  }

  /** Takes nodes away. */
  public static Removal of(Node... nodes) {
    return new Removal(Set.of(nodes), Set.of());
  }

  /** The numbers of the nodes that an index knows, ascending. */
  List<Integer> numbers(TraceIndex index) {
    return nodes.stream().map(index::number).filter(number -> number >= 0).sorted().toList();
  }

  /** The nodes that an index does not know: taking them away changes nothing. */
  public Set<Node> unknownTo(TraceIndex index) {
    return nodes.stream()
        .filter(node -> index.number(node) < 0)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** The index without them. */
  public TraceIndex from(TraceIndex index) {
    return Without.of(index, numbers(index), statements);
  }
}
