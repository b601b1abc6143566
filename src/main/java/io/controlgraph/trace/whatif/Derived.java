package io.controlgraph.trace.whatif;

import io.controlgraph.trace.coverage.Carried;
import io.controlgraph.trace.coverage.Cell;
import io.controlgraph.trace.coverage.Coverage;
import io.controlgraph.trace.coverage.Grounds;
import io.controlgraph.trace.coverage.Rung;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How many cells of an organisation would fall without each of its implementations, pieces of
 * evidence, posts and persons, derived from the rows that carry each cell: those of the thing fall
 * away, or come down to the rung that does not need it, and a cell falls if no other row carries it
 * as far.
 */
final class Derived {
  private static final int NONE = 0;

  private final Map<Place, Integer> cells = new HashMap<>();
  private final Map<Place, List<Carried>> byPlace = new HashMap<>();
  private final Map<Integer, List<Carried>> byImplementation = new HashMap<>();
  private final Map<Integer, List<Carried>> byShared = new HashMap<>();
  private final Grounds grounds;

  Derived(Coverage coverage, int organisation) {
    for (Cell cell : coverage.cells(organisation)) {
      if (cell.isApplicable()) {
        cells.merge(new Place(cell.requirement(), cell.target()), 1, Integer::sum);
      }
    }
    if (!cells.isEmpty()) {
      for (Carried row : coverage.carried(organisation)) {
        Place place = Place.of(row);
        if (cells.containsKey(place)) {
          add(byPlace, place, row);
          add(byImplementation, row.implementation(), row);
          if (row.through() != Carried.NOT_SHARED) {
            add(byShared, row.through(), row);
          }
        }
      }
    }
    this.grounds = coverage.grounds(organisation);
  }

  private record Place(int requirement, int target) {
    static Place of(Carried row) {
      return new Place(row.requirement(), row.target());
    }
  }

  private static <K, V> void add(Map<K, List<V>> all, K key, V value) {
    all.computeIfAbsent(key, any -> new ArrayList<>()).add(value);
  }

  /** Adds to the number of each thing without which cells of the organisation fall. */
  void addTo(Map<Integer, Integer> fallen) {
    if (byPlace.isEmpty()) {
      return;
    }
    byImplementation.forEach(
        (implementation, rows) -> add(fallen, implementation, lowered(rows, NONE)));
    evidence(fallen);
    Map<Integer, Set<Integer>> postsOf = new HashMap<>();
    grounds
        .posts()
        .forEach(
            (thing, posts) -> {
              if (byImplementation.containsKey(thing)) {
                postsOf.put(thing, posts);
              }
            });
    onlyPost(postsOf)
        .forEach((post, things) -> add(fallen, post, lowered(rowsOf(things), Rung.EVIDENCED)));
    onlyPerson(postsOf)
        .forEach((person, things) -> add(fallen, person, lowered(rowsOf(things), Rung.EVIDENCED)));
  }

  private void evidence(Map<Integer, Integer> fallen) {
    Map<Integer, Map<Carried, Integer>> changes = new HashMap<>();
    grounds
        .proofs()
        .forEach(
            (thing, proofs) -> {
              if (proofs.size() == 1) {
                changes
                    .computeIfAbsent(only(proofs), any -> new HashMap<>())
                    .putAll(lowered(rowsOf(List.of(thing)), Rung.CLAIMED));
              }
            });
    grounds
        .assurances()
        .forEach(
            (shared, proofs) -> {
              if (proofs.size() == 1) {
                changes
                    .computeIfAbsent(only(proofs), any -> new HashMap<>())
                    .putAll(lowered(byShared.getOrDefault(shared, List.of()), NONE));
              }
            });
    changes.forEach((evidence, rows) -> add(fallen, evidence, rows));
  }

  private static Map<Integer, List<Integer>> onlyPost(Map<Integer, Set<Integer>> postsOf) {
    Map<Integer, List<Integer>> things = new HashMap<>();
    postsOf.forEach(
        (thing, posts) -> {
          if (posts.size() == 1) {
            add(things, only(posts), thing);
          }
        });
    return things;
  }

  /** For each person the things all of whose posts that person alone holds. */
  private Map<Integer, List<Integer>> onlyPerson(Map<Integer, Set<Integer>> postsOf) {
    Map<Integer, List<Integer>> things = new HashMap<>();
    postsOf.forEach(
        (thing, posts) -> {
          Set<Integer> persons = new HashSet<>();
          posts.forEach(post -> persons.addAll(grounds.persons().getOrDefault(post, Set.of())));
          if (persons.size() == 1) {
            add(things, only(persons), thing);
          }
        });
    return things;
  }

  private static int only(Set<Integer> one) {
    return one.iterator().next();
  }

  private List<Carried> rowsOf(Collection<Integer> implementations) {
    List<Carried> rows = new ArrayList<>();
    for (int each : implementations) {
      rows.addAll(byImplementation.getOrDefault(each, List.of()));
    }
    return rows;
  }

  private static Map<Carried, Integer> lowered(List<Carried> rows, Rung most) {
    return lowered(rows, most.level());
  }

  private static Map<Carried, Integer> lowered(List<Carried> rows, int most) {
    Map<Carried, Integer> lowered = new HashMap<>();
    for (Carried row : rows) {
      if (row.level() > most) {
        lowered.put(row, most);
      }
    }
    return lowered;
  }

  private void add(Map<Integer, Integer> fallen, int thing, Map<Carried, Integer> lowered) {
    Set<Place> places = new HashSet<>();
    lowered.keySet().forEach(row -> places.add(Place.of(row)));
    int count = 0;
    for (Place place : places) {
      int before = 0;
      int after = 0;
      for (Carried row : byPlace.getOrDefault(place, List.of())) {
        before = Math.max(before, row.level());
        after = Math.max(after, lowered.getOrDefault(row, row.level()));
      }
      if (after < before) {
        count += cells.getOrDefault(place, 0);
      }
    }
    if (count > 0) {
      fallen.merge(thing, count, Integer::sum);
    }
  }
}
