package io.controlgraph.search;

import io.controlgraph.graph.Scope;
import org.apache.jena.graph.Node;
import org.jspecify.annotations.Nullable;

/**
 * What to look for.
 *
 * @param text what was typed, the last word perhaps not to its end
 * @param type the class, itself or by way of subclasses, of what is wanted; null for anything
 * @param limit how many hits at most, from 1
 * @param scope what the reader may see: neither the texts nor the types of other graphs count
 */
public record Request(String text, @Nullable Node type, int limit, Scope scope) {
  public Request {
    if (limit < 1) {
      throw new IllegalArgumentException("No room for a hit: " + limit);
    }
  }
}
