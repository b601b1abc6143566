package io.controlgraph.trace.whatif;

import io.controlgraph.trace.coverage.Accepted;
import io.controlgraph.trace.coverage.Cell;
import io.controlgraph.trace.coverage.Evaluated;
import io.controlgraph.trace.coverage.Plan;
import io.controlgraph.trace.index.Links;
import io.controlgraph.trace.index.TraceIndex;
import io.controlgraph.trace.whatif.Loss.Untreated;
import io.controlgraph.vocab.Cg;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Gathers what differs between organisations as they are and as they would be. */
final class Comparison {
  private final Links threatensAfter;
  private final List<CellChange> cells = new ArrayList<>();
  private final List<LostPlan> treatments = new ArrayList<>();
  private final List<Accepted> acceptances = new ArrayList<>();
  private final List<Evaluated> unsupported = new ArrayList<>();
  private final List<Evaluated> remaining = new ArrayList<>();
  private final List<Untreated> untreated = new ArrayList<>();

  Comparison(TraceIndex after) {
    this.threatensAfter = after.links(Cg.term("threatens"));
  }

  Loss loss() {
    return new Loss(cells, treatments, acceptances, unsupported, remaining, untreated);
  }

  void take(State before, State after) {
    cells.addAll(changes(before.cells(), after.cells()));
    acceptances.addAll(less(before.accepted(), after.accepted()));
    remaining.addAll(less(after.remaining(), before.remaining()));
    Set<Integer> treatedAfter = treated(after);
    treated(before).stream()
        .filter(risk -> !treatedAfter.contains(risk))
        .forEach(risk -> untreated.add(new Untreated(before.organisation(), risk)));
    Map<Treated, Plan> plansAfter = new HashMap<>();
    after.plans().forEach(plan -> plansAfter.put(Treated.by(plan), plan));
    Set<Integer> shaken = new HashSet<>();
    for (Plan plan : before.plans()) {
      Plan now = plansAfter.get(Treated.by(plan));
      if (plan.isEffective() && (now == null || !now.isEffective())) {
        treatments.add(new LostPlan(plan, now, before.isCompleted().test(plan.treatment())));
      }
      if (losesControl(plan, now)) {
        shaken.add(plan.risk());
      }
    }
    Set<Evaluated> still = new HashSet<>(after.residuals());
    before.residuals().stream()
        .filter(each -> shaken.contains(each.risk()) && still.contains(each))
        .forEach(unsupported::add);
  }

  private record Treated(int treatment, int risk) {
    static Treated by(Plan plan) {
      return new Treated(plan.treatment(), plan.risk());
    }
  }

  /** Whether a requirement it plans works no longer at something the risk still threatens. */
  private boolean losesControl(Plan plan, @Nullable Plan now) {
    for (Plan.Step step : plan.steps()) {
      List<Integer> worksAt =
          now == null
              ? List.of()
              : now.steps().stream()
                  .filter(other -> other.requirement() == step.requirement())
                  .findFirst()
                  .map(Plan.Step::effectiveAt)
                  .orElse(List.of());
      for (int target : step.effectiveAt()) {
        if (threatensAfter.has(plan.risk(), target) && !worksAt.contains(target)) {
          return true;
        }
      }
    }
    return false;
  }

  private static Set<Integer> treated(State state) {
    Set<Integer> risks = new TreeSet<>();
    state.plans().stream().filter(Plan::isEffective).forEach(plan -> risks.add(plan.risk()));
    state.accepted().forEach(each -> risks.add(each.risk()));
    return risks;
  }

  private static <T> List<T> less(List<T> all, List<T> without) {
    if (all.equals(without)) {
      return List.of();
    }
    Set<T> known = new HashSet<>(without);
    return all.stream().filter(each -> !known.contains(each)).toList();
  }

  private record Place(int framework, int requirement, int target, int kind) {
    static Place of(Cell cell) {
      return new Place(cell.framework(), cell.requirement(), cell.target(), cell.kind());
    }
  }

  /** The cells of an organisation that differ; both lists are mostly in the same order. */
  static List<CellChange> changes(List<Cell> before, List<Cell> after) {
    Map<Place, Cell> was = new LinkedHashMap<>();
    Map<Place, Cell> is = new LinkedHashMap<>();
    int at = 0;
    for (Cell cell : before) {
      if (at < after.size() && after.get(at).equals(cell)) {
        at++;
      } else if (at < after.size() && Place.of(after.get(at)).equals(Place.of(cell))) {
        put(was, cell);
        put(is, after.get(at));
        at++;
      } else {
        put(was, cell);
      }
    }
    after.subList(at, after.size()).forEach(cell -> put(is, cell));
    List<CellChange> changes = new ArrayList<>();
    was.forEach(
        (place, cell) -> {
          Cell now = is.remove(place);
          if (now == null || now.level() != cell.level()) {
            changes.add(new CellChange(cell, now));
          }
        });
    is.values().forEach(cell -> changes.add(new CellChange(null, cell)));
    return changes;
  }

  private static void put(Map<Place, Cell> cells, Cell cell) {
    if (cell.isApplicable()) {
      cells.put(Place.of(cell), cell);
    }
  }
}
