package io.controlgraph.graph.jena;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.TransformCopy;
import org.apache.jena.sparql.algebra.Transformer;
import org.apache.jena.sparql.algebra.op.OpBGP;
import org.apache.jena.sparql.algebra.op.OpPath;
import org.apache.jena.sparql.algebra.op.OpQuadPattern;
import org.apache.jena.sparql.algebra.op.OpService;
import org.apache.jena.sparql.algebra.optimize.ExprTransformApplyTransform;
import org.apache.jena.sparql.core.TriplePath;
import org.apache.jena.sparql.graph.NodeTransformLib;

/**
 * Has the patterns of a query look for terms in the form in which the store keeps them, so that
 * whoever wrote {@code 1.50} finds it by {@code 1.50}. What a query computes with stays as it says.
 */
final class StoredPatterns extends TransformCopy {
  private StoredPatterns() {}

  /** A query with such patterns. */
  static Op of(Op query) {
    StoredPatterns patterns = new StoredPatterns();
    return Transformer.transform(patterns, new ExprTransformApplyTransform(patterns), query);
  }

  @Override
  public Op transform(OpBGP pattern) {
    return new OpBGP(NodeTransformLib.transform(StoredTerms::of, pattern.getPattern()));
  }

  @Override
  public Op transform(OpQuadPattern pattern) {
    return new OpQuadPattern(
        pattern.getGraphNode(),
        NodeTransformLib.transform(StoredTerms::of, pattern.getBasicPattern()));
  }

  @Override
  public Op transform(OpPath pattern) {
    TriplePath path = pattern.getTriplePath();
    Node subject = StoredTerms.of(path.getSubject());
    Node object = StoredTerms.of(path.getObject());
    return new OpPath(
        path.isTriple()
            ? new TriplePath(Triple.create(subject, path.getPredicate(), object))
            : new TriplePath(subject, path.getPath(), object));
  }

  /** What another server is sent stays as it was asked. */
  @Override
  public Op transform(OpService service, Op asChanged) {
    return service;
  }
}
