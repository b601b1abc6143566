package io.controlgraph.graph.jena;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.core.TriplePath;
import org.apache.jena.sparql.path.P_Alt;
import org.apache.jena.sparql.path.P_Inverse;
import org.apache.jena.sparql.path.P_Link;
import org.apache.jena.sparql.path.P_Path1;
import org.apache.jena.sparql.path.P_Path2;
import org.apache.jena.sparql.path.P_ReverseLink;
import org.apache.jena.sparql.path.Path;

/** The properties of a path, and those of its first steps. */
final class FirstSteps {
  private FirstSteps() {}

  /** All properties that are followed, in either direction; not those that are excluded. */
  static Set<Node> properties(Path path) {
    Set<Node> properties = new LinkedHashSet<>();
    collect(path, properties);
    return properties;
  }

  private static void collect(Path path, Set<Node> properties) {
    if (path instanceof P_Link link) {
      properties.add(link.getNode());
    } else if (path instanceof P_ReverseLink link) {
      properties.add(link.getNode());
    } else if (path instanceof P_Path1 one) {
      collect(one.getSubPath(), properties);
    } else if (path instanceof P_Path2 two) {
      collect(two.getLeft(), properties);
      collect(two.getRight(), properties);
    }
  }

  /** What is searched for first, from the subject on. */
  static List<Quad> of(TriplePath path, Node graph) {
    List<Quad> steps = new ArrayList<>();
    if (path.getPath() != null) {
      collect(path.getPath(), true, path.getSubject(), graph, steps);
    }
    return steps;
  }

  private static void collect(Path path, boolean forward, Node from, Node graph, List<Quad> steps) {
    if (path instanceof P_Link link) {
      steps.add(
          forward
              ? Quad.create(graph, from, link.getNode(), Node.ANY)
              : Quad.create(graph, Node.ANY, link.getNode(), from));
    } else if (path instanceof P_Inverse inverse) {
      collect(inverse.getSubPath(), !forward, from, graph, steps);
    } else if (path instanceof P_Alt either) {
      collect(either.getLeft(), forward, from, graph, steps);
      collect(either.getRight(), forward, from, graph, steps);
    } else if (path instanceof P_Path2 sequence) {
      collect(forward ? sequence.getLeft() : sequence.getRight(), forward, from, graph, steps);
    } else if (path instanceof P_Path1 repeated) {
      collect(repeated.getSubPath(), forward, from, graph, steps);
    }
  }
}
