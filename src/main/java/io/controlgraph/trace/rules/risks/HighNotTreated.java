package io.controlgraph.trace.rules.risks;

import io.controlgraph.trace.coverage.Coverage;
import io.controlgraph.trace.coverage.Facts;
import io.controlgraph.trace.index.Links;
import io.controlgraph.trace.rules.GapRule;
import io.controlgraph.trace.rules.RowBuilder;
import io.controlgraph.trace.rules.risks.RiskLevels.Level;
import io.controlgraph.vocab.Cg;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.engine.binding.Binding;

/** Risks that are high or critical, and neither effectively treated nor validly accepted. */
final class HighNotTreated implements GapRule {
  /** The rank of a high risk. */
  private static final int HIGH = 3;

  /** How the concepts of the scheme of levels are named. */
  private static final String LEVEL = Cg.NS + "RiskLevel-";

  private final Coverage coverage;
  private final Facts facts;
  private final RiskLevels levels;
  private final Treated treated;
  private final Notations notations;
  private final Links risk;
  private final int treatment;

  HighNotTreated(Coverage coverage) {
    this.coverage = coverage;
    this.facts = coverage.facts();
    this.levels = new RiskLevels(facts);
    this.treated = new Treated(coverage);
    this.notations = new Notations(facts.index());
    this.risk = facts.links("risk");
    this.treatment = facts.term("Treatment");
  }

  @Override
  public String question() {
    return "risk/high-not-treated";
  }

  @Override
  public List<Binding> rows(int organisation) {
    List<Binding> rows = new ArrayList<>();
    for (int each : coverage.of(organisation).members().all()) {
      if (risk.to(each).length > 0) {
        for (Level level : levels.of(each)) {
          if (level.rank() >= HIGH && !isTreatedAnywhere(each)) {
            add(organisation, each, level, rows);
          }
        }
      }
    }
    return rows;
  }

  /** By any organisation that evaluates the risk or plans to treat it, mostly its own alone. */
  private boolean isTreatedAnywhere(int each) {
    return Arrays.stream(risk.to(each))
        .flatMap(about -> Arrays.stream(facts.organisationsOf(about)))
        .distinct()
        .anyMatch(organisation -> treated.isTreated(organisation, each));
  }

  private void add(int organisation, int each, Level level, List<Binding> rows) {
    Node rank = NodeFactory.createLiteralDT(Integer.toString(level.rank()), XSDDatatype.XSDinteger);
    for (int concept : facts.index().subjectsWith(Cg.term("rank"), rank)) {
      List<Node> called = notations.of(concept);
      if (facts.index().iri(concept).startsWith(LEVEL) && !called.isEmpty()) {
        new RowBuilder(facts.index())
            .labelled("org", organisation)
            .labelled("risk", each)
            .any("level", called)
            .value("rank", rank)
            .date("evaluatedOn", level.evaluatedOn())
            .linked("owner", each, "owner")
            .number("treatments", treatments(each))
            .build()
            .forEach(rows::add);
      }
    }
  }

  private long treatments(int each) {
    return Arrays.stream(risk.to(each)).filter(about -> facts.isA(about, treatment)).count();
  }
}
