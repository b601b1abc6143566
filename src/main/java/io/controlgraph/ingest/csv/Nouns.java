package io.controlgraph.ingest.csv;

import java.util.List;

/** What a row of a kind is called in a sentence. */
final class Nouns {
  private Nouns() {}

  /** Such as {@code "asset, unit or management system"}. */
  static String oneOf(List<String> kinds) {
    return joined(kinds.stream().map(Nouns::singular).toList(), " or ");
  }

  /** Such as {@code "method, likelihood and impact"}. */
  static String all(List<String> words) {
    return joined(words, " and ");
  }

  private static String joined(List<String> words, String beforeLast) {
    int last = words.size() - 1;
    return last == 0
        ? words.get(0)
        : String.join(", ", words.subList(0, last)) + beforeLast + words.get(last);
  }

  private static String singular(String kind) {
    String noun = kind.replace('-', ' ');
    if (noun.endsWith("ies")) {
      return noun.substring(0, noun.length() - 3) + "y";
    }
    return noun.endsWith("s") ? noun.substring(0, noun.length() - 1) : noun;
  }
}
