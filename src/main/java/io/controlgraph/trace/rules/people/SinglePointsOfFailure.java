package io.controlgraph.trace.rules.people;

import io.controlgraph.trace.coverage.Facts;
import io.controlgraph.trace.index.Links;
import io.controlgraph.trace.rules.GapRule;
import io.controlgraph.trace.rules.RowBuilder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.vocabulary.DCTerms;

/** Persons who alone answer for many things, with nobody to stand in. */
final class SinglePointsOfFailure implements GapRule {
  /** How many things, as the question has it where it is not told. */
  private static final int AT_LEAST = 10;

  private final Facts facts;
  private final AnswersFor answersFor;
  private final Delegations delegations;
  private final PostHolders holders;
  private final Links person;

  SinglePointsOfFailure(Facts facts) {
    this.facts = facts;
    this.answersFor = new AnswersFor(facts);
    this.delegations = new Delegations(facts);
    this.holders = new PostHolders(facts);
    this.person = facts.links("person");
  }

  @Override
  public String question() {
    return "ownership/single-points-of-failure";
  }

  @Override
  public List<Binding> rows(int organisation) {
    Known known = new Known();
    Map<Integer, Integer> counts = new HashMap<>();
    for (int thing : facts.membersOf(organisation)) {
      int[] posts = answersFor.posts(organisation, thing);
      if (Arrays.stream(posts).anyMatch(post -> known.holdersOf(post).length > 0)) {
        Set<Integer> persons = known.persons(thing, posts);
        if (persons.size() == 1) {
          counts.merge(persons.iterator().next(), 1, Integer::sum);
        }
      }
    }
    List<Binding> rows = new ArrayList<>();
    counts.forEach(
        (somebody, count) -> {
          if (count >= AT_LEAST) {
            new RowBuilder(facts.index())
                .labelled("org", organisation)
                .thing("person", somebody)
                .texts("personId", somebody, DCTerms.identifier.asNode())
                .number("things", count)
                .build()
                .forEach(rows::add);
          }
        });
    return rows;
  }

  /** What is known of posts while an organisation is looked at. */
  private final class Known {
    private final Map<Integer, int[]> holdersOf = new HashMap<>();
    private final Map<Integer, int[]> delegationsBy = new HashMap<>();

    /** Whoever is appointed to a post on the day, left or not. */
    int[] holdersOf(int post) {
      return holdersOf.computeIfAbsent(
          post,
          any ->
              holders
                  .appointments(any)
                  .flatMap(each -> Arrays.stream(person.from(each)))
                  .distinct()
                  .toArray());
    }

    /** The holders of posts, and of those that stand in for them for a thing. */
    Set<Integer> persons(int thing, int[] posts) {
      Set<Integer> persons = new HashSet<>();
      for (int post : posts) {
        add(persons, post);
        for (int each : delegationsBy.computeIfAbsent(post, delegations::by)) {
          if (delegations.isFor(each, thing)) {
            for (int delegate : delegations.delegates(each)) {
              add(persons, delegate);
            }
          }
        }
      }
      return persons;
    }

    private void add(Set<Integer> persons, int post) {
      for (int somebody : holdersOf(post)) {
        persons.add(somebody);
      }
    }
  }
}
