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
 * <p>Things get numbers that they keep for as long as the writer lives, so that indexes can share
 * what did not change: a commit costs a copy of the two arrays of references, and new lists for the
 * words that it touches.
 */
final class IndexWriter {
  private final Map<Node, Integer> ids = new ConcurrentHashMap<>();
  private LabelIndex index = new LabelIndex(0, ids, new Entry[0], Words.NONE);
  private int size;

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
    changed.forEach((id, entry) -> entries[id] = entry);
    index = new LabelIndex(revision, ids, entries, words);
  }

  private void change(
      Map<Integer, Entry> changed, Quad quad, BiFunction<Entry, Quad, Entry> change) {
    if (Role.of(quad.getPredicate()) != null) {
      int id = ids.computeIfAbsent(quad.getSubject(), unknown -> size++);
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
