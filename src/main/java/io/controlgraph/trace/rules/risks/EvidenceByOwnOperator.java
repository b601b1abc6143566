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
import java.util.TreeSet;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.vocabulary.DCTerms;

/** Evidence that was collected by the post, or person, that is accountable for what it proves. */
final class EvidenceByOwnOperator implements GapRule {
  private static final int NOBODY = -1;

  private final Coverage coverage;
  private final Facts facts;
  private final Evidence evidence;
  private final Periods periods;
  private final Links collectedBy;
  private final Links proves;
  private final Links accountable;
  private final Links concerns;
  private final Links role;
  private final Links post;
  private final Links person;
  private final Rows effectiveOn;
  private final int evidenceType;
  private final int assignment;
  private final int accountableRole;
  private final int appointment;

  EvidenceByOwnOperator(Coverage coverage) {
    this.coverage = coverage;
    this.facts = coverage.facts();
    this.evidence = new Evidence(facts);
    this.periods = new Periods(facts);
    this.collectedBy = facts.links("collectedBy");
    this.proves = facts.links("proves");
    this.accountable = facts.links("accountable");
    this.concerns = facts.links("concerns");
    this.role = facts.links("role");
    this.post = facts.links("post");
    this.person = facts.links("person");
    this.effectiveOn = facts.literals("effectiveOn");
    this.evidenceType = facts.term("Evidence");
    this.assignment = facts.term("Assignment");
    this.accountableRole = facts.term("AssignmentRole-accountable");
    this.appointment = facts.term("Appointment");
  }

  /** What is found: numbers of the index, and whoever held both posts, or nobody. */
  private record Own(int evidence, int implementation, int collector, int post, int person) {}

  @Override
  public String question() {
    return "quality/evidence-by-own-operator";
  }

  @Override
  public List<Binding> rows(int organisation) {
    Set<Own> found = new LinkedHashSet<>();
    for (int each : coverage.of(organisation).members().ofType(evidenceType)) {
      int[] collectors = collectedBy.from(each);
      if (collectors.length > 0 && evidence.isInForce(each)) {
        for (int literal : effectiveOn.of(each)) {
          int on = facts.index().worth(literal);
          if (on != TraceIndex.NO_VALUE) {
            for (int proved : proves.from(each)) {
              for (int answering : answering(proved, on)) {
                for (int collector : collectors) {
                  for (int somebody : somebody(collector, answering, on)) {
                    found.add(new Own(each, proved, collector, answering, somebody));
                  }
                }
              }
            }
          }
        }
      }
    }
    List<Binding> rows = new ArrayList<>();
    found.forEach(own -> add(organisation, own, rows));
    return rows;
  }

  private Set<Integer> answering(int proved, int on) {
    Set<Integer> found = new TreeSet<>();
    for (int answers : accountable.from(proved)) {
      found.add(answers);
    }
    for (int each : concerns.to(proved)) {
      if (facts.isA(each, assignment)
          && role.has(each, accountableRole)
          && periods.isDuring(each, on, on)) {
        for (int answers : post.from(each)) {
          found.add(answers);
        }
      }
    }
    return found;
  }

  /** Who held both posts; nobody in particular if they are the same. */
  private Set<Integer> somebody(int collector, int answering, int on) {
    if (collector == answering) {
      return Set.of(NOBODY);
    }
    Set<Integer> both = holders(collector, on);
    both.retainAll(holders(answering, on));
    return both;
  }

  private Set<Integer> holders(int held, int on) {
    Set<Integer> found = new TreeSet<>();
    for (int each : post.to(held)) {
      if (facts.isA(each, appointment) && periods.isDuring(each, on, on)) {
        for (int somebody : person.from(each)) {
          found.add(somebody);
        }
      }
    }
    return found;
  }

  private void add(int organisation, Own own, List<Binding> rows) {
    boolean isSamePost = own.person() == NOBODY;
    RowBuilder row =
        new RowBuilder(facts.index())
            .labelled("org", organisation)
            .labelled("evidence", own.evidence())
            .labelled("implementation", own.implementation())
            .labelled("collector", own.collector())
            .labelled("post", own.post())
            .text("reason", isSamePost ? "same post" : "same person");
    if (!isSamePost) {
      row.thing("person", own.person())
          .texts("personId", own.person(), DCTerms.identifier.asNode());
    }
    row.build().forEach(rows::add);
  }
}
