package io.controlgraph.trace.rules.risks;

import io.controlgraph.trace.coverage.Coverage;
import io.controlgraph.trace.coverage.Evaluated;
import io.controlgraph.trace.coverage.Facts;
import io.controlgraph.trace.coverage.Matrix;
import io.controlgraph.trace.coverage.Risks;
import io.controlgraph.trace.index.Links;
import io.controlgraph.trace.index.Rows;
import io.controlgraph.trace.rules.GapRule;
import io.controlgraph.trace.rules.RowBuilder;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.engine.binding.Binding;

/** Risks that remain where the criteria do not allow it, and that their owner has not accepted. */
final class AboveCriteria implements GapRule {
  private final Coverage coverage;
  private final Facts facts;
  private final Risks risks;
  private final Matrix matrix;
  private final OwnersAcceptances acceptances;
  private final Notations notations;
  private final Links kind;
  private final Links level;
  private final Rows rank;
  private final Rows acceptable;
  private final Rows evaluatedOn;

  AboveCriteria(Coverage coverage) {
    this.coverage = coverage;
    this.facts = coverage.facts();
    this.risks = new Risks(coverage);
    this.matrix = new Matrix(facts);
    this.acceptances = new OwnersAcceptances(facts);
    this.notations = new Notations(facts.index());
    this.kind = facts.links("evaluationKind");
    this.level = facts.links("level");
    this.rank = facts.literals("rank");
    this.acceptable = facts.literals("acceptable");
    this.evaluatedOn = facts.literals("evaluatedOn");
  }

  @Override
  public String question() {
    return "risk/above-criteria-without-acceptance";
  }

  @Override
  public List<Binding> rows(int organisation) {
    List<Binding> rows = new ArrayList<>();
    for (Evaluated each : risks.remaining(coverage.of(organisation))) {
      for (int cell : matrix.cells(each.evaluation())) {
        if (facts.isTruth(acceptable, cell, false)
            && !acceptances.isAccepted(each.evaluation(), each.risk())) {
          add(each, cell, rows);
        }
      }
    }
    return rows;
  }

  private void add(Evaluated each, int cell, List<Binding> rows) {
    List<Node> kinds = notations.of(kind.from(each.evaluation()));
    for (int of : level.from(cell)) {
      List<Node> levels = notations.of(of);
      for (int literal : rank.of(of)) {
        if (!kinds.isEmpty() && !levels.isEmpty() && evaluatedOn.length(each.evaluation()) > 0) {
          new RowBuilder(facts.index())
              .labelled("org", each.organisation())
              .labelled("risk", each.risk())
              .thing("evaluation", each.evaluation())
              .any("kind", kinds)
              .literals("evaluatedOn", each.evaluation(), "evaluatedOn")
              .any("level", levels)
              .value("rank", facts.index().literal(literal))
              .linked("owner", each.risk(), "owner")
              .build()
              .forEach(rows::add);
        }
      }
    }
  }
}
