package io.controlgraph.ingest.csv;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;

/**
 * What an id may be.
 *
 * <p>Letters and digits of any script and {@code - _ . : / @ +}, up to 100, beginning with a letter
 * or digit. So no id is a relative path, none needs quotes in a list, and {@code ~}, which joins
 * the parts of a key, occurs in none.
 */
final class Ids {
  static final int MAX_LENGTH = 100;

  /** The rule, for a message. */
  static final String RULE =
      "an id has letters, digits and - _ . : / @ +, begins with a letter or digit and has at most "
          + MAX_LENGTH
          + " characters";

  private static final String SIGNS = "-_.:/@+";
  private static final String UNRESERVED = "-_.~";

  private Ids() {}

  /** The id in the one form in which ids are compared. */
  static String normal(String id) {
    return Normalizer.normalize(id, Normalizer.Form.NFC);
  }

  static boolean valid(String id) {
    if (id.isEmpty() || id.length() > MAX_LENGTH || !Character.isLetterOrDigit(id.codePointAt(0))) {
      return false;
    }
    return id.codePoints()
        .allMatch(c -> Character.isLetterOrDigit(c) || isMark(c) || SIGNS.indexOf(c) >= 0);
  }

  private static boolean isMark(int c) {
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
  }

  /** The id as one segment of an IRI's path. */
  static String encode(String id) {
    StringBuilder encoded = new StringBuilder();
    for (byte b : id.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xFF);
      boolean plain =
          (c >= 'a' && c <= 'z')
              || (c >= 'A' && c <= 'Z')
              || (c >= '0' && c <= '9')
              || UNRESERVED.indexOf(c) >= 0;
      if (plain) {
        encoded.append(c);
      } else {
        encoded.append(String.format("%%%02X", (int) c));
      }
    }
    return encoded.toString();
  }
}
