package io.controlgraph.trace.coverage;

import io.controlgraph.trace.index.Links;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the standing of an organisation's implementations rests on, besides their own entries and
 * tests: evidence in force, held posts and the persons in them. All are numbers of the index.
 */
public final class Grounds {
  private final Map<Integer, Set<Integer>> proofs = new HashMap<>();
  private final Map<Integer, Set<Integer>> posts = new HashMap<>();
  private final Map<Integer, Set<Integer>> persons = new HashMap<>();
  private final Map<Integer, Set<Integer>> assurances = new HashMap<>();

  Grounds(Facts facts, Evidence evidence, Holders holders, Support support, int organisation) {
    Members members = new Members(facts, organisation);
    Links proves = facts.links("proves");
    for (int thing : members.all()) {
      if (evidence.isInForce(thing)) {
        for (int proved : proves.from(thing)) {
          add(proofs, proved, thing);
        }
      }
    }
    BitSet held = holders.held(members);
    holders.accountable(
        members,
        (thing, post) -> {
          if (held.get(post)) {
            add(posts, thing, post);
          }
        });
    holders.holders(members, (post, person) -> add(persons, post, person));
    for (int shared : members.ofType(facts.term("SharedResponsibility"))) {
      for (int proof : support.assurances(shared, organisation)) {
        add(assurances, shared, proof);
      }
    }
  }

  private static void add(Map<Integer, Set<Integer>> all, int key, int value) {
    all.computeIfAbsent(key, any -> new TreeSet<>()).add(value);
  }

  /** For each thing the evidence in force that proves it. */
  public Map<Integer, Set<Integer>> proofs() {
    return proofs;
  }

  /** For each thing the posts accountable for it that somebody holds. */
  public Map<Integer, Set<Integer>> posts() {
    return posts;
  }

  /** For each post that somebody holds the persons who do. */
  public Map<Integer, Set<Integer>> persons() {
    return persons;
  }

  /** For each shared responsibility the evidence in force of the organisation that assures it. */
  public Map<Integer, Set<Integer>> assurances() {
    return assurances;
  }
}
