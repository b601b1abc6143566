package io.controlgraph.trace.coverage;

import io.controlgraph.trace.index.Basis;
import io.controlgraph.trace.index.Changed;
import io.controlgraph.trace.index.NextIndex;
import io.controlgraph.trace.index.TraceIndex;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Quad;
import org.jspecify.annotations.Nullable;

/**
 * The organisations whose coverage and risks a change of the graph can have made others; rather one
 * too many than one too few. What was worked out of the others holds for the later index as well.
 * Immutable.
 *
 * <p>What is worked out of an organisation reads statements only. If none of those it reads was
 * deleted and, by what is there now, none that it would read was added, it reads the same. So those
 * touched are those concerned by what was deleted, as the graph was, and by what was added, as the
 * graph is.
 */
public final class Touched {
  /** No organisation at all. */
  public static final Touched NOBODY = new Touched(new BitSet(), Changed.NOTHING);

  /** Every organisation. */
  public static final Touched ALL = new Touched(null, Changed.NOTHING);

  /** Looking at each of more than these takes longer than working all out anew. */
  private static final int MANY = 10_000;

  private final @Nullable BitSet organisations;
  private final Changed changed;

  private Touched(@Nullable BitSet organisations, Changed changed) {
    this.organisations = organisations;
    this.changed = changed;
  }

  /**
   * Those touched by what leads from one index to the next.
   *
   * @param added quads that the index before did not have
   * @param deleted quads that the index after has no more
   */
  public static Touched by(
      TraceIndex before, TraceIndex after, Collection<Quad> added, Collection<Quad> deleted) {
    if (added.size() + deleted.size() > MANY) {
      return ALL;
    }
    Optional<BitSet> then = concerned(before, deleted);
    Optional<BitSet> now = concerned(after, added);
    if (then.isEmpty() || now.isEmpty()) {
      return ALL;
    }
    BitSet both = then.get();
    both.or(now.get());
    return new Touched(both, Changed.by(before, after, added, deleted));
  }

  private static Optional<BitSet> concerned(TraceIndex index, Collection<Quad> quads) {
    Iterable<Triple> statements =
        quads.stream().filter(NextIndex::keeps).map(Quad::asTriple).toList();
    return Concerned.by(index, statements);
  }

  /** Those touched by this or another change. */
  public Touched and(Touched other) {
    if (organisations == null || other.organisations == null) {
      return ALL;
    }
    BitSet both = (BitSet) organisations.clone();
    both.or(other.organisations);
    return new Touched(both, changed.and(other.changed));
  }

  /** Whether all organisations are, or may be. */
  public boolean isAll() {
    return organisations == null;
  }

  /** Whether an organisation is touched, by its number. */
  public boolean has(int organisation) {
    return organisations == null || organisations.get(organisation);
  }

  /**
   * Whether something may come out otherwise now.
   *
   * @param basis what was read of the index to work it out
   * @param asked the organisations whose cells or levels it was worked out from
   * @param later the index now
   */
  public boolean has(Basis basis, BitSet asked, TraceIndex later) {
    return organisations == null
        || organisations.intersects(asked)
        || basis.isChangedBy(changed, later);
  }

  /**
   * What was worked out of the organisations that are not touched.
   *
   * @param known by the number of the organisation
   */
  public <T> Map<Integer, T> others(Map<Integer, T> known) {
    Map<Integer, T> others = new HashMap<>();
    if (!isAll()) {
      known.forEach(
          (organisation, each) -> {
            if (!has(organisation)) {
              others.put(organisation, each);
            }
          });
    }
    return others;
  }
}
