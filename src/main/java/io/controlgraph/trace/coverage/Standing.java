package io.controlgraph.trace.coverage;

import io.controlgraph.trace.index.Links;
import io.controlgraph.trace.index.Rows;
import io.controlgraph.trace.index.TraceIndex;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/** How each implementation stands on the day, wherever it serves, as {@code standing} has it. */
public final class Standing {
  /** Stands for never, before all dates. */
  public static final int NEVER = Integer.MIN_VALUE + 1;

  private static final String[] STATUSES = {"not-implemented", "planned", "partial", "implemented"};

  private final Facts facts;
  private final Evidence evidence;
  private final Holders holders;
  private final Links status;
  private final Links proves;
  private final Links implementation;
  private final Links result;
  private final Links finding;
  private final Links grade;
  private final Rows testedOn;
  private final Rows nextDue;
  private final Rows foundOn;
  private final Rows raisedOn;
  private final Rows closedOn;
  private final int passed;
  private final int failed;
  private final int[] bad;
  private final int major;
  private final int controlFinding;
  private final int nonconformity;
  private final int[] statuses = new int[STATUSES.length];

  public Standing(Facts facts, Evidence evidence, Holders holders) {
    this.facts = facts;
    this.evidence = evidence;
    this.holders = holders;
    this.status = facts.links("status");
    this.proves = facts.links("proves");
    this.implementation = facts.links("implementation");
    this.result = facts.links("result");
    this.finding = facts.links("finding");
    this.grade = facts.links("grade");
    this.testedOn = facts.literals("testedOn");
    this.nextDue = facts.literals("nextDue");
    this.foundOn = facts.literals("foundOn");
    this.raisedOn = facts.literals("raisedOn");
    this.closedOn = facts.literals("closedOn");
    this.passed = facts.term("TestResult-passed");
    this.failed = facts.term("TestResult-failed");
    this.bad =
        new int[] {
          facts.term("FindingResult-failed"),
          facts.term("FindingResult-bypassed"),
          facts.term("FindingResult-absent")
        };
    this.major = facts.term("NonconformityGrade-major");
    this.controlFinding = facts.term("ControlFinding");
    this.nonconformity = facts.term("Nonconformity");
    for (int i = 0; i < STATUSES.length; i++) {
      statuses[i] = facts.term("ImplementationStatus-" + STATUSES[i]);
    }
  }

  /**
   * How an implementation stands.
   *
   * @param level 1 to 7, as {@link Rung}
   * @param passedOn the day of its last passed test that is not overdue, or {@link #NEVER}
   */
  public record Stand(int level, int passedOn) {}

  /** What is gathered about one before its level is known. */
  private static final class Gathered {
    private int hasStatus;
    private boolean isEvidenced;
    private boolean isOwned;
    private int passedOn = NEVER;
    private int brokenOn = NEVER;

    private Stand stand() {
      int level = hasStatus;
      if (level == 4 && isEvidenced) {
        level = !isOwned ? 5 : passedOn <= brokenOn ? 6 : 7;
      }
      return new Stand(level, passedOn);
    }
  }

  /** Those of an organisation that stand anywhere. */
  public Map<Integer, Stand> of(Members members) {
    Map<Integer, Gathered> all = new HashMap<>();
    for (int thing : members.all()) {
      int level = statusOf(thing);
      if (level > 0 && facts.hasBegun(thing)) {
        Gathered gathered = new Gathered();
        gathered.hasStatus = level;
        all.put(thing, gathered);
      }
    }
    BitSet held = holders.held(members);
    holders.accountable(
        members,
        (thing, post) -> {
          Gathered gathered = all.get(thing);
          if (gathered != null && held.get(post)) {
            gathered.isOwned = true;
          }
        });
    for (int thing : members.all()) {
      gather(thing, all);
    }
    Map<Integer, Stand> found = new HashMap<>();
    all.forEach((each, gathered) -> found.put(each, gathered.stand()));
    return found;
  }

  private int statusOf(int thing) {
    for (int level = STATUSES.length; level > 0; level--) {
      if (status.has(thing, statuses[level - 1])) {
        return level;
      }
    }
    return 0;
  }

  private void gather(int thing, Map<Integer, Gathered> all) {
    if (evidence.isInForce(thing)) {
      for (int proved : proves.from(thing)) {
        Gathered gathered = all.get(proved);
        if (gathered != null) {
          gathered.isEvidenced = true;
        }
      }
    }
    int[] concerned = implementation.from(thing);
    if (concerned.length == 0) {
      return;
    }
    int passedOn = passedOn(thing);
    int brokenOn = brokenOn(thing);
    for (int each : concerned) {
      Gathered gathered = all.get(each);
      if (gathered != null) {
        gathered.passedOn = Math.max(gathered.passedOn, passedOn);
        gathered.brokenOn = Math.max(gathered.brokenOn, brokenOn);
      }
    }
  }

  private int passedOn(int test) {
    return result.has(test, passed)
            && (nextDue.length(test) == 0 || facts.isFromTheDay(nextDue, test))
        ? facts.latestByTheDay(testedOn, test, NEVER)
        : NEVER;
  }

  private int brokenOn(int thing) {
    int broken = NEVER;
    if (result.has(thing, failed)) {
      broken = facts.latestByTheDay(testedOn, thing, broken);
    }
    if (facts.isA(thing, controlFinding) && isBad(thing)) {
      broken = facts.latestByTheDay(foundOn, thing, broken);
    }
    if (facts.isA(thing, nonconformity)
        && grade.has(thing, major)
        && facts.isByTheDay(raisedOn, thing)
        && isOpen(thing)) {
      broken = facts.day();
    }
    return broken;
  }

  /** Whether a finding is that a control failed, was bypassed or was absent. */
  public boolean isBad(int entry) {
    for (int each : bad) {
      if (finding.has(entry, each)) {
        return true;
      }
    }
    return false;
  }

  private boolean isOpen(int thing) {
    if (closedOn.length(thing) == 0) {
      return true;
    }
    for (int literal : closedOn.of(thing)) {
      int closed = facts.index().worth(literal);
      if (closed != TraceIndex.NO_VALUE && facts.day() < closed) {
        return true;
      }
    }
    return false;
  }
}
