package io.controlgraph.trace.rules.people;

import io.controlgraph.trace.coverage.Facts;
import io.controlgraph.trace.coverage.Standing;
import io.controlgraph.trace.index.Links;
import io.controlgraph.trace.index.Rows;
import io.controlgraph.trace.index.TraceIndex;
import io.controlgraph.trace.rules.Dates;
import io.controlgraph.trace.rules.GapRule;
import io.controlgraph.trace.rules.RowBuilder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.apache.jena.sparql.engine.binding.Binding;

/** Changes that touch AI systems, made without assessing the impact or the risks anew. */
final class ChangesWithoutReassessment implements GapRule {
  private static final List<String> DEPENDENCIES =
      List.of(
          "dependsOn",
          "partOf",
          "runsIn",
          "usesModel",
          "trainedOn",
          "derivedFrom",
          "producedBy",
          "suppliedBy");

  private final Facts facts;
  private final Dates dates;
  private final AiSystems systems;
  private final ImpactAssessments assessments;
  private final List<Links> dependencies;
  private final Links affects;
  private final Links threatens;
  private final Links risk;
  private final Rows implementedOn;
  private final Rows requestedOn;
  private final Rows evaluatedOn;
  private final int change;
  private final int evaluation;

  ChangesWithoutReassessment(Facts facts) {
    this.facts = facts;
    this.dates = new Dates(facts);
    this.systems = new AiSystems(facts);
    this.assessments = new ImpactAssessments(facts);
    this.dependencies = DEPENDENCIES.stream().map(facts::links).toList();
    this.affects = facts.links("affects");
    this.threatens = facts.links("threatens");
    this.risk = facts.links("risk");
    this.implementedOn = facts.literals("implementedOn");
    this.requestedOn = facts.literals("requestedOn");
    this.evaluatedOn = facts.literals("evaluatedOn");
    this.change = facts.term("Change");
    this.evaluation = facts.term("RiskEvaluation");
  }

  /** How a change touches a system. */
  private static final class Touch {
    private boolean isDirect;
    private int evaluatedOn;

    private Touch(int evaluatedOn) {
      this.evaluatedOn = evaluatedOn;
    }
  }

  @Override
  public String question() {
    return "gaps/changes-without-reassessment";
  }

  @Override
  public List<Binding> rows(int organisation) {
    List<Binding> rows = new ArrayList<>();
    Map<Integer, Integer> evaluations = new HashMap<>();
    for (int system : systems.of(organisation)) {
      OptionalInt assessedOn = assessments.latestApprovalFor(system);
      touches(system, evaluations)
          .forEach(
              (each, touch) -> {
                for (int made : dates.byTheDay(implementedOn, each)) {
                  add(organisation, system, each, made, touch, assessedOn, rows);
                }
              });
    }
    return rows;
  }

  /** The changes that touch a system or what it depends on directly. */
  private Map<Integer, Touch> touches(int system, Map<Integer, Integer> evaluations) {
    Map<Integer, Touch> touches = new LinkedHashMap<>();
    int ownEvaluation = evaluations.computeIfAbsent(system, this::lastEvaluationOf);
    for (int each : affects.to(system)) {
      if (facts.isA(each, change)) {
        touches.computeIfAbsent(each, any -> new Touch(ownEvaluation)).isDirect = true;
      }
    }
    for (Links dependency : dependencies) {
      for (int part : dependency.from(system)) {
        for (int each : affects.to(part)) {
          if (facts.isA(each, change)) {
            Touch touch = touches.computeIfAbsent(each, any -> new Touch(ownEvaluation));
            touch.evaluatedOn =
                Math.max(
                    touch.evaluatedOn, evaluations.computeIfAbsent(part, this::lastEvaluationOf));
          }
        }
      }
    }
    return touches;
  }

  /** When a risk that threatens a thing was last evaluated. */
  private int lastEvaluationOf(int thing) {
    int last = Standing.NEVER;
    for (int threat : threatens.to(thing)) {
      for (int each : risk.to(threat)) {
        if (facts.isA(each, evaluation)) {
          last = facts.latestByTheDay(evaluatedOn, each, last);
        }
      }
    }
    return last;
  }

  private void add(
      int organisation,
      int system,
      int each,
      int made,
      Touch touch,
      OptionalInt assessedOn,
      List<Binding> rows) {
    int since = since(each, dates.day(made));
    boolean isAssessed = assessedOn.isPresent() && since <= assessedOn.getAsInt();
    boolean isEvaluated = since <= touch.evaluatedOn;
    if (!isAssessed || !isEvaluated) {
      RowBuilder row =
          new RowBuilder(facts.index())
              .labelled("org", organisation)
              .labelled("system", system)
              .labelled("change", each)
              .truth("direct", touch.isDirect)
              .value("implementedOn", facts.index().literal(made))
              .text("missing", missing(isAssessed, isEvaluated));
      assessedOn.ifPresent(on -> row.date("assessedOn", on));
      if (touch.evaluatedOn != Standing.NEVER) {
        row.date("evaluatedOn", touch.evaluatedOn);
      }
      row.build().forEach(rows::add);
    }
  }

  private static String missing(boolean isAssessed, boolean isEvaluated) {
    return isAssessed
        ? "risk evaluation"
        : isEvaluated ? "impact assessment" : "impact assessment and risk evaluation";
  }

  /** The day a change was asked for, if that was before it was made. */
  private int since(int each, int made) {
    int since = made;
    for (int literal : requestedOn.of(each)) {
      int requested = dates.day(literal);
      if (requested != TraceIndex.NO_VALUE) {
        since = Math.min(since, requested);
      }
    }
    return since;
  }
}
