package io.controlgraph.trace.crosswalk;

import java.util.Comparator;
import java.util.List;

/**
 * Mappings that lead from a requirement to another, one after the other.
 *
 * @param hops one for a direct mapping; more where it is derived
 */
public record Path(List<Hop> hops) {
  public Path {
    hops = List.copyOf(hops);
    if (hops.isEmpty()) {
      throw new IllegalArgumentException("a path has at least one hop");
    }
  }

  /** Where it begins. */
  public int from() {
    return hops.get(0).from();
  }

  /** Where it ends. */
  public int to() {
    return hops.get(hops.size() - 1).to();
  }

  /** The weakest hop, the first if several are as weak: the path is no stronger than this. */
  public Hop weakest() {
    return hops.stream().min(Comparator.comparingInt(hop -> hop.match().strength())).orElseThrow();
  }
}
