package io.controlgraph.trace.whatif;

import io.controlgraph.trace.index.TraceIndex;
import io.controlgraph.vocab.Cg;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.graph.Node;
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
    IMPLEMENTATION(Cg.IMPLEMENTATION),
    EVIDENCE(Cg.EVIDENCE),
    POST(Cg.POST),
    PERSON(Cg.PERSON),
    SERVICE(Cg.SERVICE),
    SUPPLIER_SERVICE(Cg.SUPPLIER_SERVICE);

    private final Node type;

    Kind(Node type) {
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

  /** All on which a cell rests alone; those on which most do come first. */
  public static List<Point> of(WhatIf whatIf) {
    return of(whatIf, whatIf.index().links(Cg.IN_ORGANISATION).backward().nodes());
  }

  /**
   * Those of an organisation on which a cell of any rests alone; those on which most do come first.
   */
  public static List<Point> of(WhatIf whatIf, int organisation) {
    Set<Integer> own = new TreeSet<>();
    for (int member : whatIf.index().links(Cg.IN_ORGANISATION).to(organisation)) {
      own.add(member);
    }
    return of(whatIf, new int[] {organisation}).stream()
        .filter(point -> own.contains(point.thing()))
        .toList();
  }

  private static List<Point> of(WhatIf whatIf, int[] organisations) {
    TraceIndex index = whatIf.index();
    Map<Integer, Integer> derived = new HashMap<>();
    for (int organisation : organisations) {
      new Derived(whatIf.coverage(), organisation).addTo(derived);
    }
    Usual usual = new Usual(index);
    List<Point> points = new ArrayList<>();
    for (Kind kind : Kind.values()) {
      for (int thing : index.links(RDF.type.asNode()).to(index.number(kind.type))) {
        int cells =
            usual.isUsual(kind, thing)
                ? derived.getOrDefault(thing, 0)
                : whatIf.fallen(Removal.of(index.node(thing))).size();
        if (cells > 0) {
          points.add(new Point(thing, kind, cells));
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
