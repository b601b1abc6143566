package io.controlgraph.trace.rules.controls;

import io.controlgraph.trace.coverage.Coverage;
import io.controlgraph.trace.coverage.EvidenceLife;
import io.controlgraph.trace.coverage.EvidenceLife.Life;
import io.controlgraph.trace.coverage.Facts;
import io.controlgraph.trace.index.Links;
import io.controlgraph.trace.index.Rows;
import io.controlgraph.trace.index.TraceIndex;
import io.controlgraph.trace.rules.GapRule;
import io.controlgraph.trace.rules.RowBuilder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.vocabulary.SKOS;

/** Supplier controls that are relied on without assurance in force. */
final class InheritedWithoutAssurance implements GapRule {
  private static final Node NOTATION = SKOS.notation.asNode();

  private final Coverage coverage;
  private final Facts facts;
  private final EvidenceLife lives;
  private final Links split;
  private final Links provider;
  private final Links consumer;
  private final Links requirement;
  private final Links assurance;
  private final Rows inScope;
  private final Rows notations;
  private final int sharedResponsibility;
  private final int[] splits;

  InheritedWithoutAssurance(Coverage coverage, EvidenceLife lives) {
    this.coverage = coverage;
    this.facts = coverage.facts();
    this.lives = lives;
    this.split = facts.links("split");
    this.provider = facts.links("provider");
    this.consumer = facts.links("consumer");
    this.requirement = facts.links("requirement");
    this.assurance = facts.links("assurance");
    this.inScope = facts.literals("assuranceInScope");
    this.notations = coverage.index().literals(NOTATION);
    this.sharedResponsibility = facts.term("SharedResponsibility");
    this.splits =
        new int[] {
          facts.term("ResponsibilitySplit-provider"), facts.term("ResponsibilitySplit-shared")
        };
  }

  @Override
  public String question() {
    return "gaps/inherited-without-assurance";
  }

  @Override
  public List<Binding> rows(int organisation) {
    List<Binding> rows = new ArrayList<>();
    for (int each : coverage.of(organisation).members().ofType(sharedResponsibility)) {
      if (requirement.from(each).length > 0
          && Arrays.stream(consumer.from(each)).anyMatch(facts::hasNotEnded)) {
        int lastDay = lastDay(each);
        boolean isAssured =
            lastDay != TraceIndex.NO_VALUE
                && lastDay >= facts.day()
                && facts.isTruth(inScope, each, true);
        if (!isAssured) {
          add(organisation, each, lastDay, rows);
        }
      }
    }
    return rows;
  }

  private void add(int organisation, int each, int lastDay, List<Binding> rows) {
    for (int concept : splits) {
      if (split.has(each, concept) && notations.length(concept) > 0) {
        for (int supplier : provider.from(each)) {
          if (facts.hasNotEnded(supplier)) {
            RowBuilder row =
                new RowBuilder(coverage.index())
                    .labelled("org", organisation)
                    .labelled("responsibility", each)
                    .labelled("provider", supplier)
                    .texts("split", concept, NOTATION)
                    .number("requirements", requirement.from(each).length)
                    .text("reason", reason(lastDay));
            if (lastDay != TraceIndex.NO_VALUE) {
              row.date("lastDay", lastDay).date("latest", lastDay);
            }
            row.build().forEach(rows::add);
          }
        }
      }
    }
  }

  private String reason(int lastDay) {
    if (lastDay == TraceIndex.NO_VALUE) {
      return "no assurance";
    }
    return lastDay < facts.day() ? "assurance expired" : "not in scope";
  }

  /**
   * The last day of the assurance that counts already, by evidence of an organisation of its own;
   * no value if there is none.
   */
  private int lastDay(int responsibility) {
    int latest = TraceIndex.NO_VALUE;
    for (int each : assurance.from(responsibility)) {
      for (Life life : lives.of(each)) {
        if (life.first() <= facts.day() && facts.isIn(responsibility, life.organisation())) {
          latest = Math.max(latest, life.last());
        }
      }
    }
    return latest;
  }
}
