package io.controlgraph.trace.rules.people;

import io.controlgraph.trace.coverage.Facts;
import io.controlgraph.trace.coverage.Holders;
import io.controlgraph.trace.index.Links;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/** What each post answers for, as {@code answers-for} has it. */
final class AnswersFor {
  private final Facts facts;
  private final Holders holders;
  private final Links accountable;
  private final Links owner;
  private final Links concerns;
  private final Links post;
  private final int risk;

  AnswersFor(Facts facts) {
    this.facts = facts;
    this.holders = new Holders(facts);
    this.accountable = facts.links("accountable");
    this.owner = facts.links("owner");
    this.concerns = facts.links("concerns");
    this.post = facts.links("post");
    this.risk = facts.term("Risk");
  }

  /** A thing in an organisation. */
  record InOrganisation(int organisation, int thing) {}

  /** The posts that answer for a thing in an organisation it is in, each once, ascending. */
  int[] posts(int organisation, int thing) {
    if (!isInUse(thing)) {
      return new int[0];
    }
    Set<Integer> posts = new HashSet<>();
    addAll(posts, accountable.from(thing));
    for (int each : concerns.to(thing)) {
      if (facts.isIn(each, organisation) && holders.isAccountability(each)) {
        addAll(posts, post.from(each));
      }
    }
    if (facts.isA(thing, risk)) {
      addAll(posts, owner.from(thing));
    }
    return posts.stream().mapToInt(Integer::intValue).sorted().toArray();
  }

  private static void addAll(Set<Integer> posts, int[] more) {
    for (int each : more) {
      posts.add(each);
    }
  }

  private boolean isInUse(int thing) {
    return facts.hasBegun(thing) && facts.hasNotEnded(thing);
  }

  /** What a post answers for, in all organisations. */
  Set<InOrganisation> things(int answering) {
    Set<InOrganisation> things = new HashSet<>();
    for (int thing : accountable.to(answering)) {
      add(things, thing);
    }
    for (int thing : owner.to(answering)) {
      if (facts.isA(thing, risk)) {
        add(things, thing);
      }
    }
    for (int each : post.to(answering)) {
      if (holders.isAccountability(each)) {
        for (int thing : concerns.from(each)) {
          if (isInUse(thing)) {
            Arrays.stream(facts.organisationsOf(each))
                .filter(organisation -> facts.isIn(thing, organisation))
                .forEach(organisation -> things.add(new InOrganisation(organisation, thing)));
          }
        }
      }
    }
    return things;
  }

  private void add(Set<InOrganisation> things, int thing) {
    if (isInUse(thing)) {
      for (int organisation : facts.organisationsOf(thing)) {
        things.add(new InOrganisation(organisation, thing));
      }
    }
  }
}
