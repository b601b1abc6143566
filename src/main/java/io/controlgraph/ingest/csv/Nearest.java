package io.controlgraph.ingest.csv;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Finds what somebody probably meant.
 *
 * <p>The measure is the optimal string alignment distance (insert, delete, replace, swap
 * neighbours) without regard to case; a third of the length is the most that still counts as near.
 */
final class Nearest {
  private static final int LONGEST = 200;

  private Nearest() {}

  /** {@code "; did you mean 'x'?"}, or nothing if nothing is near. */
  static String hint(String written, Iterable<String> candidates) {
    String nearest = to(written, candidates);
    return nearest == null ? "" : "; did you mean '" + nearest + "'?";
  }

  /**
   * The nearest candidate; of equals the one that begins most alike, then the first. Null if none
   * is near.
   */
  static @Nullable String to(String written, Iterable<String> candidates) {
    if (written.length() > LONGEST) {
      return null;
    }
    String wanted = written.toLowerCase(Locale.ROOT);
    int best = Math.max(1, wanted.length() / 3);
    int bestStart = -1;
    String nearest = null;
    for (String candidate : candidates) {
      if (Math.abs(candidate.length() - wanted.length()) > best) {
        continue;
      }
      String folded = candidate.toLowerCase(Locale.ROOT);
      int distance = distance(wanted, folded, best + 1);
      if (distance > best) {
        continue;
      }
      int start = commonStart(wanted, folded);
      if (distance < best || start > bestStart) {
        best = distance;
        bestStart = start;
        nearest = candidate;
      }
    }
    return nearest;
  }

  private static int commonStart(String a, String b) {
    int length = 0;
    while (length < Math.min(a.length(), b.length()) && a.charAt(length) == b.charAt(length)) {
      length++;
    }
    return length;
  }

  /** The distance, or {@code bound} as soon as it cannot be less. */
  private static int distance(String a, String b, int bound) {
    int[] beforeLast = new int[b.length() + 1];
    int[] last = new int[b.length() + 1];
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      last[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      row[0] = i;
      int least = i;
      for (int j = 1; j <= b.length(); j++) {
        int replace = last[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(replace, Math.min(last[j], row[j - 1]) + 1);
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
        }
        least = Math.min(least, row[j]);
      }
      if (least >= bound) {
        return bound;
      }
      int[] free = beforeLast;
      beforeLast = last;
      last = row;
      row = free;
    }
    return last[b.length()];
  }
}
