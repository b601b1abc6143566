package io.controlgraph.trace.coverage;

import io.controlgraph.trace.index.Links;
import io.controlgraph.trace.index.TraceIndex;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which posts answer for one thing and who holds a post on a day, in any organisation, as {@code
 * accountable} and {@code holders} have it.
 */
public final class Posts {
  private final Facts facts;
  private final Holders holders;
  private final Links post;
  private final Links person;
  private final Links owner;
  private final int appointment;

  /** Posts by what is known in an index on a day. */
  public Posts(TraceIndex index, LocalDate day) {
    this.facts = new Facts(index, day);
    this.holders = new Holders(facts);
    this.post = facts.links("post");
    this.person = facts.links("person");
    this.owner = facts.links("owner");
    this.appointment = facts.term("Appointment");
  }

  /** The posts accountable for a thing, by its own entry or an assignment in force; ascending. */
  public List<Integer> accountableFor(int thing) {
    return holders.answeringFor(thing).stream()
        .map(Holders.Answering::post)
        .distinct()
        .sorted()
        .toList();
  }

  /** The posts that own a risk, ascending. */
  public List<Integer> ownersOf(int risk) {
    return Arrays.stream(owner.from(risk)).boxed().toList();
  }

  /** The persons who hold a post, ascending. */
  public List<Integer> holdersOf(int held) {
    Set<Integer> persons = new TreeSet<>();
    for (int each : post.to(held)) {
      if (facts.isA(each, appointment) && isSomewhere(each) && holders.isInForce(each)) {
        for (int somebody : person.from(each)) {
          if (holders.isThere(somebody)) {
            persons.add(somebody);
          }
        }
      }
    }
    return List.copyOf(persons);
  }

  private boolean isSomewhere(int thing) {
    return facts.organisationsOf(thing).length > 0;
  }
}
