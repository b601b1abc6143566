package io.controlgraph.search;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;

/**
 * Makes each index from the one before. Used by one thread at a time.
 *
 * <p>Things get numbers that they keep, so that indexes can share what did not change: a commit
 * costs a copy of the two arrays of references, and new lists for the words that it touches. Things
 * that are gone keep their numbers too, until they are more than half of all: then the rest is
 * numbered anew, which costs less than it cost to delete so many.
 */
final class IndexWriter {
  /** With fewer things than this, those that are gone cost next to nothing. */
  private static final int WORTH_COMPACTING = 10_000;

  private Map<Node, Integer> ids = new ConcurrentHashMap<>();
  private LabelIndex index = new LabelIndex(0, ids, new Entry[0], Words.NONE);
  private int size;
  private int gone;

  LabelIndex index() {
    return index;
  }

  /** Makes the index of the next revision. */
  void apply(long revision, Stream<Quad> deleted, Stream<Quad> added) {
    Map<Integer, Entry> changed = new HashMap<>();
    deleted.forEach(quad -> change(changed, quad, Entry::minus));
    added.forEach(quad -> change(changed, quad, Entry::plus));
    Words words = index.words().with(changes(changed));
    Entry[] entries = index.entries(size);
    for (Map.Entry<Integer, Entry> each : changed.entrySet()) {
      Entry before = entries[each.getKey()];
      gone += (each.getValue().isEmpty() ? 1 : 0) - (before != null && before.isEmpty() ? 1 : 0);
      entries[each.getKey()] = each.getValue();
    }
    index = new LabelIndex(revision, ids, entries, words);
    if (size >= WORTH_COMPACTING && gone > size / 2) {
      compact();
    }
  }

  /** Numbers what is left anew; indexes made before keep their own numbers. */
  private void compact() {
    LabelIndex full = index;
    ids = new ConcurrentHashMap<>();
    size = 0;
    gone = 0;
    Map<Integer, Entry> left = new HashMap<>();
    full.entries().forEach(entry -> left.put(idOf(entry.node()), entry));
    index = new LabelIndex(full.revision(), ids, new Entry[0], Words.NONE);
    Words words = index.words().with(changes(left));
    Entry[] entries = index.entries(size);
    left.forEach((id, entry) -> entries[id] = entry);
    index = new LabelIndex(full.revision(), ids, entries, words);
  }

  private int idOf(Node node) {
    return ids.computeIfAbsent(node, unknown -> size++);
  }

  private void change(
      Map<Integer, Entry> changed, Quad quad, BiFunction<Entry, Quad, Entry> change) {
    if (Role.of(quad.getPredicate()) != null) {
      int id = idOf(quad.getSubject());
      Entry now = changed.get(id);
      changed.put(id, change.apply(now == null ? index.entry(quad.getSubject()) : now, quad));
    }
  }

  private SortedMap<String, Words.Change> changes(Map<Integer, Entry> changed) {
    SortedMap<String, Words.Change> changes = new TreeMap<>();
    changed.forEach(
        (id, entry) -> {
          Set<String> before = index.entry(entry.node()).terms();
          Set<String> after = entry.terms();
          for (String word : without(after, before)) {
            changes.computeIfAbsent(word, w -> new Words.Change()).add(id);
          }
          for (String word : without(before, after)) {
            changes.computeIfAbsent(word, w -> new Words.Change()).remove(id);
          }
        });
    return changes;
  }

  private static Set<String> without(Set<String> words, Set<String> others) {
    Set<String> left = new HashSet<>(words);
    left.removeAll(others);
    return left;
  }
}
