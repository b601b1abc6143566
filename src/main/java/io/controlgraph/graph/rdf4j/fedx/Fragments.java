package io.controlgraph.graph.rdf4j.fedx;

import io.controlgraph.graph.jena.LookAhead;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.eclipse.rdf4j.query.BindingSet;
import org.jspecify.annotations.Nullable;

/**
 * What one read has seen of the federation: for each pattern asked, the set union of what the
 * members hold. For one thread.
 *
 * <p>A query of many properties begins with a {@link Survey} of them; those of which there is
 * little are then fetched, all in one request a member. Of the others, what is wanted is asked for
 * by {@link Block}s of subjects or objects, as long as that is cheaper than to fetch all of the
 * property: once the requests for a property have cost as much as the whole of it would, the whole
 * is fetched. So a property costs about twice what the whole of it would at most, however a query
 * goes, and little where little is wanted.
 */
final class Fragments implements LookAhead {
  /** Of a property with so few statements in a member all are fetched when any are wanted. */
  private static final int LITTLE = 512;

  /** So much is counted of a property at first. */
  private static final int COUNTED = 4096;

  /** What a request to a member costs, in statements that could be had for it. */
  private static final int REQUEST = 512;

  /** With fewer properties a survey costs more requests than it saves. */
  private static final int WORTH_A_SURVEY = 4;

  /** So many terms make a query of some 50 kB at most, which servers take. */
  private static final int TERMS_AT_ONCE = 512;

  private final Federation federation;
  private final Everyone everyone;
  private final Survey survey;
  private final Reading reading;
  private final Map<Pattern, Extent> extents = new HashMap<>();
  private final Map<Pattern, Long> spent = new HashMap<>();
  private final Set<Node> graphs = new HashSet<>();

  Fragments(Federation federation, Everyone everyone, Reading reading) {
    this.federation = federation;
    this.everyone = everyone;
    this.survey = new Survey(everyone, reading);
    this.reading = reading;
  }

  /** Whether a statement in a named graph was seen. */
  boolean hasSeen(Node graph) {
    return graphs.contains(graph);
  }

  /** The statements of a pattern in all members, each once. */
  List<Quad> matching(Pattern wanted) {
    if (!wanted.isPossible()) {
      return List.of();
    }
    Extent found = held(wanted);
    if (found == null) {
      fetch(wanted);
      found = held(wanted);
    }
    if (found == null) {
      throw new IllegalStateException("not fetched: " + wanted);
    }
    return found.matching(wanted);
  }

