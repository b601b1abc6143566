package io.controlgraph.trace.rules.people;

import io.controlgraph.trace.coverage.Facts;
import io.controlgraph.trace.index.Links;
import io.controlgraph.trace.index.Rows;
import io.controlgraph.trace.rules.GapRule;
import io.controlgraph.trace.rules.RowBuilder;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.engine.binding.Binding;

/** Notices that were sent late, or were due before the day and not sent. */
final class NotificationsMissed implements GapRule {
  private static final long SECONDS_OF_AN_HOUR = 3600;

  /** Stands for no moment of that kind. */
  private static final long NONE = 0;

  private final Facts facts;
  private final String day;
  private final Links incident;
  private final Rows dueAt;
  private final Rows sentAt;
  private final int notification;

  NotificationsMissed(Facts facts) {
    this.facts = facts;
    this.day = LocalDate.ofEpochDay(facts.day()).toString();
    this.incident = facts.links("incident");
    this.dueAt = facts.literals("dueAt");
    this.sentAt = facts.literals("sentAt");
    this.notification = facts.term("Notification");
  }

  @Override
  public String question() {
    return "incident/notifications-missed";
  }

  @Override
  public List<Binding> rows(int organisation) {
    List<Binding> rows = new ArrayList<>();
    for (int each : facts.membersOf(organisation)) {
      if (facts.isA(each, notification)) {
        List<Node> dues = Arrays.stream(dueAt.of(each)).mapToObj(facts.index()::literal).toList();
        List<Node> sents =
            Arrays.stream(sentAt.of(each))
                .mapToObj(facts.index()::literal)
                .filter(sent -> Moments.day(sent).compareTo(day) <= 0)
                .toList();
        OptionalLong due = latest(dues);
        OptionalLong sent = latest(sents);
        if (due.isPresent() && sent.isPresent() && due.getAsLong() > NONE) {
          Missed missed =
              new Missed(organisation, each, due.getAsLong(), sent.getAsLong(), dues, sents);
          if (missed.isMissed()) {
            add(missed, rows);
          }
        }
      }
    }
    return rows;
  }

  /** The latest of moments; {@link #NONE} if there are none, nothing if one cannot be read. */
  private static OptionalLong latest(List<Node> literals) {
    long latest = NONE;
    for (Node literal : literals) {
      OptionalLong second = Moments.seconds(literal);
      if (second.isEmpty()) {
        return second;
      }
      latest = Math.max(latest, second.getAsLong());
    }
    return OptionalLong.of(latest);
  }

  private record Missed(
      int organisation, int notification, long due, long sent, List<Node> dues, List<Node> sents) {

    boolean isMissed() {
      return isUnsent() || due < sent;
    }

    boolean isUnsent() {
      return sent == NONE;
    }
  }

  private void add(Missed missed, List<Binding> rows) {
    List<Node> dues =
        missed.dues().stream()
            .filter(due -> !missed.isUnsent() || Moments.day(due).compareTo(day) < 0)
            .toList();
    if (!dues.isEmpty()) {
      for (int of : incident.from(missed.notification())) {
        RowBuilder row =
            new RowBuilder(facts.index())
                .labelled("org", missed.organisation())
                .labelled("incident", of)
                .thing("notification", missed.notification())
                .thing("thing", missed.notification())
                .literals("regime", missed.notification(), "regime")
                .literals("recipient", missed.notification(), "recipient")
                .linked("dutyHolder", missed.notification(), "dutyHolder")
                .number("due", missed.due())
                .any("dueAt", dues)
                .any("sentAt", missed.sents())
                .text("reason", missed.isUnsent() ? "not sent" : "late");
        (missed.isUnsent() ? row : row.number("hoursLate", hoursLate(missed)))
            .build()
            .forEach(rows::add);
      }
    }
  }

  private static long hoursLate(Missed missed) {
    return Math.floorDiv(missed.sent() - missed.due(), SECONDS_OF_AN_HOUR);
  }
}
