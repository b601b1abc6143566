package io.controlgraph.trace.whatif;

import io.controlgraph.trace.coverage.Carried;
import io.controlgraph.trace.coverage.Cell;
import io.controlgraph.trace.coverage.Posts;
import io.controlgraph.trace.index.TraceIndex;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Who must act on a loss: as things would stand, the posts accountable for the implementations that
 * carried a fallen cell as far as it stood, the posts accountable for its target, and the owners of
 * the risks that are no longer treated, whose treatment or acceptance falls, or whose residual
 * evaluation is no longer supported. A cell that is gone asks nobody to act.
 *
 * @param posts ascending by their numbers
 * @param unanswered the things for which no post answers, ascending
 */
public record Duties(List<Duty> posts, List<Integer> unanswered) {
  public Duties {
    posts = List.copyOf(posts);
    unanswered = List.copyOf(unanswered);
  }

  /** Who must act on what would be without something. */
  public static Duties of(WhatIf whatIf, Removal removal, Loss loss) {
    TraceIndex less = removal.from(whatIf.index());
    Posts posts = new Posts(less, whatIf.day());
    Map<Integer, Set<Integer>> thingsOf = new TreeMap<>();
    Set<Integer> unanswered = new TreeSet<>();
    for (int thing : carriersAndTargets(whatIf, removal, loss)) {
      assign(thing, posts.accountableFor(thing), thingsOf, unanswered);
    }
    Set<Integer> risks = risks(loss);
    removal.numbers(whatIf.index()).forEach(risks::remove);
    for (int risk : risks) {
      assign(risk, posts.ownersOf(risk), thingsOf, unanswered);
    }
    List<Duty> duties = new ArrayList<>();
    thingsOf.forEach(
        (post, things) -> duties.add(new Duty(post, posts.holdersOf(post), List.copyOf(things))));
    return new Duties(duties, List.copyOf(unanswered));
  }

  private static void assign(
      int thing, List<Integer> posts, Map<Integer, Set<Integer>> thingsOf, Set<Integer> without) {
    if (posts.isEmpty()) {
      without.add(thing);
    }
    posts.forEach(post -> thingsOf.computeIfAbsent(post, any -> new TreeSet<>()).add(thing));
  }

  private record Place(int requirement, int target) {}

  private static Set<Integer> carriersAndTargets(WhatIf whatIf, Removal removal, Loss loss) {
    Map<Integer, Map<Place, Integer>> fallen = new TreeMap<>();
    Set<Integer> things = new TreeSet<>();
    for (CellChange change : loss.cells()) {
      if (change.isFall() && !change.isGone()) {
        Cell cell = change.cell();
        things.add(cell.target());
        fallen
            .computeIfAbsent(cell.organisation(), any -> new HashMap<>())
            .put(new Place(cell.requirement(), cell.target()), cell.level());
      }
    }
    fallen.forEach(
        (organisation, places) -> {
          for (Carried row : whatIf.coverage().carried(organisation)) {
            Integer level = places.get(new Place(row.requirement(), row.target()));
            if (level != null && level == row.level()) {
              things.add(row.implementation());
            }
          }
        });
    removal.numbers(whatIf.index()).forEach(things::remove);
    return things;
  }

  private static Set<Integer> risks(Loss loss) {
    Set<Integer> risks = new TreeSet<>();
    loss.treatments().stream()
        .filter(lost -> lost.after() != null)
        .forEach(lost -> risks.add(lost.before().risk()));
    loss.acceptances().forEach(each -> risks.add(each.risk()));
    loss.unsupported().forEach(each -> risks.add(each.risk()));
    loss.untreated().forEach(each -> risks.add(each.risk()));
    return risks;
  }
}
