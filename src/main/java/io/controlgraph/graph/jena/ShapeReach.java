package io.controlgraph.graph.jena;

import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.engine.Target;
import org.apache.jena.shacl.engine.TargetType;
import org.apache.jena.shacl.parser.Shape;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;

/**
 * Which nodes a change can make break a shape: the subjects changed, and the nodes from which a
 * shape looks, over one edge or more, at what was changed.
 */
final class ShapeReach {
  private final ShapeReads reads;
  private final Set<Node> predicatesOfObjects;

  private ShapeReach(ShapeReads reads, Set<Node> predicatesOfObjects) {
    this.reads = reads;
    this.predicatesOfObjects = predicatesOfObjects;
  }

  static ShapeReach of(Shapes shapes) {
    ShapeReads reads = ShapeReads.of(shapes.getTargetShapes());
    Set<Node> ofObjects = new HashSet<>(reads.backward());
    for (Shape shape : shapes.getTargetShapes()) {
      for (Target target : shape.getTargets()) {
        if (target.getTargetType() == TargetType.targetObjectsOf) {
          ofObjects.add(target.getObject());
        }
      }
    }
    return new ShapeReach(reads, ofObjects);
  }

  /**
   * The nodes to validate. Once there are more than {@code enough}, the rest is left out.
   *
   * @param data the graph after the change; what a node no longer refers to cannot break it
   */
  Set<Node> touched(Graph data, NetPatch patch, int enough) {
    Set<Node> touched = new LinkedHashSet<>();
    Set<Node> looked = new LinkedHashSet<>();
    for (Set<Quad> quads : List.of(patch.added(), patch.deleted())) {
      for (Quad quad : quads) {
        touch(data, quad, touched, looked);
        if (touched.size() > enough) {
          return touched;
        }
      }
    }
    Set<Node> frontier = looked;
    for (int step = 0; step < reads.steps() && !frontier.isEmpty(); step++) {
      frontier = referrers(data, frontier, touched, enough);
      if (touched.size() > enough) {
        return touched;
      }
    }
    return touched;
  }

  private void touch(Graph data, Quad quad, Set<Node> touched, Set<Node> looked) {
    Node predicate = quad.getPredicate();
    touched.add(quad.getSubject());
    if (predicatesOfObjects.contains(predicate) || reads.everything()) {
      touched.add(quad.getObject());
    }
    if (reads.isReadFromAfar(predicate)) {
      looked.add(quad.getSubject());
      looked.add(quad.getObject());
    }
    if (predicate.equals(RDFS.Nodes.subClassOf)) {
      addInstances(data, quad.getSubject(), touched, looked, new HashSet<>());
    }
  }

  /** A class that gets or loses a superclass changes what its instances are. */
  private static void addInstances(
      Graph data, Node type, Set<Node> touched, Set<Node> looked, Set<Node> seen) {
    if (!seen.add(type)) {
      return;
    }
    data.find(Node.ANY, RDF.Nodes.type, type)
        .forEachRemaining(
            triple -> {
              touched.add(triple.getSubject());
              looked.add(triple.getSubject());
            });
    data.find(Node.ANY, RDFS.Nodes.subClassOf, type)
        .forEachRemaining(triple -> addInstances(data, triple.getSubject(), touched, looked, seen));
  }

  private Set<Node> referrers(Graph data, Set<Node> nodes, Set<Node> touched, int enough) {
    Set<Node> found = new LinkedHashSet<>();
    for (Node node : nodes) {
      for (Iterator<Triple> in = data.find(Node.ANY, Node.ANY, node); in.hasNext(); ) {
        Triple triple = in.next();
        if (reads.isStep(triple.getPredicate()) && touched.add(triple.getSubject())) {
          found.add(triple.getSubject());
        }
        if (touched.size() > enough) {
          return found;
        }
      }
      if (!reads.backward().isEmpty() || reads.everything()) {
        for (Iterator<Triple> out = data.find(node, Node.ANY, Node.ANY); out.hasNext(); ) {
          Triple triple = out.next();
          boolean back = reads.everything() || reads.backward().contains(triple.getPredicate());
          if (back && !triple.getObject().isLiteral() && touched.add(triple.getObject())) {
            found.add(triple.getObject());
          }
        }
      }
    }
    return found;
  }
}
