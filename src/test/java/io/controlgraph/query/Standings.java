package io.controlgraph.query;

import io.controlgraph.trace.coverage.Accepted;
import io.controlgraph.trace.coverage.Cell;
import io.controlgraph.trace.coverage.Coverage;
import io.controlgraph.trace.coverage.Evaluated;
import io.controlgraph.trace.coverage.OfOrganisation;
import io.controlgraph.trace.coverage.Plan;
import io.controlgraph.trace.coverage.Risks;
import io.controlgraph.trace.index.TraceIndex;
import io.controlgraph.vocab.Cg;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** How all organisations of an index stand, as rows of text that two indexes can be compared by. */
final class Standings {
  final Set<String> ladder = new TreeSet<>();

  /** The applicable cells with their levels. */
  final Map<String, Integer> cells = new TreeMap<>();

  final Set<String> treated = new TreeSet<>();
  final Set<String> effectivePlans = new TreeSet<>();
  final Set<String> worksAt = new TreeSet<>();
  final Set<String> accepted = new TreeSet<>();
  final Set<String> acceptances = new TreeSet<>();
  final Set<String> residuals = new TreeSet<>();
  final Set<String> remaining = new TreeSet<>();
  final Set<String> high = new TreeSet<>();

  private final TraceIndex index;

  Standings(TraceIndex index, LocalDate day) {
    this(new Coverage(index, day), index.links(Cg.IN_ORGANISATION).backward().nodes());
  }

  /** How some organisations stand by what is known of coverage. */
  Standings(Coverage coverage, int... organisations) {
    this.index = coverage.index();
    Risks risks = new Risks(coverage);
    for (int organisation : organisations) {
      OfOrganisation own = coverage.of(organisation);
      own.cells().forEach(this::cell);
      for (Plan plan : risks.plans(own)) {
        plan(plan);
      }
      List<Evaluated> latest = risks.residuals(own);
      latest.forEach(each -> residuals.add(text(each)));
      risks.remaining(own).forEach(each -> remaining.add(text(each)));
      for (Accepted each : risks.accepted(latest)) {
        accepted.add(words(each.organisation(), each.risk()));
        acceptances.add(text(each));
      }
      risks.high(own).forEach(risk -> high.add(words(organisation, risk)));
    }
    treated.addAll(accepted);
  }

  private void cell(Cell cell) {
    String place = place(cell);
    ladder.add(place + " " + cell.isApplicable() + " " + cell.level());
    if (cell.isApplicable()) {
      cells.put(place, cell.level());
    }
  }

  private void plan(Plan plan) {
    if (plan.isEffective()) {
      treated.add(words(plan.organisation(), plan.risk()));
      effectivePlans.add(text(plan));
    }
    for (Plan.Step step : plan.steps()) {
      for (int target : step.effectiveAt()) {
        worksAt.add(
            words(plan.organisation(), plan.risk(), plan.treatment(), step.requirement(), target));
      }
    }
  }

  /** All of it. */
  String text() {
    return List.of(
            ladder, treated, effectivePlans, worksAt, acceptances, residuals, remaining, high)
        .stream()
        .map(rows -> String.join("\n", rows))
        .collect(Collectors.joining("\n--\n"));
  }

  String place(Cell cell) {
    return words(
        cell.organisation(), cell.framework(), cell.requirement(), cell.target(), cell.kind());
  }

  String text(Plan plan) {
    return words(plan.organisation(), plan.treatment(), plan.risk());
  }

  String text(Evaluated each) {
    return words(each.organisation(), each.risk(), each.evaluation());
  }

  String text(Accepted each) {
    return words(each.organisation(), each.risk(), each.evaluation(), each.acceptance());
  }

  String words(int... numbers) {
    List<String> words = new ArrayList<>();
    for (int number : numbers) {
      words.add(index.iri(number));
    }
    return String.join(" ", words);
  }
}
