package io.controlgraph.search;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Folds texts to words that can be compared: without case and accents, and so that the spellings of
 * an id fall together.
 *
 * <p>A word is a run of letters, or a number with its inner dots: {@code A.5.23}, {@code a5.23} and
 * {@code A 5.23} are all "a" and "5.23", {@code ISO/IEC 27001:2022} is "iso", "iec", "27001" and
 * "2022". Texts are brought into Normalization Form KD (Unicode Standard Annex 15), from which
 * combining marks are dropped, and their case is folded by way of upper case, so that "ß" is "ss".
 */
final class Fold {
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");

  private Fold() {}

  /** The words of a text, one blank between two; empty if it has none. */
  static String key(String text) {
    String plain = plain(text);
    StringBuilder key = new StringBuilder(plain.length() + 4);
    boolean open = false;
    boolean digits = false;
    for (int i = 0; i < plain.length(); ) {
      int c = plain.codePointAt(i);
      int next = i + Character.charCount(c);
      boolean digit = Character.isDigit(c);
      if (digit || Character.isLetter(c)) {
        if (!key.isEmpty() && (!open || digits != digit)) {
          key.append(' ');
        }
        key.appendCodePoint(c);
        open = true;
        digits = digit;
      } else if (c == '.' && open && digits && startsWithDigit(plain, next)) {
        key.append('.');
      } else {
        open = false;
      }
      i = next;
    }
    return key.toString();
  }

  /** The words of a key. */
  static List<String> words(String key) {
    return key.isEmpty() ? List.of() : List.of(key.split(" ", -1));
  }

  private static boolean startsWithDigit(String text, int at) {
    return at < text.length() && Character.isDigit(text.codePointAt(at));
  }

  /** Marks go before the case is folded, and after all is decomposed: "™" is capital letters. */
  private static String plain(String text) {
    String letters =
        text.chars().allMatch(c -> c < 128)
            ? text
            : MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
    return letters.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
  }
}
