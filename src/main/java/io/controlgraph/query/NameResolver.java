package io.controlgraph.query;

import java.util.List;
import java.util.Optional;

/** Finds the node a user means by a name. */
@FunctionalInterface
public interface NameResolver {

  /** Finds the node; never throws for a name it does not know. */
  Resolution resolve(String name);

  /**
   * The organisation that a node belongs to.
   *
   * @param iri the node
   * @return its IRI; nothing if the node belongs to none, or to several
   */
  default Optional<String> organisation(String iri) {
    return Optional.empty();
  }

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
