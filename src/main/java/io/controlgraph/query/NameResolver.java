package io.controlgraph.query;

import java.util.List;

/** Finds the node a user means by a name. */
@FunctionalInterface
public interface NameResolver {

  /** Finds the node; never throws for a name it does not know. */
  Resolution resolve(String name);

  /** What a name stands for. */
  sealed interface Resolution {
    /** The one node it stands for. */
    record Found(String iri) implements Resolution {}

    /** No node has that name. */
    record Unknown(String reason) implements Resolution {}

    /** Several nodes have that name. */
    record Ambiguous(List<String> iris) implements Resolution {
      public Ambiguous {
        iris = List.copyOf(iris);
      }
    }
  }
}
