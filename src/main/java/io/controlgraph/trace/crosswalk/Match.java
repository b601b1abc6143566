package io.controlgraph.trace.crosswalk;

import org.apache.jena.vocabulary.SKOS;

/**
 * How what a mapping leads to relates to what it comes from, read in the direction in which it is
 * followed.
 *
 * <p>From the strongest to the weakest: exact; close, which may stand in for it in some uses only;
 * narrower and broader, one as strong as the other, of which the one says that the whole of what is
 * led to lies in what is led from, and the other that no more than a part of it does; related,
 * which says only that they have to do with each other; and all predicates outside SKOS, of which
 * nothing is known here.
 *
 * @see <a href="https://www.w3.org/TR/skos-reference/#mapping">SKOS Reference, section 10</a>
 */
public enum Match {
  EXACT(5),
  CLOSE(4),
  NARROWER(3),
  BROADER(3),
  RELATED(2),
  OTHER(1);

  private final int strength;

  Match(int strength) {
    this.strength = strength;
  }

  /** Its strength; a stronger match has a higher one. */
  public int strength() {
    return strength;
  }

  /** Whether work on what it comes from is work on the whole of what it leads to. */
  public boolean isWhole() {
    return this == EXACT || this == NARROWER;
  }

  /**
   * How a predicate reads.
   *
   * @param isForward whether it is followed from its subject to its object
   */
  static Match of(String predicate, boolean isForward) {
    if (predicate.equals(SKOS.exactMatch.getURI())) {
      return EXACT;
    }
    if (predicate.equals(SKOS.closeMatch.getURI())) {
      return CLOSE;
    }
    if (predicate.equals(SKOS.broadMatch.getURI())) {
      return isForward ? BROADER : NARROWER;
    }
    if (predicate.equals(SKOS.narrowMatch.getURI())) {
      return isForward ? NARROWER : BROADER;
    }
    return predicate.equals(SKOS.relatedMatch.getURI()) ? RELATED : OTHER;
  }
}
