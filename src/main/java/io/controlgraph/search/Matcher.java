package io.controlgraph.search;

import io.controlgraph.search.Match.How;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Tells how well a thing fits the words of a query. */
final class Matcher {
  private final String whole;
  private final List<Word> words;

  Matcher(List<Word> words) {
    this.whole = words.stream().map(Word::typed).collect(Collectors.joining(" "));
    this.words = words;
  }

  /**
   * Holds a thing against the query.
   *
   * @param thing as the reader sees it
   * @param worst what is not worth telling if it is worse; spares most of the work where ten
   *     thousands fit
   * @return null if it does not fit, or worse
   */
  @Nullable Match match(Entry thing, How worst) {
    How best = null;
    Stated text = null;
    for (Stated stated : thing.statements()) {
      How how = stated.role().isText() ? whole(thing, stated) : null;
      if (how != null && (best == null || how.compareTo(best) < 0)) {
        best = how;
        text = stated;
      }
    }
    if (best != null && text != null) {
      return best.compareTo(worst) <= 0 ? match(best, text, 0) : null;
    }
    return How.WORDS.compareTo(worst) <= 0 ? byWords(thing) : null;
  }

  /** How a text fits the query as a whole, if it does. */
  private @Nullable How whole(Entry thing, Stated text) {
    String key = text.key();
    return switch (text.role()) {
      case IDENTIFIER -> id(thing, key);
      case LABEL, PREFERRED -> {
        if (key.equals(whole)) {
          yield How.LABEL;
        }
        yield key.startsWith(whole) ? How.LABEL_START : null;
      }
      default -> null;
    };
  }

  private @Nullable How id(Entry thing, String key) {
    if (isId(thing, key)) {
      return How.ID;
    }
    String bare = withoutLetter(key);
    if (!bare.equals(key) && isId(thing, bare)) {
      return How.ID_WITHOUT_LETTER;
    }
    return key.startsWith(whole) || bare.startsWith(whole) ? How.ID_START : null;
  }

  /** "5.23" of "a 5.23". */
  private static String withoutLetter(String key) {
    boolean lettered =
        key.length() > 2
            && Character.isLetter(key.charAt(0))
            && key.charAt(1) == ' '
            && Character.isDigit(key.charAt(2));
    return lettered ? key.substring(2) : key;
  }

  /** Whether the query is an id, perhaps between words that name what the thing belongs to. */
  private boolean isId(Entry thing, String id) {
    if (whole.equals(id)) {
      return true;
    }
    if (id.isEmpty() || whole.length() < id.length() + 2) {
      return false;
    }
    int rest = words.size() - Fold.words(id).size();
    if (whole.endsWith(" " + id)) {
      return areOwners(thing, words.subList(0, rest));
    }
    return whole.startsWith(id + " ")
        && areOwners(thing, words.subList(words.size() - rest, words.size()));
  }

  private static boolean areOwners(Entry thing, List<Word> some) {
    return some.stream().allMatch(word -> word.namesOwnerOf(thing));
  }

  /** Fits word by word; the text shown is the one that has the most of them. */
  private @Nullable Match byWords(Entry thing) {
    Stated shown = null;
    int most = 0;
    for (Stated stated : thing.statements()) {
      if (stated.role().isText()) {
        int had = (int) words.stream().filter(word -> word.edits(stated.key()) >= 0).count();
        if (had > most) {
          most = had;
          shown = stated;
        }
      }
    }
    if (shown == null) {
      return null;
    }
    How how = How.WORDS;
    int edits = 0;
    for (Word word : words) {
      int main = edits(thing, word, false);
      int any = main == 0 ? 0 : edits(thing, word, true);
      if (any > 0 && word.namesOwnerOf(thing)) {
        any = 0;
        main = 0;
      } else if (any < 0) {
        if (!word.namesOwnerOf(thing)) {
          return null;
        }
        continue;
      }
      edits += any;
      if (main != 0) {
        how = worse(how, any > 0 ? How.NEARLY : How.ALTERNATIVE);
      }
    }
    return match(how, shown, edits);
  }

  private static How worse(How one, How other) {
    return one.compareTo(other) > 0 ? one : other;
  }

  /** The least edits to a text of the thing; negative if all are out of reach. */
  private static int edits(Entry thing, Word word, boolean alternatives) {
    int least = -1;
    for (Stated stated : thing.statements()) {
      if (stated.role().isText() && (alternatives || stated.role() != Role.ALTERNATIVE)) {
        int edits = word.edits(stated.key());
        if (edits >= 0 && (least < 0 || edits < least)) {
          least = edits;
        }
      }
    }
    return least;
  }

  private static Match match(How how, Stated text, int edits) {
    return new Match(how, text.role().property(), text.value().getLiteralLexicalForm(), edits);
  }
}