  private @Nullable Extent held(Pattern wanted) {
    Extent all = extents.get(wanted.general());
    if (all != null) {
      return all;
    }
    for (Pattern cover : wanted.covers()) {
      Extent found = extents.get(cover);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  private void fetch(Pattern wanted) {
    Pattern single = wanted.single();
    Optional<Block> block = Block.of(single);
    if (block.isEmpty() || single.equals(wanted.general())) {
      fetchAll(single.equals(wanted.general()) ? single : smaller(wanted.general(), single));
      return;
    }
    Node term = block.get().bySubject() ? single.subject() : single.object();
    fetch(wanted.general(), block.get(), Set.of(term));
  }

  /** A class is less than all classes; a graph less than all graphs. */
  private static Pattern smaller(Pattern general, Pattern single) {
    return general.object().isConcrete() ? general : single;
  }

  @Override
  public void expect(List<Quad> patterns) {
    Set<Pattern> generals = new LinkedHashSet<>();
    for (Quad each : patterns) {
      Pattern general = pattern(each).general();
      if (general.predicate().isConcrete() && general.isPossible()) {
        generals.add(general);
      }
    }
    survey(generals, WORTH_A_SURVEY);
  }

  /** Counts what was not counted yet, if it is several, and fetches what there is little of. */
  private void survey(Set<Pattern> generals, int several) {
    List<Pattern> unknown =
        generals.stream().filter(each -> !survey.knows(each) && held(each) == null).toList();
    if (unknown.size() >= several) {
      survey.take(unknown, COUNTED);
      fetchTogether(
          unknown.stream().filter(each -> survey.isAtMost(each, LITTLE * asked(each))).toList());
    }
  }

  /** How many members a request for a pattern goes to. */
  private long asked(Pattern pattern) {
    return Math.max(1, survey.holders(pattern).size());
  }

  private static Pattern pattern(Quad quad) {
    return quad.isDefaultGraph()
        ? Pattern.of(quad.getSubject(), quad.getPredicate(), quad.getObject())
        : Pattern.in(quad.getGraph(), quad.getSubject(), quad.getPredicate(), quad.getObject());
  }

  /** The terms wanted of one block, and the pattern that would have them all. */
  private record Wanted(Pattern general, Block block) {}

  @Override
  public void prepare(List<Quad> patterns) {
    List<Pattern> wanted =
        patterns.stream()
            .map(Fragments::pattern)
            .filter(each -> each.isPossible() && held(each) == null)
            .toList();
    Set<Pattern> generals = new LinkedHashSet<>();
    wanted.forEach(each -> generals.add(each.general()));
    survey(generals, 2);
    Map<Wanted, Set<Node>> terms = new LinkedHashMap<>();
    for (Pattern each : wanted) {
      Pattern single = each.single();
      if (!single.equals(each.general()) && held(each) == null) {
        Block.of(single)
            .ifPresent(
                block ->
                    terms
                        .computeIfAbsent(
                            new Wanted(each.general(), block), any -> new LinkedHashSet<>())
                        .add(block.bySubject() ? single.subject() : single.object()));
      }
    }
    terms.forEach((about, some) -> fetch(about.general(), about.block(), some));
  }

  /** Fetches some of a property, or all of it if that is little. */
  private void fetch(Pattern general, Block block, Set<Node> terms) {
    long before = spent.getOrDefault(general, 0L);
    long cost = before + asked(general) * (REQUEST + terms.size());
    boolean brief = before == 0 && terms.size() == 1 && !survey.knows(general);
    if (!brief && survey.isAtMost(general, Math.max(LITTLE * asked(general), cost))) {
      fetchAll(general);
    } else {
      spent.put(general, cost + fetchBlock(block, List.copyOf(terms)));
    }
  }

  private void fetchAll(Pattern pattern) {
    reading.checkDeadline();
    Distinct distinct = new Distinct();
    List<Member> holders = survey.holders(pattern);
    if (!holders.isEmpty()) {
      federation.statements(
          pattern,
          holders,
          statement -> {
            reading.hold();
            distinct.add(statement);
          });
      reading.requireNoFailure();
    }
    extents.put(pattern, new Extent(pattern, distinct.statements));
  }

  /** Fetches all of several patterns, in one request to each member that holds any of them. */
  private void fetchTogether(List<Pattern> patterns) {
    Together together = new Together(patterns);
    List<Everyone.Request> requests = new ArrayList<>();
    for (Member member : everyone.members()) {
      List<Pattern> held =
          patterns.stream().filter(each -> survey.holders(each).contains(member)).toList();
      if (!held.isEmpty()) {
        requests.add(new Everyone.Request(member, together.query(held)));
      }
    }
    Map<Pattern, Distinct> found = new LinkedHashMap<>();
    patterns.forEach(each -> found.put(each, new Distinct()));
    for (List<Together.Found> answer : everyone.ask(requests, row -> held(together, row))) {
      for (Together.Found each : answer) {
        found.computeIfAbsent(each.pattern(), any -> new Distinct()).add(each.statement());
      }
    }
    found.forEach(
        (pattern, statements) -> extents.put(pattern, new Extent(pattern, statements.statements)));
  }

  private Together.Found held(Together together, BindingSet row) {
    reading.hold();
    return together.read(row);
  }

  /**
   * Fetches what members hold of some terms.
   *
   * @return how many statements came
   */
  private long fetchBlock(Block block, List<Node> terms) {
    List<Everyone.Request> requests = new ArrayList<>();
    List<Member> holders = survey.holders(block.open());
    for (int from = 0; from < terms.size(); from += TERMS_AT_ONCE) {
      String query = block.query(terms.subList(from, Math.min(terms.size(), from + TERMS_AT_ONCE)));
      holders.forEach(member -> requests.add(new Everyone.Request(member, query)));
    }
    Map<Node, Distinct> found = new LinkedHashMap<>();
    terms.forEach(term -> found.put(term, new Distinct()));
    long came = 0;
    for (List<Quad> answer :
        everyone.ask(
            requests,
            row -> {
              reading.hold();
              return block.open().statement(row);
            })) {
      came += answer.size();
      for (Quad statement : answer) {
        Node term = block.bySubject() ? statement.getSubject() : statement.getObject();
        Distinct of = found.get(term);
        if (of == null) {
          reading.drop();
        } else {
          of.add(statement);
        }
      }
    }
    found.forEach(
        (term, statements) -> {
          Pattern single = block.single(term);
          extents.put(single, new Extent(single, statements.statements));
        });
    return came;
  }

  /** Collects statements, each once. */
  private final class Distinct {
    private final Set<Quad> seen = new HashSet<>();
    private final List<Quad> statements = new ArrayList<>();

    void add(Quad statement) {
      if (seen.add(statement)) {
        statements.add(statement);
        if (!statement.isDefaultGraph()) {
          graphs.add(statement.getGraph());
        }
      } else {
        reading.drop();
      }
    }
  }
}
