package io.controlgraph.trace.rules.people;

import io.controlgraph.trace.coverage.Facts;
import io.controlgraph.trace.coverage.Holders;
import io.controlgraph.trace.index.Links;
import java.util.Arrays;
import java.util.stream.IntStream;

/** Who holds a post, as {@code holders} has it. */
final class PostHolders {
  private final Facts facts;
  private final Holders holders;
  private final Links post;
  private final Links person;
  private final int appointment;

  PostHolders(Facts facts) {
    this.facts = facts;
    this.holders = new Holders(facts);
    this.post = facts.links("post");
    this.person = facts.links("person");
    this.appointment = facts.term("Appointment");
  }

  /** The appointments to a post that hold on the day, of any organisation or of none. */
  IntStream appointments(int held) {
    return Arrays.stream(post.to(held))
        .filter(each -> facts.isA(each, appointment) && holders.isInForce(each));
  }

  /** The persons who hold a post in an organisation, each once. */
  int[] in(int organisation, int held) {
    return persons(appointments(held).filter(each -> facts.isIn(each, organisation))).toArray();
  }

  /** Whether somebody holds a post in any organisation. */
  boolean isHeld(int held) {
    return persons(appointments(held).filter(each -> facts.organisationsOf(each).length > 0))
        .findAny()
        .isPresent();
  }

  private IntStream persons(IntStream appointments) {
    return appointments
        .flatMap(each -> Arrays.stream(person.from(each)))
        .filter(holders::isThere)
        .distinct();
  }
}
