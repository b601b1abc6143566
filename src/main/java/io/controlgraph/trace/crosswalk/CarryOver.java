package io.controlgraph.trace.crosswalk;

import io.controlgraph.trace.coverage.Cell;
import io.controlgraph.trace.coverage.Coverage;
import io.controlgraph.trace.coverage.OfOrganisation;
import io.controlgraph.trace.coverage.Plan;
import io.controlgraph.trace.coverage.Risks;
import io.controlgraph.trace.coverage.Rung;
import io.controlgraph.trace.crosswalk.Crosswalk.Row;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What of another framework an organisation's work for one already answers, what may carry over,
 * and what is left to do. Every assessable requirement of the other framework is in one of the
 * lists.
 *
 * @param answered a direct mapping to it that is exact, or to which it is the narrower, comes from
 *     a requirement that is effective at every applicable cell of the organisation, one at least
 * @param mayCarryOver not answered, but some mapping, direct or derived, comes from a requirement
 *     that is at least claimed at some applicable cell. Somebody has to look
 * @param remediation all else, in the order of how many risks wait for it, then of its identifier
 */
public record CarryOver(List<Row> answered, List<Row> mayCarryOver, List<ToDo> remediation) {
  public CarryOver {
    answered = List.copyOf(answered);
    mayCarryOver = List.copyOf(mayCarryOver);
    remediation = List.copyOf(remediation);
  }

  /**
   * A requirement that is left to do.
   *
   * @param waiting the risks that wait for it, ascending: high risks ({@code high-risks}) of the
   *     organisation that are not treated ({@code treated}) and of which a treatment plans this
   *     requirement, or one mapped directly to it, that is not effective at all they threaten
   */
  public record ToDo(Row row, List<Integer> waiting) {
    public ToDo {
      waiting = List.copyOf(waiting);
    }
  }

  /** What carries over for an organisation, by coverage of the index of the crosswalk. */
  public static CarryOver of(Crosswalk crosswalk, Coverage coverage, int organisation) {
    OfOrganisation own = coverage.of(organisation);
    Map<Integer, Rung> weakest = new HashMap<>();
    Set<Integer> begun = new HashSet<>();
    for (Cell cell : own.cells()) {
      if (cell.isApplicable()) {
        weakest.merge(
            cell.requirement(),
            cell.rung(),
            (one, other) -> one.compareTo(other) <= 0 ? one : other);
        if (cell.rung().compareTo(Rung.CLAIMED) >= 0) {
          begun.add(cell.requirement());
        }
      }
    }
    Map<Integer, Set<Integer>> waiting = waiting(new Risks(coverage), own);
    List<Row> answered = new ArrayList<>();
    List<Row> mayCarryOver = new ArrayList<>();
    List<ToDo> remediation = new ArrayList<>();
    for (Row row : crosswalk.rows()) {
      if (row.direct().stream()
          .anyMatch(
              path ->
                  path.weakest().match().isWhole() && weakest.get(path.from()) == Rung.EFFECTIVE)) {
        answered.add(row);
      } else if (Stream.concat(row.direct().stream(), row.derived().stream())
          .anyMatch(path -> begun.contains(path.from()))) {
        mayCarryOver.add(row);
      } else {
        remediation.add(new ToDo(row, waitingFor(row, waiting)));
      }
    }
    remediation.sort(Comparator.comparingInt(todo -> -todo.waiting().size()));
    return new CarryOver(answered, mayCarryOver, remediation);
  }

  /** For each requirement that a treatment lacks the high risks that it is planned for. */
  private static Map<Integer, Set<Integer>> waiting(Risks risks, OfOrganisation own) {
    List<Plan> plans = risks.plans(own);
    Set<Integer> open = new HashSet<>(risks.high(own));
    plans.stream().filter(Plan::isEffective).map(Plan::risk).forEach(open::remove);
    risks.accepted(risks.residuals(own)).forEach(each -> open.remove(each.risk()));
    Map<Integer, Set<Integer>> waiting = new HashMap<>();
    for (Plan plan : plans) {
      if (open.contains(plan.risk())) {
        for (Plan.Step step : plan.steps()) {
          if (!step.isMet()) {
            waiting.computeIfAbsent(step.requirement(), any -> new TreeSet<>()).add(plan.risk());
          }
        }
      }
    }
    return waiting;
  }

  private static List<Integer> waitingFor(Row row, Map<Integer, Set<Integer>> waiting) {
    Set<Integer> found = new TreeSet<>(waiting.getOrDefault(row.requirement(), Set.of()));
    row.direct().forEach(path -> found.addAll(waiting.getOrDefault(path.from(), Set.of())));
    return List.copyOf(found);
  }
}
