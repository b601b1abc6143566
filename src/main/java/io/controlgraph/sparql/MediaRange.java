package io.controlgraph.sparql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One element of an Accept header (RFC 9110, section 12.5.1).
 *
 * @param type the main type, or {@code *}
 * @param subtype the subtype, or {@code *}
 * @param quality from 0 (never) to 1
 */
record MediaRange(String type, String subtype, double quality) {

  /**
   * Reads the elements of Accept headers; a header that is empty accepts everything. Parameters
   * other than q are not looked at, since none of our formats has any to choose by.
   *
   * @throws IllegalArgumentException with the element that cannot be read
   */
  static List<MediaRange> parse(List<String> headers) {
    List<MediaRange> ranges = new ArrayList<>();
    for (String header : headers) {
      for (String element : split(header, ',')) {
        if (!element.isBlank()) {
          ranges.add(parseElement(element.strip()));
        }
      }
    }
    return ranges.isEmpty() ? List.of(new MediaRange("*", "*", 1)) : List.copyOf(ranges);
  }

  boolean matches(String mediaType) {
    String[] parts = mediaType.split("/", 2);
    return (type.equals("*") || type.equals(parts[0]))
        && (subtype.equals("*") || subtype.equals(parts[1]));
  }

  /** 0 for everything, 1 for a main type, 2 for one media type: the more exact range decides. */
  int exactness() {
    if (type.equals("*")) {
      return 0;
    }
    return subtype.equals("*") ? 1 : 2;
  }

  private static MediaRange parseElement(String element) {
    List<String> parts = split(element, ';');
    String[] names = parts.get(0).strip().toLowerCase(Locale.ROOT).split("/", -1);
    if (names.length != 2
        || names[0].isBlank()
        || names[1].isBlank()
        || (names[0].equals("*") && !names[1].equals("*"))) {
      throw new IllegalArgumentException(element);
    }
    double quality = 1;
    for (String part : parts.subList(1, parts.size())) {
      String parameter = part.strip().toLowerCase(Locale.ROOT);
      if (parameter.startsWith("q=")) {
        quality = parseQuality(parameter.substring(2), element);
      }
    }
    return new MediaRange(names[0], names[1], quality);
  }

  private static double parseQuality(String digits, String element) {
    if (!digits.matches("0(\\.\\d{0,3})?|1(\\.0{0,3})?")) {
      throw new IllegalArgumentException(element);
    }
    return Double.parseDouble(digits);
  }

  private static List<String> split(String text, char separator) {
    List<String> parts = new ArrayList<>();
    int start = 0;
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      } else if (c == separator && !quoted) {
        parts.add(text.substring(start, i));
        start = i + 1;
      }
    }
    parts.add(text.substring(start));
    return parts;
  }
}
