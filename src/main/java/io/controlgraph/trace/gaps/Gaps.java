package io.controlgraph.trace.gaps;

import io.controlgraph.trace.coverage.Coverage;
import io.controlgraph.trace.coverage.Touched;
import io.controlgraph.vocab.Cg;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.engine.binding.Binding;
import org.jspecify.annotations.Nullable;

/**
 * The gaps that an index shows on a day. What is found of an organisation is kept. May be asked by
 * several threads at once.
 */
public final class Gaps {
  /** Stands for all organisations. */
  public static final int ALL = -2;

  private final Coverage coverage;
  private final Set<String> questions;
  private final Map<Integer, OrganisationGaps> found = new ConcurrentHashMap<>();
  private final Map<Asked, List<Binding>> ordered = new ConcurrentHashMap<>();

  private volatile @Nullable Map<String, Integer> counts;

  private record Asked(String question, int organisation) {}

  /** Gaps by the cells of coverage, and what they are worked out from. */
  public Gaps(Coverage coverage) {
    this(coverage, OrganisationGaps.rules(coverage).keySet());
  }

  private Gaps(Coverage coverage, Set<String> questions) {
    this.coverage = coverage;
    this.questions = questions;
  }

  /**
   * The gaps by a later coverage, with what was found of organisations of which nothing has changed
   * that it was worked out from.
   *
   * @param touched by all that was changed in between
   */
  public Gaps on(Coverage later, Touched touched) {
    Gaps next = new Gaps(later, questions);
    found.forEach(
        (organisation, gaps) -> {
          if (gaps.holdsFor(later, touched)) {
            next.found.put(organisation, gaps);
          }
        });
    return next;
  }

  /** The names of the questions that can be answered. */
  public Set<String> questions() {
    return questions;
  }

  /** The number of a thing; -1 if the index has nothing of that name. */
  public int number(String iri) {
    return coverage.index().number(NodeFactory.createURI(iri));
  }

  /** The organisations that something is in, ascending. */
  public int[] organisations() {
    return coverage.index().links(Cg.IN_ORGANISATION).backward().nodes();
  }

  /**
   * The rows about one organisation, in no particular order.
   *
   * @return nothing if the question is not answered here
   */
  public Optional<List<Binding>> rows(String question, int organisation) {
    return Optional.ofNullable(rows(organisation).get(question));
  }

  private Map<String, List<Binding>> rows(int organisation) {
    return found
        .computeIfAbsent(organisation, any -> new OrganisationGaps(coverage, organisation))
        .rows();
  }

  /**
   * The rows about all organisations, in no particular order.
   *
   * @return nothing if the question is not answered here
   */
  public Optional<List<Binding>> rows(String question) {
    return questions.contains(question)
        ? Optional.of(
            Arrays.stream(organisations())
                .boxed()
                .flatMap(each -> rows(question, each).stream().flatMap(List::stream))
                .toList())
        : Optional.empty();
  }

  /**
   * How many rows there are about an organisation, or {@link #ALL}.
   *
   * @return nothing if the question is not answered here
   */
  public Optional<Integer> count(String question, int organisation) {
    if (organisation != ALL) {
      return rows(question, organisation).map(List::size);
    }
    return Optional.ofNullable(counts().get(question));
  }

  /** How many rows there are about all organisations, by question: all counted in one go. */
  private Map<String, Integer> counts() {
    Map<String, Integer> known = counts;
    if (known == null) {
      Map<String, Integer> all = new HashMap<>();
      questions.forEach(question -> all.put(question, 0));
      for (int organisation : organisations()) {
        rows(organisation)
            .forEach((question, rows) -> all.merge(question, rows.size(), Integer::sum));
      }
      known = Map.copyOf(all);
      counts = known;
    }
    return known;
  }

  /**
   * The rows about an organisation, or {@link #ALL}, in an order.
   *
   * @param order of the question, always the same: what it has put in order is kept
   * @return nothing if the question is not answered here
   */
  public Optional<List<Binding>> inOrder(
      String question, int organisation, UnaryOperator<List<Binding>> order) {
    return questions.contains(question)
        ? Optional.of(
            ordered.computeIfAbsent(
                new Asked(question, organisation),
                asked -> order.apply(all(question, organisation).orElseThrow())))
        : Optional.empty();
  }

  private Optional<List<Binding>> all(String question, int organisation) {
    return organisation == ALL ? rows(question) : rows(question, organisation);
  }
}
