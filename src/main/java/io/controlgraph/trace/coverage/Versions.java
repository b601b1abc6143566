package io.controlgraph.trace.coverage;

import io.controlgraph.trace.index.Links;
import io.controlgraph.trace.index.Rows;
import java.util.Arrays;
import java.util.BitSet;

/**
 * Which versions of what is approved are in force: those that no other approved one has superseded,
 * directly or through versions in between. As {@code scopes} and {@code soas} have it.
 */
public final class Versions {
  private final Facts facts;
  private final Links supersedes;
  private final Rows approvedOn;
  private final Rows validFrom;

  public Versions(Facts facts) {
    this.facts = facts;
    this.supersedes = facts.links("supersedes");
    this.approvedOn = facts.literals("approvedOn");
    this.validFrom = facts.literals("validFrom");
  }

  /** The scopes in force among these things. */
  public int[] scopes(int[] scopeVersions) {
    return Arrays.stream(scopeVersions)
        .filter(scope -> isScopeBy(scope) && !isSuperseded(scope, true))
        .toArray();
  }

  private boolean isScopeBy(int scope) {
    return facts.isByTheDay(approvedOn, scope) && facts.isByTheDay(validFrom, scope);
  }

  /** The Statements of Applicability in force among these things. */
  public int[] statements(int[] soaVersions) {
    return Arrays.stream(soaVersions)
        .filter(soa -> facts.isByTheDay(approvedOn, soa) && !isSuperseded(soa, false))
        .toArray();
  }

  private boolean isSuperseded(int version, boolean isScope) {
    BitSet later = Facts.allLeadingTo(new int[] {version}, supersedes);
    later.clear(version);
    return later.stream()
        .anyMatch(other -> isScope ? isScopeBy(other) : facts.isByTheDay(approvedOn, other));
  }
}
