package io.controlgraph.trace.rules.people;

import io.controlgraph.trace.coverage.Facts;
import io.controlgraph.trace.index.Links;
import io.controlgraph.trace.index.Rows;
import io.controlgraph.trace.rules.Dates;
import io.controlgraph.trace.rules.GapRule;
import io.controlgraph.trace.rules.RowBuilder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.vocabulary.SKOS;

/** Versions of AI systems in operation or pilot whose intended use or release is missing. */
final class AiWithoutIntendedUse implements GapRule {
  private static final Node NOTATION = SKOS.notation.asNode();

  private final Facts facts;
  private final Dates dates;
  private final AiSystems systems;
  private final Links versionOf;
  private final Links stage;
  private final Links releaseDecision;
  private final Rows decidedOn;
  private final Rows intendedUse;
  private final Rows notation;
  private final int version;
  private final int[] stagesInUse;
  private final int released;
  private final int releasedWithConditions;

  AiWithoutIntendedUse(Facts facts) {
    this.facts = facts;
    this.dates = new Dates(facts);
    this.systems = new AiSystems(facts);
    this.versionOf = facts.links("versionOf");
    this.stage = facts.links("stage");
    this.releaseDecision = facts.links("releaseDecision");
    this.decidedOn = facts.literals("decidedOn");
    this.intendedUse = facts.literals("intendedUse");
    this.notation = facts.index().literals(NOTATION);
    this.version = facts.term("AISystemVersion");
    this.stagesInUse =
        new int[] {facts.term("LifecycleStage-operation"), facts.term("LifecycleStage-pilot")};
    this.released = facts.term("ReleaseDecision-released");
    this.releasedWithConditions = facts.term("ReleaseDecision-released-with-conditions");
  }

  @Override
  public String question() {
    return "gaps/ai-without-intended-use";
  }

  /**
   * A decision on a release.
   *
   * @param shown what it is called; empty if there is none
   */
  private record Decision(List<Node> shown, boolean isRelease) {}

  @Override
  public List<Binding> rows(int organisation) {
    List<Binding> rows = new ArrayList<>();
    for (int system : systems.of(organisation)) {
      for (int each : versionOf.to(system)) {
        List<Node> stages = facts.isA(each, version) ? stages(each) : List.of();
        if (!stages.isEmpty()) {
          add(organisation, system, each, stages, rows);
        }
      }
    }
    return rows;
  }

  private void add(int organisation, int system, int each, List<Node> stages, List<Binding> rows) {
    int uses = intendedUse.length(each);
    for (Decision decision : decisions(each)) {
      if (uses == 0 || !decision.isRelease()) {
        new RowBuilder(facts.index())
            .labelled("org", organisation)
            .labelled("system", system)
            .labelled("version", each)
            .any("stage", stages)
            .text("missing", missing(uses > 0, decision.isRelease()))
            .any("decision", decision.shown())
            .times(Math.max(uses, 1))
            .build()
            .forEach(rows::add);
      }
    }
  }

  private static String missing(boolean isIntended, boolean isReleased) {
    return isIntended ? "release" : isReleased ? "intended use" : "intended use and release";
  }

  private List<Node> stages(int each) {
    return Arrays.stream(stagesInUse)
        .filter(used -> stage.has(each, used))
        .flatMap(used -> Arrays.stream(notation.of(used)))
        .mapToObj(facts.index()::literal)
        .toList();
  }

  /** What was decided by the day; one that says nothing if there is no decision. */
  private List<Decision> decisions(int each) {
    List<Decision> decisions = new ArrayList<>();
    int times = dates.rowsByTheDay(decidedOn, each);
    for (int decision : releaseDecision.from(each)) {
      boolean isRelease = decision == released || decision == releasedWithConditions;
      for (int name : notation.of(decision)) {
        Decision known = new Decision(List.of(facts.index().literal(name)), isRelease);
        decisions.addAll(Collections.nCopies(times, known));
      }
    }
    return decisions.isEmpty() ? List.of(new Decision(List.of(), false)) : decisions;
  }
}
