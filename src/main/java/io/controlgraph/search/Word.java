package io.controlgraph.search;

import java.util.BitSet;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Node;

/**
 * A word of a query, and what it may mean.
 *
 * @param typed the word
 * @param own the things that have a word which begins so, or nearly so
 * @param owners the frameworks, organisations and classes that it names
 * @param members the things that belong to these
 * @param typos the words that begin nearly so, each with how many edits it is away
 */
record Word(
    String typed, BitSet own, Set<Node> owners, BitSet members, Map<String, Integer> typos) {

  static Word of(String typed, Words words, Context context) {
    Set<Node> owners = context.named(typed);
    return new Word(typed, words.startingWith(typed), owners, context.members(owners), Map.of());
  }

  /** The same with mistyped words forgiven. */
  Word forgiving(Words words) {
    Map<String, Integer> near = Typos.near(words, typed);
    BitSet more = (BitSet) own.clone();
    near.keySet().forEach(word -> more.or(words.having(word)));
    return new Word(typed, more, owners, members, near);
  }

  /** Whether it names something that the thing belongs to. */
  boolean namesOwnerOf(Entry thing) {
    if (!owners.isEmpty()) {
      for (Stated stated : thing.statements()) {
        if (stated.role().isContext() && owners.contains(stated.value())) {
          return true;
        }
      }
    }
    return false;
  }

  /** How many edits a text is away: 0 if a word of it begins so, negative if it is out of reach. */
  int edits(String key) {
    if (Tokens.begins(key, typed)) {
      return 0;
    }
    int least = -1;
    if (!typos.isEmpty()) {
      for (String word : Fold.words(key)) {
        Integer edits = typos.get(word);
        if (edits != null && (least < 0 || edits < least)) {
          least = edits;
        }
      }
    }
    return least;
  }
}
