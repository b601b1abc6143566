package io.controlgraph.trace.why;

import io.controlgraph.trace.coverage.Facts;
import io.controlgraph.trace.coverage.Members;
import io.controlgraph.trace.coverage.Versions;
import io.controlgraph.trace.index.Links;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Whether a target is in scope and in use, as {@code targets} has it. */
final class Scoping {
  private final Facts facts;
  private final Called called;
  private final Versions versions;
  private final Above wholes;
  private final Above parts;
  private final Links includes;
  private final Links excludes;
  private final Links targetClass;
  private final int system;
  private final int scopeVersion;

  Scoping(Facts facts) {
    this.facts = facts;
    this.called = new Called(facts);
    this.versions = new Versions(facts);
    this.wholes = new Above(facts, "partOf", "unit", "runsIn");
    this.parts = new Above(facts, "partOf");
    this.includes = facts.links("includes");
    this.excludes = facts.links("excludes");
    this.targetClass = facts.links("targetClass");
    this.system = facts.term("ManagementSystem");
    this.scopeVersion = facts.term("ScopeVersion");
  }

  /** The kinds of a target, ascending. */
  int[] kinds(int target) {
    return Arrays.stream(facts.typesOf(target))
        .flatMap(type -> Arrays.stream(targetClass.to(type)))
        .sorted()
        .distinct()
        .toArray();
  }

  /** Whether a target is in an organisation's scope, in use, and of a kind. */
  Part of(int organisation, Members members, int target, int kind) {
    if (!facts.hasBegun(target) || !facts.hasNotEnded(target)) {
      return Part.missing(
          new Chain(facts).values(target, "validFrom", "validUntil"),
          List.of("%s is not in use on the day".formatted(called.thing(target))));
    }
    Part scope = scope(organisation, members, target);
    if (!scope.holds()) {
      return scope;
    }
    Chain chain = new Chain(facts).values(target, "validFrom", "validUntil");
    for (int type : targetClass.from(kind)) {
      if (facts.isA(target, type)) {
        chain.type(target, type).link(kind, "targetClass", type);
      }
    }
    List<Statement> all = new ArrayList<>(scope.statements());
    all.addAll(chain.statements());
    return new Part(true, all, List.of());
  }

  private Part scope(int organisation, Members members, int target) {
    String name = called.thing(target);
    if (!facts.isIn(target, organisation)) {
      return Part.missing("%s is not in %s".formatted(name, called.thing(organisation)));
    }
    Chain own = new Chain(facts).link(target, "inOrganisation", organisation);
    if (facts.isA(target, system)) {
      return Part.of(own.type(target, system));
    }
    int[] scopes = versions.scopes(members.ofType(scopeVersion));
    if (scopes.length == 0) {
      int[] systems = members.ofType(system);
      return systems.length > 0
          ? Part.of(own)
          : Part.missing("%s has no management system".formatted(called.thing(organisation)));
    }
    Chain included = new Chain(facts);
    Chain excluded = new Chain(facts);
    List<String> missing = new ArrayList<>();
    for (int scope : scopes) {
      Chain left = of(scope, "excludes", excludes, parts.of(target));
      Chain in = of(scope, "includes", includes, wholes.of(target));
      if (!left.statements().isEmpty()) {
        excluded.all(left);
        missing.add("the scope %s excludes %s".formatted(called.thing(scope), name));
      } else if (in.statements().isEmpty()) {
        missing.add("the scope %s does not include %s".formatted(called.thing(scope), name));
      } else {
        included
            .all(in)
            .type(scope, scopeVersion)
            .link(scope, "inOrganisation", organisation)
            .values(scope, "approvedOn", "validFrom");
      }
    }
    return included.statements().isEmpty()
        ? Part.missing(excluded, missing)
        : Part.of(included.all(own));
  }

  private Chain of(int scope, String property, Links named, Above.Found found) {
    for (int whole : found.things()) {
      if (named.has(scope, whole)) {
        return found.chain(whole).link(scope, property, whole);
      }
    }
    return new Chain(facts);
  }
}
