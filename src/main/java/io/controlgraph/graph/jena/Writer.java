package io.controlgraph.graph.jena;

import io.controlgraph.graph.CommitListener;
import io.controlgraph.graph.Deadline;
import io.controlgraph.graph.GraphFailure;
import io.controlgraph.graph.GraphStore.WriteWork;
import io.controlgraph.graph.Preview;
import io.controlgraph.graph.Revision;
import io.controlgraph.graph.ShapeReport;
import io.controlgraph.graph.WriteOutcome;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.jena.query.TxnType;
import org.apache.jena.tdb2.store.DatasetGraphTDB;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one way in: work, its net change, the shapes, the record in the log, and then the commit of
 * the database.
 */
final class Writer {
  private static final Logger LOG = LoggerFactory.getLogger(Writer.class);

  private final FileRevisionLog log;
  private final LiveStore live;
  private final ShapeCheck shapes;
  private final QueryRules text;
  private final UpdateText updates;
  private final Draft draft;
  private final List<CommitListener> listeners = new CopyOnWriteArrayList<>();

  Writer(
      FileRevisionLog log, LiveStore live, ShapeCheck shapes, QueryRules text, UpdateText updates) {
    this.log = log;
    this.live = live;
    this.shapes = shapes;
    this.text = text;
    this.updates = updates;
    this.draft = new Draft(shapes, text, updates);
  }

  Deadline.Registration listen(CommitListener listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  /** Waits for its turn, and works, until the deadline; with null, for as long as it takes. */
  <X extends Exception> WriteOutcome write(
      String author, String message, @Nullable Deadline deadline, WriteWork<X> work) throws X {
    QuadRules.checkText(author);
    QuadRules.checkText(message);
    Generation generation = live.beginWrite(deadline);
    DatasetGraphTDB dataset = generation.dataset();
    try {
      dataset.begin(TxnType.WRITE);
      try (DatasetTransaction transaction =
          new DatasetTransaction(dataset, live.revision(), text, updates)) {
        requireTime(deadline);
        transaction.until(deadline);
        work.write(transaction);
        requireTime(deadline);
        return finish(generation, transaction.patch(), author, message, deadline);
      } finally {
        Transactions.abandon(dataset);
      }
    } finally {
      live.endWrite();
    }
  }

  private static void requireTime(@Nullable Deadline deadline) {
    if (deadline != null && deadline.hasPassed()) {
      throw new GraphFailure.DeadlineExceeded(deadline.allowed());
    }
  }

  /**
   * Works on an overlay of a snapshot, so that writers need not wait for somebody who only asks.
   */
  <X extends Exception> Preview preview(WriteWork<X> work) throws X {
    Generation generation = live.acquire();
    DatasetGraphTDB dataset = generation.dataset();
    try {
      dataset.begin(TxnType.READ);
      return draft.of(dataset, live.revision(generation.mark()), null, work);
    } finally {
      dataset.end();
      generation.release();
    }
  }

  private WriteOutcome finish(
      Generation generation,
      NetPatch patch,
      String author,
      String message,
      @Nullable Deadline deadline) {
    Revision before = live.revision();
    if (patch.isEmpty()) {
      return new WriteOutcome.Unchanged(before);
    }
    ShapeReport report = shapes.check(generation.dataset().getUnionGraph(), patch);
    if (!report.conforms()) {
      return new WriteOutcome.Refused(report);
    }
    requireTime(deadline);
    Revision next =
        new Revision(
            before.number() + 1,
            Revision.NO_HASH,
            before.hash(),
            Instant.now().truncatedTo(ChronoUnit.MILLIS),
            author,
            message,
            patch.added().size(),
            patch.deleted().size());
    // An interrupt would close the files of log and database under everybody's hands.
    boolean interrupted = Thread.interrupted();
    try {
      return new WriteOutcome.Committed(commit(generation, next, patch));
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private Revision commit(Generation generation, Revision draft, NetPatch patch) {
    Revision next = decide(generation, draft, patch);
    try {
      generation.dataset().commit();
      generation.dataset().end();
    } catch (RuntimeException | Error e) {
      throw live.breakDown(
          "Revision %d is in the log, but the database failed to take it. Restart: it will."
              .formatted(next.number()),
          e);
    }
    live.committed(next);
    tell(new CommitListener.Commit(next, patch.added(), patch.deleted()));
    return next;
  }

  /** The revision stands, whatever a listener makes of it. */
  private void tell(CommitListener.Commit commit) {
    for (CommitListener listener : listeners) {
      try {
        listener.committed(commit);
      } catch (RuntimeException | Error e) {
        LOG.error("A listener failed at revision {}", commit.revision().number(), e);
      }
    }
  }

  /** Puts the record into the log. When this returns, the revision is decided. */
  private Revision decide(Generation generation, Revision draft, NetPatch patch) {
    FileRevisionLog.Pending pending = prepare(draft, patch);
    try {
      generation.mark(Mark.of(pending.revision()));
      log.force(pending);
      return pending.revision();
    } catch (IOException | RuntimeException | Error e) {
      if (Files.exists(log.file(draft.number()))) {
        throw live.breakDown(
            "Nobody can tell whether revision %d is on the disk. Restart: the log decides."
                .formatted(draft.number()),
            e);
      }
      discard(pending, e);
      throw new GraphFailure.EngineFault("The record could not be written to the log", e);
    }
  }

  private FileRevisionLog.Pending prepare(Revision draft, NetPatch patch) {
    try {
      return log.prepare(draft, patch);
    } catch (IOException | RuntimeException e) {
      throw new GraphFailure.EngineFault("The record could not be written to the log", e);
    }
  }

  private static void discard(FileRevisionLog.Pending pending, Throwable cause) {
    try {
      pending.discard();
    } catch (IOException e) {
      cause.addSuppressed(e);
    }
  }
}
