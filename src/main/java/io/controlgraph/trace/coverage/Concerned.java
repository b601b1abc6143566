package io.controlgraph.trace.coverage;

import io.controlgraph.trace.index.Links;
import io.controlgraph.trace.index.TraceIndex;
import io.controlgraph.vocab.Cg;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;

/**
 * The organisations that statements can concern if they go; rather one too many than one too few.
 * Of these organisations only can coverage and risk be worked out otherwise then.
 *
 * <p>What the definitions read of a thing they reach from a thing of the organisation in one step,
 * along a chain of parts, places and units, along a chain of versions, from an evaluation by its
 * risk, or from a cell of a risk matrix by its method. So a statement concerns the organisations of
 * its subject and of what leads to it in these ways; and a statement about a part or a place
 * concerns the organisations whose implementations and shared services stand further up. What
 * belongs to no organisation, as shipped data does, concerns all.
 */
public final class Concerned {
  /** More things than this are not looked at one by one. */
  private static final int MANY = 20_000;

  private final TraceIndex index;
  private final Links organisations;
  private final Links types;
  private final Links risk;
  private final Links accepts;
  private final Links method;
  private final Links soaVersion;
  private final Links supersedes;
  private final Links[] chains;
  private final Links[] reach;
  private final Links[] standing;
  private final BitSet found = new BitSet();
  private final BitSet looked = new BitSet();
  private final int matrixCell;
  private boolean isAll;
  private int count;

  private Concerned(TraceIndex index) {
    this.index = index;
    this.organisations = index.links(Cg.IN_ORGANISATION);
    this.types = index.links(RDF.type.asNode());
    this.risk = index.links(Cg.term("risk"));
    this.accepts = index.links(Cg.term("accepts"));
    this.method = index.links(Cg.term("method"));
    this.soaVersion = index.links(Cg.SOA_VERSION_PROPERTY);
    this.supersedes = index.links(Cg.SUPERSEDES);
    this.matrixCell = index.number(Cg.term("RiskMatrixCell"));
    this.chains =
        new Links[] {
          index.links(Cg.PART_OF), index.links(Cg.RUNS_IN), index.links(Cg.UNIT_PROPERTY)
        };
    this.reach = new Links[] {index.links(Cg.PART_OF), index.links(Cg.RUNS_IN)};
    this.standing = new Links[] {index.links(Cg.TARGET_PROPERTY), index.links(Cg.term("consumer"))};
  }

  /**
   * Their numbers, ascending, if things and statements go.
   *
   * @param index in which they are
   * @param nodes numbers of things that go with every statement about them and to them
   * @param statements what is not there is passed over
   */
  public static int[] by(
      TraceIndex index, Collection<Integer> nodes, Collection<Triple> statements) {
    Concerned concerned = new Concerned(index);
    nodes.forEach(concerned::node);
    statements.forEach(concerned::statement);
    return concerned.isAll
        ? concerned.organisations.backward().nodes()
        : concerned.found.stream().toArray();
  }

  /** Those that some statements concern; nothing if that can be all there are. */
  static Optional<BitSet> by(TraceIndex index, Iterable<Triple> statements) {
    Concerned concerned = new Concerned(index);
    for (Triple each : statements) {
      if (concerned.isAll) {
        break;
      }
      concerned.statement(each);
    }
    return concerned.isAll ? Optional.empty() : Optional.of(concerned.found);
  }

  private void statement(Triple statement) {
    int subject = index.number(statement.getSubject());
    if (subject >= 0) {
      statement(subject, statement.getPredicate());
    }
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
      if (property.equals(Cg.PART_OF) || property.equals(Cg.RUNS_IN)) {
        servedFromAbove(subject);
      }
    }
  }

  /** Whose implementations and shared services reach a thing from a place it is part of. */
  private void servedFromAbove(int subject) {
    BitSet places = new BitSet();
    chain(subject, places, false, reach);
    places.stream()
        .forEach(
            place -> {
              for (Links property : standing) {
                for (int each : property.to(place)) {
                  known(each);
                }
              }
            });
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
    if (types.has(subject, matrixCell)) {
      for (int by : method.from(subject)) {
        for (int evaluation : method.to(by)) {
          byRiskOf(evaluation);
        }
      }
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
