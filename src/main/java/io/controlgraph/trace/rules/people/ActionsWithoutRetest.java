package io.controlgraph.trace.rules.people;

import io.controlgraph.trace.coverage.Facts;
import io.controlgraph.trace.coverage.Standing;
import io.controlgraph.trace.index.Links;
import io.controlgraph.trace.index.Rows;
import io.controlgraph.trace.rules.Dates;
import io.controlgraph.trace.rules.GapRule;
import io.controlgraph.trace.rules.RowBuilder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.vocabulary.SKOS;

/** Corrective actions that are completed though what they mend has not been tested since. */
final class ActionsWithoutRetest implements GapRule {
  private final Facts facts;
  private final Dates dates;
  private final Links nonconformity;
  private final Links implementation;
  private final Links grade;
  private final Rows completedOn;
  private final Rows testedOn;
  private final Rows notation;
  private final int correctiveAction;
  private final int controlTest;

  ActionsWithoutRetest(Facts facts) {
    this.facts = facts;
    this.dates = new Dates(facts);
    this.nonconformity = facts.links("nonconformity");
    this.implementation = facts.links("implementation");
    this.grade = facts.links("grade");
    this.completedOn = facts.literals("completedOn");
    this.testedOn = facts.literals("testedOn");
    this.notation = facts.index().literals(SKOS.notation.asNode());
    this.correctiveAction = facts.term("CorrectiveAction");
    this.controlTest = facts.term("ControlTest");
  }

  @Override
  public String question() {
    return "incident/actions-without-retest";
  }

  @Override
  public List<Binding> rows(int organisation) {
    List<Binding> rows = new ArrayList<>();
    for (int action : facts.membersOf(organisation)) {
      if (facts.isA(action, correctiveAction)) {
        for (int completed : dates.byTheDay(completedOn, action)) {
          for (int mended : nonconformity.from(action)) {
            for (int each : implementation.from(mended)) {
              int tested = lastTestOf(each);
              if (tested < dates.day(completed)) {
                RowBuilder row =
                    new RowBuilder(facts.index())
                        .labelled("org", organisation)
                        .labelled("action", action)
                        .value("completedOn", facts.index().literal(completed))
                        .labelled("nonconformity", mended)
                        .any("grade", grades(mended))
                        .labelled("implementation", each);
                (tested == Standing.NEVER ? row : row.date("lastTested", tested))
                    .build()
                    .forEach(rows::add);
              }
            }
          }
        }
      }
    }
    return rows;
  }

  private int lastTestOf(int each) {
    int last = Standing.NEVER;
    for (int test : implementation.to(each)) {
      if (facts.isA(test, controlTest)) {
        last = facts.latestByTheDay(testedOn, test, last);
      }
    }
    return last;
  }

  private List<Node> grades(int mended) {
    return Arrays.stream(grade.from(mended))
        .flatMap(each -> Arrays.stream(notation.of(each)))
        .mapToObj(facts.index()::literal)
        .toList();
  }
}
