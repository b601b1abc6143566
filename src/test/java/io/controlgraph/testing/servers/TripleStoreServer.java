package io.controlgraph.testing.servers;

import java.net.URI;

/**
 * A running server with one dataset, and where it takes the SPARQL 1.1 Protocol and the SPARQL 1.1
 * Graph Store HTTP Protocol. Closing it ends the process.
 */
public interface TripleStoreServer extends AutoCloseable {
  /** Where queries go. */
  URI query();

  /** Where updates go. */
  URI update();

  /** Where graphs are read and written, named by {@code ?graph=} or {@code ?default}. */
  URI graphStore();

  /** The process, to be killed, held or started again. */
  ServerProcess process();

  @Override
  default void close() {
    process().close();
  }
}
