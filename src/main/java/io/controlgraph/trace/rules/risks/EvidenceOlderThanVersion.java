package io.controlgraph.trace.rules.risks;

import io.controlgraph.trace.coverage.Coverage;
import io.controlgraph.trace.coverage.Evidence;
import io.controlgraph.trace.coverage.Facts;
import io.controlgraph.trace.index.Links;
import io.controlgraph.trace.index.Rows;
import io.controlgraph.trace.index.TraceIndex;
import io.controlgraph.trace.rules.GapRule;
import io.controlgraph.trace.rules.RowBuilder;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.jena.sparql.engine.binding.Binding;

/** Evidence that speaks of a day before the version that it is said to prove was there. */
final class EvidenceOlderThanVersion implements GapRule {
  /** How many days before its release a version may be proven. */
  private static final int DAYS = 30;

  private final Coverage coverage;
  private final Facts facts;
  private final Evidence evidence;
  private final Links provesVersion;
  private final Links releaseDecision;
  private final Rows effectiveOn;
  private final Rows createdOn;
  private final Rows releasedOn;
  private final Rows decidedOn;
  private final int evidenceType;
  private final int released;
  private final int withConditions;

  EvidenceOlderThanVersion(Coverage coverage) {
    this.coverage = coverage;
    this.facts = coverage.facts();
    this.evidence = new Evidence(facts);
    this.provesVersion = facts.links("provesVersion");
    this.releaseDecision = facts.links("releaseDecision");
    this.effectiveOn = facts.literals("effectiveOn");
    this.createdOn = facts.literals("createdOn");
    this.releasedOn = facts.literals("releasedOn");
    this.decidedOn = facts.literals("decidedOn");
    this.evidenceType = facts.term("Evidence");
    this.released = facts.term("ReleaseDecision-released");
    this.withConditions = facts.term("ReleaseDecision-released-with-conditions");
  }

  /** What is found: numbers of the index, and days since 1970. */
  private record Older(int evidence, int effectiveOn, int version, int versionOn) {}

  @Override
  public String question() {
    return "quality/evidence-older-than-version";
  }

  @Override
  public List<Binding> rows(int organisation) {
    Set<Older> found = new LinkedHashSet<>();
    for (int each : coverage.of(organisation).members().ofType(evidenceType)) {
      int[] versions = provesVersion.from(each);
      if (versions.length > 0 && evidence.isInForce(each)) {
        for (int version : versions) {
          take(each, version, createdOn, 0, found);
          take(each, version, releasedOn, DAYS, found);
          if (releaseDecision.has(version, released)
              || releaseDecision.has(version, withConditions)) {
            take(each, version, decidedOn, DAYS, found);
          }
        }
      }
    }
    List<Binding> rows = new ArrayList<>();
    found.forEach(older -> add(organisation, older, rows));
    return rows;
  }

  private void take(int each, int version, Rows dates, int grace, Set<Older> found) {
    for (int literal : dates.of(version)) {
      int versionOn = facts.index().worth(literal);
      if (versionOn != TraceIndex.NO_VALUE && versionOn <= facts.day()) {
        for (int effective : effectiveOn.of(each)) {
          int on = facts.index().worth(effective);
          if (on != TraceIndex.NO_VALUE && (long) versionOn - on > grace) {
            found.add(new Older(each, on, version, versionOn));
          }
        }
      }
    }
  }

  private void add(int organisation, Older older, List<Binding> rows) {
    new RowBuilder(facts.index())
        .labelled("org", organisation)
        .labelled("evidence", older.evidence())
        .date("effectiveOn", older.effectiveOn())
        .labelled("version", older.version())
        .date("versionOn", older.versionOn())
        .number("daysBefore", (long) older.versionOn() - older.effectiveOn())
        .build()
        .forEach(rows::add);
  }
}
