package io.controlgraph.graph.rdf4j;

import org.eclipse.rdf4j.common.exception.RDF4JException;
import org.eclipse.rdf4j.query.QueryResult;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Ends answers that may still be on their way. */
final class Ended {
  private static final Logger LOG = LoggerFactory.getLogger(Ended.class);

  private Ended() {}

  /** Ends an answer; what goes wrong with one that nobody wants any more is of no interest. */
  static void quietly(QueryResult<?> result) {
    try {
      result.close();
    } catch (RDF4JException e) {
      LOG.debug("An answer that was given up ended with a failure", e);
    }
  }
}
