package io.controlgraph.trace.rules.people;

import io.controlgraph.trace.coverage.Facts;
import io.controlgraph.trace.index.Links;
import io.controlgraph.trace.index.Rows;
import io.controlgraph.trace.rules.Dates;
import io.controlgraph.trace.rules.GapRule;
import io.controlgraph.trace.rules.RowBuilder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.vocabulary.DCTerms;

/** Trainings that have run out without being taken again, or were never taken. */
final class TrainingsLapsed implements GapRule {
  /** The last day of a training that does not lapse. */
  private static final int ALWAYS = Integer.MAX_VALUE;

  private final Facts facts;
  private final Dates dates;
  private final Links person;
  private final Rows courseTitle;
  private final Rows completedOn;
  private final Rows validUntil;
  private final Rows leftOn;
  private final int training;

  TrainingsLapsed(Facts facts) {
    this.facts = facts;
    this.dates = new Dates(facts);
    this.person = facts.links("person");
    this.courseTitle = facts.literals("courseTitle");
    this.completedOn = facts.literals("completedOn");
    this.validUntil = facts.literals("validUntil");
    this.leftOn = facts.literals("leftOn");
    this.training = facts.term("Training");
  }

  /**
   * A course for a person.
   *
   * @param title the number of its title
   */
  private record Course(int person, int title) {}

  @Override
  public String question() {
    return "gaps/trainings-lapsed";
  }

  @Override
  public List<Binding> rows(int organisation) {
    List<Binding> rows = new ArrayList<>();
    Map<Course, Integer> lastDays = new LinkedHashMap<>();
    for (int each : facts.membersOf(organisation)) {
      if (facts.isA(each, training)) {
        boolean isCompleted = facts.isByTheDay(completedOn, each);
        for (int somebody : person.from(each)) {
          for (int title : courseTitle.of(each)) {
            Course course = new Course(somebody, title);
            if (isCompleted) {
              lastDays.merge(course, lastDayOf(each), Math::max);
            } else if (!isEverCompleted(course)) {
              add(row(organisation, course, each), course, 1, rows);
            }
          }
        }
      }
    }
    lastDays.forEach(
        (course, lastDay) -> {
          if (lastDay < facts.day()) {
            addLapsed(organisation, course, lastDay, rows);
          }
        });
    return rows;
  }

  private int lastDayOf(int each) {
    int[] ends = validUntil.of(each);
    int last = ends.length == 0 ? ALWAYS : dates.day(ends[0]);
    for (int literal : ends) {
      last = Math.max(last, dates.day(literal));
    }
    return last;
  }

  private boolean isEverCompleted(Course course) {
    for (int each : person.to(course.person())) {
      if (isOf(each, course) && facts.isByTheDay(completedOn, each)) {
        return true;
      }
    }
    return false;
  }

  private boolean isOf(int each, Course course) {
    return facts.isA(each, training) && courseTitle.has(each, course.title());
  }

  /** Adds the trainings that ended on the last day, in whichever organisation. */
  private void addLapsed(int organisation, Course course, int lastDay, List<Binding> rows) {
    for (int each : person.to(course.person())) {
      if (isOf(each, course)) {
        int times = dates.byTheDay(completedOn, each).length;
        for (int end : validUntil.of(each)) {
          if (dates.day(end) == lastDay) {
            RowBuilder row =
                row(organisation, course, each).value("lapsedOn", facts.index().literal(end));
            add(row, course, times, rows);
          }
        }
      }
    }
  }

  private RowBuilder row(int organisation, Course course, int each) {
    return new RowBuilder(facts.index())
        .labelled("org", organisation)
        .thing("person", course.person())
        .texts("personId", course.person(), DCTerms.identifier.asNode())
        .thing("training", each)
        .value("course", facts.index().literal(course.title()))
        .literals("competence", each, "competence");
  }

  /** Adds rows, unless the person has left. */
  private void add(RowBuilder row, Course course, int times, List<Binding> rows) {
    row.times(times * dates.rowsFromTheDay(leftOn, course.person())).build().forEach(rows::add);
  }
}
