package io.controlgraph.graph.jena;

import org.apache.jena.sparql.core.Transactional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Ends transactions that did not come to a commit. */
final class Transactions {
  private static final Logger LOG = LoggerFactory.getLogger(Transactions.class);

  private Transactions() {}

  /** Aborts the thread's transaction, if it is in one. Never hides the failure that led here. */
  static void abandon(Transactional transactional) {
    if (!transactional.isInTransaction()) {
      return;
    }
    try {
      transactional.abort();
      transactional.end();
    } catch (RuntimeException e) {
      LOG.warn("A transaction that failed could not be aborted either", e);
    }
  }
}
