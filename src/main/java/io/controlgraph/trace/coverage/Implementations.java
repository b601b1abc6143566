package io.controlgraph.trace.coverage;

import io.controlgraph.trace.index.Links;

/** The implementations that have a target in use on the day, as {@code implementations} has it. */
public final class Implementations {
  /** The status of what is implemented. */
  public static final int IMPLEMENTED = 4;

  /** The status of what is implemented in part. */
  public static final int PARTIAL = 3;

  private static final String[] STATUSES = {"not-implemented", "planned", "partial", "implemented"};

  private final Facts facts;
  private final Links status;
  private final Links target;
  private final int implementation;
  private final int[] statuses = new int[STATUSES.length];

  /** Implementations by what is known in an index on a day. */
  public Implementations(Facts facts) {
    this.facts = facts;
    this.status = facts.links("status");
    this.target = facts.links("target");
    this.implementation = facts.term("Implementation");
    for (int i = 0; i < STATUSES.length; i++) {
      statuses[i] = facts.term("ImplementationStatus-" + STATUSES[i]);
    }
  }

  /** Those of an organisation. */
  public int[] of(OfOrganisation own) {
    return own.members().ofType(implementation);
  }

  /** Whether a thing is one, has begun, and has a target that is in use and any status. */
  public boolean isInUse(int thing) {
    return count(thing, 1) > 0;
  }

  /** Whether a thing is one that is in use and has a status. */
  public boolean isInUse(int thing, int wanted) {
    return has(thing, wanted) && isInUse(thing);
  }

  /**
   * In how many rows of the definition a thing is with a status of at least this: more than one if
   * it has several.
   */
  public int count(int thing, int least) {
    if (!facts.isA(thing, implementation) || !facts.hasBegun(thing) || !hasTargetInUse(thing)) {
      return 0;
    }
    int count = 0;
    for (int each = least; each <= STATUSES.length; each++) {
      count += has(thing, each) ? 1 : 0;
    }
    return count;
  }

  private boolean has(int thing, int wanted) {
    return status.has(thing, statuses[wanted - 1]);
  }

  private boolean hasTargetInUse(int thing) {
    for (int each : target.from(thing)) {
      if (facts.hasNotEnded(each)) {
        return true;
      }
    }
    return false;
  }
}
