package io.controlgraph.search;

import io.controlgraph.search.Match.How;
import io.controlgraph.vocab.Cg;
import io.controlgraph.vocab.Reference;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import org.apache.jena.graph.Node;

/** One run over an index. */
final class Search {
  /** With fewer exact hits than this, mistyped words are forgiven. */
  private static final int FEW = 5;

  private static final Comparator<Ranked> ORDER =
      Comparator.comparing((Ranked each) -> each.hit.match().how())
          .thenComparing(each -> each.hit.match().edits())
          .thenComparing(each -> each.standing)
          .thenComparing(each -> each.label.length())
          .thenComparing(each -> each.label)
          .thenComparing(each -> each.hit.thing().node().getURI());

  private final LabelIndex index;
  private final Request request;
  private final Context context;

  Search(LabelIndex index, Request request) {
    this.index = index;
    this.request = request;
    this.context = new Context(index, request.scope());
  }

  /** A hit with what decides between equals. */
  private record Ranked(Hit hit, int standing, String label) {}

  List<Hit> run() {
    Tokens tokens = Tokens.of(request.text());
    if (tokens.isEmpty()) {
      return List.of();
    }
    List<Word> words =
        tokens.words().stream().map(word -> Word.of(word, index.words(), context)).toList();
    List<Hit> hits = new ArrayList<>(best(new Matcher(words), candidates(words), request.limit()));
    int left = request.limit() - hits.size();
    if (hits.size() < FEW && left > 0) {
      hits.addAll(nearly(words, hits, left));
    }
    return hits;
  }

  private List<Hit> nearly(List<Word> words, List<Hit> exact, int limit) {
    List<Word> forgiving = words.stream().map(word -> word.forgiving(index.words())).toList();
    Set<Node> had = new HashSet<>();
    exact.forEach(hit -> had.add(hit.thing().node()));
    BitSet candidates = candidates(forgiving);
    for (int id = candidates.nextSetBit(0); id >= 0; id = candidates.nextSetBit(id + 1)) {
      if (had.contains(index.at(id).node())) {
        candidates.clear(id);
      }
    }
    return best(new Matcher(forgiving), candidates, limit);
  }

  /** What has each word, or belongs to what it names; and has one of them at least. */
  private BitSet candidates(List<Word> words) {
    BitSet all = new BitSet();
    words.forEach(word -> all.or(word.own()));
    for (Word word : words) {
      BitSet either = (BitSet) word.own().clone();
      either.or(word.members());
      all.and(either);
    }
    Node type = request.type();
    if (type != null) {
      all.and(context.members(context.below(type)));
    }
    return all;
  }

  private List<Hit> best(Matcher matcher, BitSet candidates, int limit) {
    Node type = request.type();
    Set<Node> types = type == null ? Set.of() : context.below(type);
    PriorityQueue<Ranked> best = new PriorityQueue<>(limit, ORDER.reversed());
    for (int id = candidates.nextSetBit(0); id >= 0; id = candidates.nextSetBit(id + 1)) {
      Entry thing = index.at(id).seenIn(request.scope());
      How worst = best.size() < limit ? How.NEARLY : best.element().hit.match().how();
      Match match = matcher.match(thing, worst);
      if (match != null && (type == null || !Collections.disjoint(thing.types(), types))) {
        Ranked next = new Ranked(new Hit(thing, match), standing(thing), thing.label().orElse(""));
        if (best.size() < limit) {
          best.add(next);
        } else if (ORDER.compare(next, best.element()) < 0) {
          best.remove();
          best.add(next);
        }
      }
    }
    List<Ranked> ordered = new ArrayList<>(best);
    ordered.sort(ORDER);
    return ordered.stream().map(Ranked::hit).toList();
  }

  /** Reference data in force, what organisations have, replaced editions, terms. */
  private int standing(Entry thing) {
    if (Reference.isReference(thing.node())) {
      return context.isReplaced(thing) ? 2 : 0;
    }
    return thing.node().getURI().startsWith(Cg.NS) ? 3 : 1;
  }
}
