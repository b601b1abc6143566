package io.controlgraph.trace.rules.people;

import io.controlgraph.trace.coverage.Facts;
import io.controlgraph.trace.coverage.Standing;
import io.controlgraph.trace.index.Links;
import io.controlgraph.trace.index.Rows;
import io.controlgraph.trace.index.TraceIndex;
import io.controlgraph.trace.rules.Dates;
import io.controlgraph.trace.rules.GapRule;
import io.controlgraph.trace.rules.RowBuilder;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.sparql.engine.binding.Binding;

/** Posts that nobody holds though they answer for things or have duties. */
final class PostsWithoutPerson implements GapRule {
  private final Facts facts;
  private final Dates dates;
  private final PostHolders holders;
  private final PostLoads loads;
  private final Links post;
  private final Links person;
  private final Rows validUntil;
  private final Rows leftOn;
  private final int postType;
  private final int appointment;

  PostsWithoutPerson(Facts facts) {
    this.facts = facts;
    this.dates = new Dates(facts);
    this.holders = new PostHolders(facts);
    this.loads = new PostLoads(facts);
    this.post = facts.links("post");
    this.person = facts.links("person");
    this.validUntil = facts.literals("validUntil");
    this.leftOn = facts.literals("leftOn");
    this.postType = facts.term("Post");
    this.appointment = facts.term("Appointment");
  }

  @Override
  public String question() {
    return "ownership/posts-without-person";
  }

  @Override
  public List<Binding> rows(int organisation) {
    List<Binding> rows = new ArrayList<>();
    for (int vacant : facts.membersOf(organisation)) {
      if (facts.isA(vacant, postType) && holders.in(organisation, vacant).length == 0) {
        PostLoads.Load load = loads.of(vacant).get(organisation);
        if (load != null) {
          RowBuilder row =
              new RowBuilder(facts.index())
                  .labelled("org", organisation)
                  .labelled("post", vacant)
                  .number("things", load.things())
                  .number("duties", load.duties());
          int heldUntil = heldUntil(vacant);
          (heldUntil == Standing.NEVER ? row : row.date("heldUntil", heldUntil))
              .build()
              .forEach(rows::add);
        }
      }
    }
    return rows;
  }

  /** The last day before the day that somebody held a post. */
  private int heldUntil(int vacant) {
    int last = Standing.NEVER;
    for (int each : post.to(vacant)) {
      if (facts.isA(each, appointment)) {
        for (int holder : person.from(each)) {
          last = Math.max(last, heldUntil(each, holder));
        }
      }
    }
    return last;
  }

  /** The last day of an appointment or of its holder, whichever comes first. */
  private int heldUntil(int each, int holder) {
    int[] ends = validUntil.of(each);
    int[] leavings = leftOn.of(holder);
    int last = Standing.NEVER;
    for (int end : ends) {
      for (int leaving : leavings) {
        if (dates.day(end) != TraceIndex.NO_VALUE && dates.day(leaving) != TraceIndex.NO_VALUE) {
          last = later(last, Math.min(dates.day(end), dates.day(leaving)));
        }
      }
    }
    if (ends.length == 0 || leavings.length == 0) {
      for (int only : ends.length == 0 ? leavings : ends) {
        last = later(last, dates.day(only));
      }
    }
    return last;
  }

  private int later(int last, int date) {
    return date < facts.day() ? Math.max(last, date) : last;
  }
}
