package io.controlgraph.search;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;

/**
 * What all things of a graph are called, at one revision. Immutable, so that any number of threads
 * may read it while the next one is made.
 *
 * <p>Indexed are labels ({@code rdfs:label}, {@code skos:prefLabel}, {@code skos:altLabel}), ids
 * ({@code dcterms:identifier}) and what a thing belongs to: its classes, its framework, its
 * organisation. Every statement is kept with the graphs that make it: so one that two graphs make
 * outlives the loss of one, and readers of some graphs find nothing by what stands in others.
 */
public final class LabelIndex {
  private final long revision;
  private final Map<Node, Integer> ids;
  private final Entry[] entries;
  private final Words words;

  /**
   * @param ids numbers of things; more may be added later, none is changed or taken away
   * @param entries the things by their numbers; not changed any more
   */
  LabelIndex(long revision, Map<Node, Integer> ids, Entry[] entries, Words words) {
    this.revision = revision;
    this.ids = ids;
    this.entries = entries;
    this.words = words;
  }

  /** The number of the revision that it shows. */
  public long revision() {
    return revision;
  }

  /** What the index knows of a thing; an entry without anything if it knows nothing. */
  public Entry entry(Node node) {
    Integer id = ids.get(node);
    return id == null || id >= entries.length ? Entry.empty(node) : entries[id];
  }

  /**
   * Finds things by the beginnings of words. All words of the text must fit: those of the thing's
   * labels and ids, at least one of them, or else those of its framework, organisation or class
   * ({@code iso 27001 5.23}). If fewer than five things fit, mistyped words are forgiven: one edit
   * from four letters on, two from eight.
   *
   * <p>Hits are ordered by {@link Match.How}; then reference data in force comes before what an
   * organisation has, before replaced editions, before terms of the ontology; then the shorter
   * label before the longer, then the order of labels and of IRIs. The same index gives the same
   * hits always.
   */
  public List<Hit> search(Request request) {
    return new Search(this, request).run();
  }

  Words words() {
    return words;
  }

  Entry at(int id) {
    return entries[id];
  }

  /** The things that something is known of. */
  Stream<Entry> entries() {
    return Stream.of(entries).filter(entry -> !entry.isEmpty());
  }

  /** A copy of the entries with places for more. */
  Entry[] entries(int size) {
    return Arrays.copyOf(entries, size);
  }
}
