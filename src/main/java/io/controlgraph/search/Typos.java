package io.controlgraph.search;

import java.util.HashMap;
import java.util.Map;

/**
 * Finds the words that begin nearly like a mistyped one.
 *
 * <p>The distance is that of Damerau and Levenshtein in its restricted form (optimal string
 * alignment): letters lost, added or changed, and neighbours swapped, no letter twice; of a longer
 * word only its beginning counts, because people search before they have typed the end. Words are
 * walked in their order, so that those which begin alike share the work, and those which begin too
 * differently are passed over together.
 */
final class Typos {
  private static final int LEAST_LETTERS = 4;
  private static final int LETTERS_FOR_TWO = 8;

  private final Words words;
  private final String typed;
  private final int most;

  /** {@code rows[d][j]}: the edits between a word's first d letters and the first j typed. */
  private final int[][] rows;

  private final int[] best;

  private Typos(Words words, String typed, int most) {
    this.words = words;
    this.typed = typed;
    this.most = most;
    this.rows = new int[typed.length() + most + 1][typed.length() + 1];
    this.best = new int[rows.length];
    for (int j = 0; j <= typed.length(); j++) {
      rows[0][j] = j;
    }
    best[0] = typed.length();
  }

  /** How many edits are forgiven: none in numbers and short words, one, or two from 8 letters. */
  static int forgiven(String typed) {
    if (typed.length() < LEAST_LETTERS || !Character.isLetter(typed.charAt(0))) {
      return 0;
    }
    return typed.length() < LETTERS_FOR_TWO ? 1 : 2;
  }

  /** The words within reach of a typed one, each with how many edits it is away. */
  static Map<String, Integer> near(Words words, String typed) {
    int most = forgiven(typed);
    return most == 0 ? Map.of() : new Typos(words, typed, most).walk();
  }

  private Map<String, Integer> walk() {
    Map<String, Integer> found = new HashMap<>();
    String before = "";
    int index = words.after(Entry.BELOW);
    while (index < words.size()) {
      String word = words.at(index);
      int depth = Math.min(common(before, word), rows.length - 1);
      int end = Math.min(word.length(), rows.length - 1);
      boolean hopeless = false;
      while (depth < end && !hopeless) {
        depth++;
        fill(depth, word);
        hopeless = isHopeless(depth);
      }
      before = word.substring(0, depth);
      if (hopeless) {
        index = words.after(before);
      } else {
        if (best[depth] <= most) {
          found.put(word, best[depth]);
        }
        index++;
      }
    }
    return found;
  }

  private void fill(int depth, String word) {
    int[] above = rows[depth - 1];
    int[] row = rows[depth];
    char letter = word.charAt(depth - 1);
    row[0] = depth;
    for (int j = 1; j <= typed.length(); j++) {
      char wanted = typed.charAt(j - 1);
      int edits = Math.min(above[j], row[j - 1]) + 1;
      edits = Math.min(edits, above[j - 1] + (letter == wanted ? 0 : 1));
      if (depth > 1 && j > 1 && letter == typed.charAt(j - 2) && word.charAt(depth - 2) == wanted) {
        edits = Math.min(edits, rows[depth - 2][j - 2] + 1);
      }
      row[j] = edits;
    }
    best[depth] = Math.min(best[depth - 1], row[typed.length()]);
  }

  /** A swap reaches back over one row, so that one has to be out of reach as well. */
  private boolean isHopeless(int depth) {
    return best[depth] > most && least(rows[depth]) > most && least(rows[depth - 1]) >= most;
  }

  private static int least(int[] row) {
    int least = row[0];
    for (int edits : row) {
      least = Math.min(least, edits);
    }
    return least;
  }

  private static int common(String one, String other) {
    int length = Math.min(one.length(), other.length());
    int i = 0;
    while (i < length && one.charAt(i) == other.charAt(i)) {
      i++;
    }
    return i;
  }
}
