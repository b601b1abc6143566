package io.controlgraph.trace.crosswalk;

import io.controlgraph.trace.index.Links;
import io.controlgraph.trace.index.Rows;
import io.controlgraph.trace.index.TraceIndex;
import io.controlgraph.vocab.Cg;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What leads from the requirements of one framework to each assessable requirement of another.
 *
 * <p>A direct mapping is one row of a mapping set, read from either end. A derived one goes through
 * requirements of other frameworks than these two, over at most {@value #MOST_HOPS} rows; of
 * several ways the one of fewest hops is kept and, of those, one whose weakest hop is strongest. A
 * pair that is mapped directly is not derived as well. Rows that deny a link make none, and derived
 * rows never count as coverage.
 */
public final class Crosswalk {
  /** How many mappings a derived one goes over at most. */
  public static final int MOST_HOPS = 4;

  private final TraceIndex index;
  private final Mappings mappings;
  private final int from;
  private final int to;
  private final Links framework;
  private final Rows assessable;

  /**
   * A crosswalk.
   *
   * @param from the number of the framework it comes from
   * @param to the number of the framework it leads to
   */
  public Crosswalk(TraceIndex index, int from, int to) {
    this.index = index;
    this.mappings = new Mappings(index);
    this.from = from;
    this.to = to;
    this.framework = index.links(Cg.FRAMEWORK_PROPERTY);
    this.assessable = index.literals(Cg.ASSESSABLE);
  }

  /** How a requirement is reached, the best way first. */
  public enum Standing {
    DIRECT,
    DERIVED,
    /** Somebody looked, and found nothing or denied what seems alike. */
    NO_MATCH,
    UNMAPPED
  }

  /**
   * A requirement of the framework that the crosswalk leads to. All are numbers of the index.
   *
   * @param direct paths of one hop, the strongest first
   * @param derived paths of more hops, the shortest first and of these the strongest
   * @param denied links to it that a mapping denies
   * @param noMatches mappings that say that the other framework has no counterpart of it
   */
  public record Row(
      int requirement,
      List<Path> direct,
      List<Path> derived,
      List<Hop> denied,
      List<Integer> noMatches) {
    public Row {
      direct = List.copyOf(direct);
      derived = List.copyOf(derived);
      denied = List.copyOf(denied);
      noMatches = List.copyOf(noMatches);
    }

    /** How it is reached at best. */
    public Standing standing() {
      if (!direct.isEmpty()) {
        return Standing.DIRECT;
      }
      if (!derived.isEmpty()) {
        return Standing.DERIVED;
      }
      return denied.isEmpty() && noMatches.isEmpty() ? Standing.UNMAPPED : Standing.NO_MATCH;
    }
  }

  /** One row for each assessable requirement of the framework it leads to, by its identifier. */
  public List<Row> rows() {
    return Arrays.stream(framework.to(to))
        .filter(this::isAssessable)
        .boxed()
        .sorted(Comparator.comparing(index::iri, new Identifiers()))
        .map(this::row)
        .toList();
  }

  TraceIndex index() {
    return index;
  }

  private boolean isAssessable(int requirement) {
    return Arrays.stream(assessable.of(requirement)).anyMatch(each -> index.worth(each) == 1);
  }

  private Row row(int requirement) {
    List<Path> direct = new ArrayList<>();
    for (Hop hop : mappings.linksOf(requirement)) {
      if (framework.has(hop.to(), from)) {
        direct.add(new Path(List.of(turned(hop))));
      }
    }
    direct.sort(STRONGEST);
    Set<Integer> mapped = direct.stream().map(Path::from).collect(Collectors.toSet());
    List<Path> derived =
        derived(requirement).stream()
            .filter(path -> !mapped.contains(path.from()))
            .sorted(STRONGEST)
            .toList();
    List<Hop> denied =
        mappings.denialsOf(requirement).stream()
            .filter(hop -> framework.has(hop.to(), from))
            .map(this::turned)
            .toList();
    return new Row(requirement, direct, derived, denied, mappings.noMatches(requirement, from));
  }

  private static final Comparator<Path> STRONGEST =
      Comparator.<Path>comparingInt(path -> path.hops().size())
          .thenComparing(path -> path.weakest().match().strength(), Comparator.reverseOrder())
          .thenComparingInt(Path::from)
          .thenComparingInt(path -> path.weakest().mapping());

  /** The same mapping, followed the other way. */
  private Hop turned(Hop hop) {
    return new Hop(
        hop.mapping(),
        hop.to(),
        hop.from(),
        hop.predicate(),
        !hop.isForward(),
        Match.of(index.iri(hop.predicate()), !hop.isForward()));
  }

  /**
   * A way from a node to the requirement.
   *
   * @param strength that of its weakest hop
   */
  private record Way(Hop next, int strength) {}

  /**
   * Level by level away from the requirement; of each node the way whose weakest hop is strongest.
   */
  private List<Path> derived(int requirement) {
    Map<Integer, Way> known = new HashMap<>();
    List<Path> found = new ArrayList<>();
    List<Integer> level = List.of(requirement);
    for (int hops = 1; hops <= MOST_HOPS && !level.isEmpty(); hops++) {
      Map<Integer, Way> reached = new HashMap<>();
      for (int node : level) {
        Way way = known.get(node);
        for (Hop hop : mappings.linksOf(node)) {
          if (hop.to() != requirement && !known.containsKey(hop.to())) {
            Hop back = turned(hop);
            int strength =
                Math.min(back.match().strength(), way == null ? Integer.MAX_VALUE : way.strength());
            reached.merge(
                hop.to(),
                new Way(back, strength),
                (one, other) -> other.strength() > one.strength() ? other : one);
          }
        }
      }
      known.putAll(reached);
      List<Integer> next = new ArrayList<>();
      for (int node : reached.keySet().stream().sorted().toList()) {
        boolean isEnd = framework.has(node, from);
        if (isEnd && hops > 1) {
          found.add(path(node, requirement, known));
        }
        if (!isEnd && !framework.has(node, to)) {
          next.add(node);
        }
      }
      level = next;
    }
    return found;
  }

  private static Path path(int start, int end, Map<Integer, Way> known) {
    List<Hop> hops = new ArrayList<>();
    int node = start;
    while (node != end) {
      Way way = Objects.requireNonNull(known.get(node));
      hops.add(way.next());
      node = way.next().to();
    }
    return new Path(hops);
  }
}
