package io.controlgraph.search;

import java.util.ArrayList;
import java.util.List;

/**
 * The words of a query.
 *
 * @param words folded, in their order
 */
record Tokens(List<String> words) {
  /** More words than people type; what follows is left out. */
  private static final int MOST = 12;

  Tokens {
    words = List.copyOf(words);
  }

  /** Reads a query; "annex a" is the "a" of its ids. */
  static Tokens of(String text) {
    List<String> words = new ArrayList<>();
    List<String> all = Fold.words(Fold.key(text));
    for (int i = 0; i < all.size() && words.size() < MOST; i++) {
      boolean annex = all.get(i).equals("annex");
      if (!annex || i + 1 == all.size() || all.get(i + 1).length() > 1) {
        words.add(all.get(i));
      }
    }
    return new Tokens(words);
  }

  boolean isEmpty() {
    return words.isEmpty();
  }

  /** Whether a word of a key begins with a word of the query. */
  static boolean begins(String key, String word) {
    for (int at = key.indexOf(word); at >= 0; at = key.indexOf(word, at + 1)) {
      if (at == 0 || key.charAt(at - 1) == ' ') {
        return true;
      }
    }
    return false;
  }
}
