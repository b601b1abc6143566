package io.controlgraph.trace.whatif;

import io.controlgraph.trace.index.Links;
import io.controlgraph.trace.index.TraceIndex;
import io.controlgraph.vocab.Cg;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;

/**
 * The organisations that a removal can concern; rather one too many than one too few.
 *
 * <p>What the definitions read of a thing they reach from a thing of the organisation in one step,
 * along a chain of parts, places and units, along a chain of versions, or from an evaluation by its
 * risk. So a statement concerns the organisations of its subject and of what leads to it in these
 * ways. What belongs to no organisation, as shipped data does, concerns all.
 */
final class Concerned {
  /** More things than this are not looked at one by one. */
  private static final int MANY = 20_000;

  private final TraceIndex index;
  private final Links organisations;
  private final Links types;
  private final Links risk;
  private final Links accepts;
  private final Links soaVersion;
  private final Links supersedes;
  private final Links[] chains;
  private final BitSet found = new BitSet();
  private final BitSet looked = new BitSet();
  private boolean isAll;
  private int count;

  private Concerned(TraceIndex index) {
    this.index = index;
    this.organisations = index.links(Cg.IN_ORGANISATION);
    this.types = index.links(RDF.type.asNode());
    this.risk = index.links(Cg.term("risk"));
    this.accepts = index.links(Cg.term("accepts"));
    this.soaVersion = index.links(Cg.SOA_VERSION_PROPERTY);
    this.supersedes = index.links(Cg.SUPERSEDES);
    this.chains =
        new Links[] {
          index.links(Cg.PART_OF), index.links(Cg.RUNS_IN), index.links(Cg.UNIT_PROPERTY)
        };
  }

  /** Their numbers, ascending. */
  static int[] by(TraceIndex index, Removal removal) {
    Concerned concerned = new Concerned(index);
    for (int node : removal.numbers(index)) {
      concerned.node(node);
    }
    for (Triple triple : removal.statements()) {
      int subject = index.number(triple.getSubject());
      if (subject >= 0) {
        concerned.statement(subject, triple.getPredicate());
      }
    }
    return concerned.isAll
        ? concerned.organisations.backward().nodes()
        : concerned.found.stream().toArray();
  }

  private void node(int node) {
    subject(node);
    for (Node property : index.properties()) {
      for (int other : index.links(property).to(node)) {
        if (isAll) {
          return;
        }
        statement(other, property);
      }
    }
  }

  private void statement(int subject, Node property) {
    boolean isRuleOfSomebody =
        property.equals(Cg.IN_ORGANISATION)
            && types.has(subject, index.number(Cg.EXPECTATION_RULE));
    if (isRuleOfSomebody || property.equals(Cg.TARGET_CLASS)) {
      isAll = true;
    } else {
      subject(subject);
    }
  }

  private void subject(int subject) {
    if (isAll || looked.get(subject)) {
      return;
    }
    looked.set(subject);
    ownersOf(subject);
    referrersOf(subject);
    BitSet leading = new BitSet();
    chain(subject, leading, true, chains);
    chain(subject, leading, false, supersedes);
    leading.stream().filter(each -> !isAll).forEach(this::known);
    for (int soa : soaVersion.from(subject)) {
      known(soa);
    }
    byRiskOf(subject);
    for (int evaluation : accepts.from(subject)) {
      byRiskOf(evaluation);
    }
  }

  private void byRiskOf(int evaluation) {
    for (int evaluated : risk.from(evaluation)) {
      known(evaluated);
      for (int other : risk.to(evaluated)) {
        known(other);
      }
    }
  }

  private void referrersOf(int subject) {
    for (Node property : index.properties()) {
      Links links = index.links(property);
      count += links.backward().length(subject);
      if (count > MANY) {
        isAll = true;
        return;
      }
      for (int referrer : links.to(subject)) {
        ownersOf(referrer);
      }
    }
  }

  /** Its organisations; all if it has none. */
  private void ownersOf(int thing) {
    if (organisations.forward().length(thing) == 0) {
      isAll = true;
    }
    known(thing);
  }

  private void known(int thing) {
    for (int organisation : organisations.from(thing)) {
      found.set(organisation);
    }
  }

  private static void chain(int from, BitSet reached, boolean isBackward, Links... properties) {
    Deque<Integer> left = new ArrayDeque<>(List.of(from));
    for (Integer next = left.poll(); next != null; next = left.poll()) {
      for (Links property : properties) {
        for (int each : isBackward ? property.to(next) : property.from(next)) {
          if (!reached.get(each)) {
            reached.set(each);
            left.add(each);
          }
        }
      }
    }
  }
}
