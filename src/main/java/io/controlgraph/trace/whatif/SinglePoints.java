package io.controlgraph.trace.whatif;

import io.controlgraph.graph.Deadline;
import io.controlgraph.graph.GraphFailure;
import io.controlgraph.trace.index.Links;
import io.controlgraph.trace.index.TraceIndex;
import io.controlgraph.vocab.Cg;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;
import org.apache.jena.vocabulary.RDF;

/**
 * Things on which cells rest alone, ranked by how many would fall or be gone if that thing alone
 * were not there.
 *
 * <p>For implementations, evidence, posts and persons the number is derived from what carries each
 * cell. One that is linked in a way these are not usually, and a service, on which targets and
 * their parts depend, is taken away and looked at.
 */
public final class SinglePoints {
  /** The kinds of thing that are ranked. */
  public enum Kind {
    IMPLEMENTATION("Implementation"),
    EVIDENCE("Evidence"),
    POST("Post"),
    PERSON("Person"),
    SERVICE("Service"),
    SUPPLIER_SERVICE("SupplierService");

    private final String type;

    Kind(String type) {
      this.type = type;
    }
  }

  /**
   * A single point of failure.
   *
   * @param thing its number in the index
   * @param cells how many cells would fall or be gone without it
   */
  public record Point(int thing, Kind kind, int cells) {}

  private SinglePoints() {}

  /**
   * All on which a cell rests alone; those on which most do come first.
   *
   * @throws GraphFailure.DeadlineExceeded if the deadline passes before
   */
  public static List<Point> of(WhatIf whatIf, Deadline until) {
    TraceIndex index = whatIf.index();
    Map<Integer, Integer> derived = new HashMap<>();
    for (int organisation : index.links(Cg.IN_ORGANISATION).backward().nodes()) {
      until.check();
      new Derived(whatIf.coverage(), organisation).addTo(derived);
    }
    return points(
        index, derived, thing -> true, thing -> fallen(whatIf, thing, until).size(), until);
  }

  /**
   * The things of an organisation on which its own cells rest alone; those on which most do come
   * first.
   *
   * @throws GraphFailure.DeadlineExceeded if the deadline passes before
   */
  public static List<Point> of(WhatIf whatIf, int organisation, Deadline until) {
    TraceIndex index = whatIf.index();
    Map<Integer, Integer> derived = new HashMap<>();
    new Derived(whatIf.coverage(), organisation).addTo(derived);
    Links organisations = index.links(Cg.IN_ORGANISATION);
    return points(
        index,
        derived,
        thing -> organisations.has(thing, organisation),
        thing ->
            (int)
                fallen(whatIf, thing, until).stream()
                    .filter(change -> change.cell().organisation() == organisation)
                    .count(),
        until);
  }

  private static List<CellChange> fallen(WhatIf whatIf, int thing, Deadline until) {
    return whatIf.fallen(Removal.of(whatIf.index().node(thing)), until);
  }

  private static List<Point> points(
      TraceIndex index,
      Map<Integer, Integer> derived,
      IntPredicate isWanted,
      IntUnaryOperator lookedAt,
      Deadline until) {
    Usual usual = new Usual(index);
    List<Point> points = new ArrayList<>();
    for (Kind kind : Kind.values()) {
      for (int thing : index.links(RDF.type.asNode()).to(index.number(Cg.term(kind.type)))) {
        until.check();
        if (isWanted.test(thing)) {
          int cells =
              usual.isUsual(kind, thing)
                  ? derived.getOrDefault(thing, 0)
                  : lookedAt.applyAsInt(thing);
          if (cells > 0) {
            points.add(new Point(thing, kind, cells));
          }
        }
      }
    }
    points.sort(
        Comparator.comparingInt(Point::cells)
            .reversed()
            .thenComparing(Point::kind)
            .thenComparingInt(Point::thing));
    return points;
  }
}
