package io.controlgraph.ingest.csv;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Finds the thing that a cell refers to.
 *
 * <p>Tried one after the other: the exact id; {@code kind/id}, where two kinds have the same id;
 * the exact label; the id in another case. The first that finds something decides, and must find
 * one thing only.
 */
final class References {
  private static final int NAMED_AT_MOST = 6;

  private final Things things;
  private final Labels labels;

  References(Things things, Labels labels) {
    this.things = things;
    this.labels = labels;
  }

  Resolution resolve(String organisation, List<String> kinds, String value) {
    String wanted = Ids.normal(value);
    List<Pool> pools = new ArrayList<>(kinds.size());
    for (String kind : kinds) {
      pools.add(things.pool(organisation, kind));
    }
    List<Thing> found = find(pools, pool -> byId(pool, wanted));
    if (found.isEmpty() && wanted.indexOf('/') > 0) {
      found = find(pools, pool -> byKindAndId(pool, wanted));
    }
    if (found.isEmpty()) {
      found = find(pools, pool -> pool.byLabel(value));
    }
    if (found.isEmpty()) {
      found = find(pools, pool -> pool.byIdInAnyCase(wanted));
    }
    if (found.size() == 1) {
      Thing thing = found.get(0);
      return new Resolution.Found(thing.node(), () -> labels.of(thing), thing.id());
    } else if (found.size() > 1) {
      List<Thing> several = found;
      return new Resolution.Wrong(() -> ambiguous(several));
    } else if (pools.stream().anyMatch(pool -> !pool.isComplete())) {
      return new Resolution.Unknown();
    }
    return new Resolution.Wrong(() -> missing(pools, wanted));
  }

  private static List<Thing> byId(Pool pool, String id) {
    Thing thing = pool.byId(id);
    return thing == null ? List.of() : List.of(thing);
  }

  private static List<Thing> byKindAndId(Pool pool, String value) {
    String prefix = pool.kind().name() + "/";
    return value.startsWith(prefix) ? byId(pool, value.substring(prefix.length())) : List.of();
  }

  private static List<Thing> find(List<Pool> pools, Function<Pool, List<Thing>> search) {
    List<Thing> found = new ArrayList<>(1);
    for (Pool pool : pools) {
      for (Thing thing : search.apply(pool)) {
        if (!pool.removes(thing)) {
          found.add(thing);
        }
      }
    }
    return found;
  }

  private static String ambiguous(List<Thing> found) {
    boolean oneKind = found.stream().map(Thing::kind).distinct().count() == 1;
    String listed =
        found.stream()
            .limit(NAMED_AT_MOST)
            .map(thing -> oneKind ? thing.id() : thing.kind().name() + "/" + thing.id())
            .collect(Collectors.joining(", "));
    return "could be any of "
        + found.size()
        + (oneKind ? ": " : " of different kinds: ")
        + listed
        + (found.size() > NAMED_AT_MOST ? ", ..." : "")
        + "; write one of these ids";
  }

  private static String missing(List<Pool> pools, String wanted) {
    String what = Nouns.oneOf(pools.stream().map(pool -> pool.kind().name()).toList());
    for (Pool pool : pools) {
      Thing thing = pool.byId(wanted);
      if (thing != null && pool.removes(thing)) {
        return "this import takes away the "
            + Nouns.oneOf(List.of(pool.kind().name()))
            + ", which is in no file any more";
      }
    }
    List<String> candidates = new ArrayList<>();
    for (Pool pool : pools) {
      for (Thing thing : pool.things()) {
        if (!pool.removes(thing)) {
          candidates.add(thing.id());
        }
      }
      candidates.addAll(pool.allLabels());
    }
    return "no such " + what + Nearest.hint(wanted, candidates);
  }
}
