package io.controlgraph.graph;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What was found out about texts, kept for when one of them comes again. That of which nobody has
 * asked for longest is forgotten first.
 *
 * <p>Safe for use by many threads, if what is kept is.
 *
 * @param <T> what is kept
 */
public final class KnownTexts<T> {
  private final int most;
  private final Map<String, T> known = new LinkedHashMap<>(16, 0.75f, true);
  private int length;

  /**
   * Keeps nothing yet.
   *
   * @param most how long all texts together may be, in characters
   */
  public KnownTexts(int most) {
    this.most = most;
  }

  /**
   * What is known of a text, or else found out now.
   *
   * @param finder what it throws is thrown, and nothing kept
   */
  public T of(String text, Function<String, T> finder) {
    T found = find(text);
    if (found == null) {
      found = finder.apply(text);
      keep(text, found);
    }
    return found;
  }

  private synchronized @Nullable T find(String text) {
    return known.get(text);
  }

  private synchronized void keep(String text, T found) {
    if (known.put(text, found) == null) {
      length += text.length();
    }
    Iterator<String> oldest = known.keySet().iterator();
    while (length > most) {
      length -= oldest.next().length();
      oldest.remove();
    }
  }
}
