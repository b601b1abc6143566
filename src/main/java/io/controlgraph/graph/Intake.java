package io.controlgraph.graph;

import io.controlgraph.graph.View.TokenQuad;
import java.util.Optional;
import org.apache.jena.graph.Node;

/**
 * What takes in the statements of some properties, and says which, so that an engine elsewhere
 * sends no others over the network. Used by one thread at a time.
 */
public interface Intake {
  /**
   * What the object of a property's statements must meet for them to be wanted, as an expression of
   * SPARQL about {@code ?o}.
   *
   * @return nothing if no statement of the property is wanted
   */
  Optional<String> wanted(Node property);

  /** Told once, before the first statement, where it is known how many there are to be read. */
  void expect(long statements);

  /** Takes a statement, which need not be one of those wanted. */
  void take(TokenQuad quad);

  /** Told how many of the statements expected were read by the engine alone, and not sent. */
  void passOver(long statements);
}
