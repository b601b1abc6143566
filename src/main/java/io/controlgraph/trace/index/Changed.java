package io.controlgraph.trace.index;

import java.util.Collection;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.roaringbitmap.RoaringBitmap;

/**
 * What is said of whom otherwise in an index than in one before: the subjects, the IRIs and the
 * literals of statements that came or went. Immutable.
 */
public final class Changed {
  /** Nothing. */
  public static final Changed NOTHING = new Changed();

  final RoaringBitmap subjects = new RoaringBitmap();
  final RoaringBitmap objects = new RoaringBitmap();
  final RoaringBitmap literals = new RoaringBitmap();

  private Changed() {}

  /**
   * What leads from one index to the next.
   *
   * @param added quads that the index before did not have
   * @param deleted quads that the index after has no more
   */
  public static Changed by(
      TraceIndex before, TraceIndex after, Collection<Quad> added, Collection<Quad> deleted) {
    Changed changed = new Changed();
    deleted.forEach(quad -> changed.note(before, quad));
    added.forEach(quad -> changed.note(after, quad));
    return changed;
  }

  private void note(TraceIndex index, Quad quad) {
    if (NextIndex.keeps(quad)) {
      Node object = quad.getObject();
      subjects.add(index.number(quad.getSubject()));
      if (object.isURI()) {
        objects.add(index.number(object));
      } else {
        literals.add(index.literalNumber(object));
      }
    }
  }

  /** This or another. */
  public Changed and(Changed other) {
    Changed both = new Changed();
    for (Changed each : new Changed[] {this, other}) {
      both.subjects.or(each.subjects);
      both.objects.or(each.objects);
      both.literals.or(each.literals);
    }
    return both;
  }
}
