package io.controlgraph.graph.jena;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.shacl.engine.Target;
import org.apache.jena.shacl.parser.Shape;
import org.apache.jena.shacl.validation.VLib;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;

/**
 * Tells whether a node is a target of a shape, with the classes of each node looked up once
 * (https://www.w3.org/TR/shacl/#targets).
 */
final class FocusNodes {
  private final Graph data;
  private final Map<Node, Set<Node>> classesOfNode = new HashMap<>();
  private final Map<Node, Set<Node>> superclasses = new HashMap<>();
  private final Map<Target, Set<Node>> extensions = new HashMap<>();

  FocusNodes(Graph data) {
    this.data = data;
  }

  boolean isFocus(Shape shape, Node node) {
    for (Target target : shape.getTargets()) {
      if (isFocus(target, node)) {
        return true;
      }
    }
    return false;
  }

  private boolean isFocus(Target target, Node node) {
    return switch (target.getTargetType()) {
      case targetClass, implicitClass ->
          classesOfNode.computeIfAbsent(node, this::classes).contains(target.getObject());
      case targetExtension ->
          extensions
              .computeIfAbsent(target, t -> new HashSet<>(t.getFocusNodes(data)))
              .contains(node);
      default -> VLib.isFocusNode(target, node, data);
    };
  }

  private Set<Node> classes(Node node) {
    Set<Node> classes = new HashSet<>();
    data.find(node, RDF.Nodes.type, Node.ANY)
        .forEachRemaining(
            triple ->
                classes.addAll(
                    superclasses.computeIfAbsent(triple.getObject(), this::withSuperclasses)));
    return classes;
  }

  private Set<Node> withSuperclasses(Node type) {
    Set<Node> found = new HashSet<>();
    collectSuperclasses(type, found);
    return found;
  }

  private void collectSuperclasses(Node type, Set<Node> found) {
    if (found.add(type)) {
      data.find(type, RDFS.Nodes.subClassOf, Node.ANY)
          .forEachRemaining(triple -> collectSuperclasses(triple.getObject(), found));
    }
  }
}
