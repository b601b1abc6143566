package io.controlgraph.graph.jena;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.shacl.engine.constraint.ClassConstraint;
import org.apache.jena.shacl.engine.constraint.ConstraintComponentSPARQL;
import org.apache.jena.shacl.engine.constraint.ConstraintOp1;
import org.apache.jena.shacl.engine.constraint.ConstraintOpN;
import org.apache.jena.shacl.engine.constraint.ConstraintPairwise;
import org.apache.jena.shacl.engine.constraint.QualifiedValueShape;
import org.apache.jena.shacl.engine.constraint.SparqlConstraint;
import org.apache.jena.shacl.parser.Constraint;
import org.apache.jena.shacl.parser.PropertyShape;
import org.apache.jena.shacl.parser.Shape;
import org.apache.jena.sparql.algebra.Algebra;
import org.apache.jena.sparql.algebra.OpVisitorBase;
import org.apache.jena.sparql.algebra.op.OpBGP;
import org.apache.jena.sparql.algebra.op.OpPath;
import org.apache.jena.sparql.algebra.walker.Walker;
import org.apache.jena.sparql.expr.ExprVisitorBase;
import org.apache.jena.sparql.path.P_Alt;
import org.apache.jena.sparql.path.P_Inverse;
import org.apache.jena.sparql.path.P_Link;
import org.apache.jena.sparql.path.P_Path1;
import org.apache.jena.sparql.path.P_ReverseLink;
import org.apache.jena.sparql.path.P_Seq;
import org.apache.jena.sparql.path.P_ZeroOrOne;
import org.apache.jena.sparql.path.Path;
import org.apache.jena.vocabulary.RDF;

/** What a set of shapes reads of the graph, and how far from the node it validates. */
final class ShapeReads {
  /**
   * A path that repeats is followed so far; data with longer chains is rare, and revalidated whole.
   */
  private static final int REPEATED = 16;

  /** The variable that stands for the path of the property shape (SHACL, 5.3.1). */
  private static final String PATH = "PATH";

  private final Set<Node> forward = new HashSet<>();
  private final Set<Node> backward = new HashSet<>();
  private final Set<Node> fromAfar = new HashSet<>();
  private final Set<Shape> onTheWay = new HashSet<>();
  private boolean everything;
  private int farthest;

  private ShapeReads() {}

  static ShapeReads of(Collection<Shape> shapes) {
    ShapeReads reads = new ShapeReads();
    shapes.forEach(shape -> reads.read(shape, 0));
    return reads;
  }

  /** The predicates that lead away from what is read, against the arrow. */
  Set<Node> backward() {
    return backward;
  }

  /** Whether a predicate leads to what is read, along the arrow. */
  boolean isStep(Node predicate) {
    return everything || forward.contains(predicate);
  }

  /** Whether a statement with this predicate can matter to a node that is not its subject. */
  boolean isReadFromAfar(Node predicate) {
    return everything || fromAfar.contains(predicate);
  }

  /** Whether a shape reads predicates that it does not name. */
  boolean everything() {
    return everything;
  }

  /** How many edges lie at most between a node and the subject of a statement it is held to. */
  int steps() {
    return farthest;
  }

  private void read(Shape shape, int distance) {
    if (!onTheWay.add(shape)) {
      // A shape that refers to itself follows its references for as long as there are any.
      farthest = Math.max(farthest, REPEATED);
      return;
    }
    int at = distance;
    if (shape instanceof PropertyShape property) {
      at = step(property.getPath(), distance, true);
    }
    for (Constraint constraint : shape.getConstraints()) {
      read(constraint, distance, at);
    }
    for (PropertyShape property : shape.getPropertyShapes()) {
      read(property, at);
    }
    onTheWay.remove(shape);
  }

  private void read(Constraint constraint, int focus, int value) {
    if (constraint instanceof ClassConstraint) {
      see(RDF.Nodes.type, value);
    } else if (constraint instanceof ConstraintPairwise pair) {
      see(pair.getValue(), focus);
    } else if (constraint instanceof ConstraintOp1 operation) {
      read(operation.getOther(), value);
    } else if (constraint instanceof ConstraintOpN operation) {
      operation.getOthers().forEach(other -> read(other, value));
    } else if (constraint instanceof QualifiedValueShape qualified) {
      read(qualified.getSub(), value);
    } else if (constraint instanceof SparqlConstraint sparql) {
      Walker.walk(Algebra.compile(sparql.getQuery()), new ReadPattern(), new ExprVisitorBase());
    } else if (constraint instanceof ConstraintComponentSPARQL) {
      everything = true;
      farthest = Math.max(farthest, REPEATED);
    }
  }

  /** Notes a path and returns how far away its end is. */
  private int step(Path path, int distance, boolean along) {
    if (path instanceof P_Link link) {
      return edge(link.getNode(), distance, along);
    }
    if (path instanceof P_ReverseLink link) {
      return edge(link.getNode(), distance, !along);
    }
    if (path instanceof P_Inverse inverse) {
      return step(inverse.getSubPath(), distance, !along);
    }
    if (path instanceof P_Seq sequence) {
      Path first = along ? sequence.getLeft() : sequence.getRight();
      Path second = along ? sequence.getRight() : sequence.getLeft();
      return step(second, step(first, distance, along), along);
    }
    if (path instanceof P_Alt alternative) {
      return Math.max(
          step(alternative.getLeft(), distance, along),
          step(alternative.getRight(), distance, along));
    }
    if (path instanceof P_ZeroOrOne optional) {
      return step(optional.getSubPath(), distance, along);
    }
    if (path instanceof P_Path1 repeated) {
      step(repeated.getSubPath(), distance, along);
      return step(repeated.getSubPath(), distance + REPEATED, along);
    }
    everything = true;
    return distance + REPEATED;
  }

  private int edge(Node predicate, int distance, boolean along) {
    see(predicate, distance);
    if (along) {
      forward.add(predicate);
    } else {
      backward.add(predicate);
      // Against the arrow, the subject of the statement is the far end.
      fromAfar.add(predicate);
    }
    return distance + 1;
  }

  private void see(Node predicate, int distance) {
    if (distance > 0) {
      fromAfar.add(predicate);
      farthest = Math.max(farthest, distance);
    }
  }

  /**
   * Where in a query a triple stands is not worked out: each may be as far away as all together.
   */
  private final class ReadPattern extends OpVisitorBase {
    @Override
    public void visit(OpBGP pattern) {
      pattern.getPattern().forEach(triple -> read(triple.getPredicate()));
    }

    @Override
    public void visit(OpPath pattern) {
      Path path = pattern.getTriplePath().getPath();
      step(path, farthest, true);
      step(path, farthest, false);
    }

    private void read(Node predicate) {
      if (!predicate.isURI()) {
        everything |= !isPathOfTheShape(predicate);
        return;
      }
      forward.add(predicate);
      backward.add(predicate);
      fromAfar.add(predicate);
      farthest = Math.min(REPEATED, farthest + 1);
    }

    private static boolean isPathOfTheShape(Node predicate) {
      return predicate.isVariable() && predicate.getName().equals(PATH);
    }
  }
}
