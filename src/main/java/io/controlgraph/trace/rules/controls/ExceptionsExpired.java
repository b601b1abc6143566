package io.controlgraph.trace.rules.controls;

import io.controlgraph.trace.coverage.Coverage;
import io.controlgraph.trace.coverage.Facts;
import io.controlgraph.trace.coverage.Implementations;
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

/** Approved exceptions that have run out without being renewed or made good. */
final class ExceptionsExpired implements GapRule {
  private static final Node NOTATION = SKOS.notation.asNode();

  /** The last day of an exception that has none. */
  private static final int WITHOUT_END = Integer.MAX_VALUE;

  private final Coverage coverage;
  private final Facts facts;
  private final Implementations implementations;
  private final AspectTests tests;
  private final Links implementation;
  private final Links status;
  private final Rows validUntil;
  private final Rows testedOn;
  private final Rows notations;
  private final int exception;

  ExceptionsExpired(Coverage coverage, Implementations implementations, AspectTests tests) {
    this.coverage = coverage;
    this.facts = coverage.facts();
    this.implementations = implementations;
    this.tests = tests;
    this.implementation = facts.links("implementation");
    this.status = facts.links("status");
    this.validUntil = facts.literals("validUntil");
    this.testedOn = facts.literals("testedOn");
    this.notations = coverage.index().literals(NOTATION);
    this.exception = facts.term("Exception");
  }

  @Override
  public String question() {
    return "gaps/exceptions-expired";
  }

  @Override
  public List<Binding> rows(int organisation) {
    List<Binding> rows = new ArrayList<>();
    for (int each : implementations.of(coverage.of(organisation))) {
      int[] exceptions =
          Arrays.stream(implementation.to(each)).filter(any -> facts.isA(any, exception)).toArray();
      int expiredOn = exceptions.length == 0 ? TraceIndex.NO_VALUE : lastDay(exceptions);
      if (expiredOn != TraceIndex.NO_VALUE
          && expiredOn < facts.day()
          && implementations.isInUse(each)
          && !hasPassedSince(each, expiredOn)) {
        for (int expired : exceptions) {
          if (facts.isOn(validUntil, expired, expiredOn)) {
            add(organisation, each, expired, expiredOn, rows);
          }
        }
      }
    }
    return rows;
  }

  /** The last day of those that have begun; no value if none has. */
  private int lastDay(int[] exceptions) {
    int last = TraceIndex.NO_VALUE;
    for (int each : exceptions) {
      if (facts.organisationsOf(each).length > 0 && facts.hasBegun(each)) {
        if (validUntil.length(each) == 0) {
          return WITHOUT_END;
        }
        for (int literal : validUntil.of(each)) {
          last = Math.max(last, facts.index().worth(literal));
        }
      }
    }
    return last;
  }

  private boolean hasPassedSince(int each, int expiredOn) {
    for (int test : tests.of(each)) {
      if (tests.isPassed(test)
          && facts.latestByTheDay(testedOn, test, TraceIndex.NO_VALUE) > expiredOn) {
        return true;
      }
    }
    return false;
  }

  private void add(int organisation, int each, int expired, int expiredOn, List<Binding> rows) {
    for (int concept : status.from(each)) {
      if (notations.length(concept) > 0) {
        new RowBuilder(coverage.index())
            .labelled("org", organisation)
            .labelled("exception", expired)
            .labelled("implementation", each)
            .texts("status", concept, NOTATION)
            .date("expiredOn", expiredOn)
            .linked("approvedBy", expired, "approvedBy")
            .build()
            .forEach(rows::add);
      }
    }
  }
}
