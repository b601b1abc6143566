package io.controlgraph.graph.jena;

import io.controlgraph.graph.GraphFailure;
import io.controlgraph.graph.Revision;
import java.io.IOException;
import java.util.Iterator;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.apache.jena.graph.Node;
import org.apache.jena.query.TxnType;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.tdb2.store.DatasetGraphTDB;

/** Brings a database to a revision: by a copy of another one, by the log, or by both. */
final class GenerationBuilder {
  private static final int RECORDS_IN_A_TRANSACTION = 1000;
  private static final int QUADS_BETWEEN_CHECKS = 1000;

  private final FileRevisionLog log;

  GenerationBuilder(FileRevisionLog log) {
    this.log = log;
  }

  /**
   * Copies what {@code source} holds at this moment into {@code target}, which must be empty.
   *
   * @param cancelled asked now and then whether to give up
   * @throws CancellationException if so
   */
  void copy(Generation source, Generation target, BooleanSupplier cancelled) {
    DatasetGraphTDB from = source.dataset();
    DatasetGraphTDB to = target.dataset();
    from.begin(TxnType.READ);
    try {
      to.executeWrite(
          () -> {
            Iterator<Quad> quads = from.findNG(Node.ANY, Node.ANY, Node.ANY, Node.ANY);
            for (long count = 1; quads.hasNext(); count++) {
              to.add(quads.next());
              if (count % QUADS_BETWEEN_CHECKS == 0 && cancelled.getAsBoolean()) {
                throw new CancellationException("The copy was given up.");
              }
            }
            target.mark(source.mark());
          });
    } finally {
      from.end();
    }
  }

  /**
   * Replays the log from where {@code target} stands up to a revision.
   *
   * @throws GraphFailure.Inconsistent if the database does not belong to the log, or the log is
   *     damaged
   */
  void replay(Generation target, long to) throws IOException {
    DatasetGraphTDB dataset = target.dataset();
    Mark mark = dataset.calculateRead(target::mark);
    check(mark);
    while (mark.number() < to) {
      dataset.begin(TxnType.WRITE);
      try {
        mark = replaySome(dataset, mark, to);
        target.mark(mark);
        dataset.commit();
        dataset.end();
      } finally {
        Transactions.abandon(dataset);
      }
    }
  }

  private Mark replaySome(DatasetGraphTDB dataset, Mark from, long to) throws IOException {
    Mark mark = from;
    long last = Math.min(to, from.number() + RECORDS_IN_A_TRANSACTION);
    while (mark.number() < last) {
      long number = mark.number() + 1;
      Revision revision = RecordReader.replay(log.file(number), dataset);
      log.checkPlace(revision, number, mark.hash());
      mark = Mark.of(revision);
    }
    return mark;
  }

  private void check(Mark mark) throws IOException {
    long latest = log.latest().number();
    if (mark.number() > latest) {
      throw new GraphFailure.Inconsistent(
          "The store stands at revision %d, but the log ends at %d: records are missing."
              .formatted(mark.number(), latest));
    }
    String expected = log.revision(mark.number()).hash();
    if (!expected.equals(mark.hash())) {
      throw new GraphFailure.Inconsistent(
          "The store stands at revision %d with hash %s, but that record in the log has %s."
              .formatted(mark.number(), mark.hash(), expected));
    }
  }
}
