package io.controlgraph.graph.jena;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.apache.jena.dboe.transaction.txn.SysTransState;
import org.apache.jena.dboe.transaction.txn.Transaction;
import org.apache.jena.dboe.transaction.txn.TransactionCoordinator;
import org.apache.jena.dboe.transaction.txn.TransactionalComponent;
import org.apache.jena.dboe.transaction.txn.TransactionalComponentWrapper;
import org.apache.jena.tdb2.store.DatasetGraphTDB;
import org.apache.jena.tdb2.store.StoragePrefixesTDB;
import org.apache.jena.tdb2.store.nodetable.NodeTableTRDF;
import org.apache.jena.tdb2.store.nodetupletable.NodeTupleTable;
import org.apache.jena.tdb2.store.tupletable.TupleIndex;
import org.apache.jena.tdb2.store.tupletable.TupleIndexRecord;
import org.jspecify.annotations.Nullable;

/**
 * Has the parts of a TDB2 database, its indexes and tables of nodes, put a commit on the disk at
 * the same time. TDB2 has each part wait for the disk on its own, twice, which is most of what a
 * small commit takes.
 *
 * <p>What must be on the disk before what stays as it is: the new blocks of all parts, then the
 * journal, then the roots of all parts, then the emptied journal. Only within a step does no part
 * wait for another; when the writer goes on, the step is done for all of them.
 */
final class PartsAtOnce implements AutoCloseable {
  private static final int SECONDS_IDLE = 10;

  private final List<Part> parts = new ArrayList<>();
  private final ExecutorService threads;

  private PartsAtOnce(List<TransactionalComponent> components) {
    components.forEach(component -> parts.add(new Part(component)));
    this.threads = threads(components.size());
  }

  /** Sees to the parts of a database from now on. Not to be called in a transaction. */
  static PartsAtOnce of(DatasetGraphTDB dataset) {
    PartsAtOnce all = new PartsAtOnce(components(dataset));
    TransactionCoordinator coordinator = dataset.getTxnSystem().getTxnMgr();
    coordinator.modifyConfig(
        () -> {
          for (Part part : all.parts) {
            coordinator.remove(part);
            coordinator.add(part);
          }
        });
    return all;
  }

  /** All there are; one that was missed here would do its steps on its own. */
  private static List<TransactionalComponent> components(DatasetGraphTDB dataset) {
    Stream<NodeTupleTable> quads =
        Stream.of(
            dataset.getTripleTable().getNodeTupleTable(),
            dataset.getQuadTable().getNodeTupleTable());
    Stream<NodeTupleTable> prefixes =
        dataset.getStoragePrefixes() instanceof StoragePrefixesTDB table
            ? Stream.of(table.getNodeTupleTable())
            : Stream.empty();
    return Stream.concat(quads, prefixes)
        .flatMap(PartsAtOnce::components)
        .filter(TransactionalComponent.class::isInstance)
        .map(TransactionalComponent.class::cast)
        .distinct()
        .toList();
  }

  private static Stream<Object> components(NodeTupleTable table) {
    Stream<Object> indexes =
        Stream.of(table.getTupleTable().getIndexes())
            .map(TupleIndex::baseTupleIndex)
            .filter(TupleIndexRecord.class::isInstance)
            .map(index -> ((TupleIndexRecord) index).getRangeIndex());
    Stream<Object> nodes =
        table.getNodeTable().baseNodeTable() instanceof NodeTableTRDF own
            ? Stream.of(own.getIndex(), own.getData())
            : Stream.empty();
    return Stream.concat(indexes, nodes);
  }

  private static ExecutorService threads(int most) {
    ThreadPoolExecutor threads =
        new ThreadPoolExecutor(
            most,
            most,
            SECONDS_IDLE,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            task -> {
              Thread thread = new Thread(task, "controlgraph-store-commit");
              thread.setDaemon(true);
              return thread;
            });
    threads.allowCoreThreadTimeOut(true);
    return threads;
  }

  /** How many parts do their steps at once. */
  int count() {
    return parts.size();
  }

  /** Has all parts do a step of the writer's transaction, and waits until they have. */
  private void all(Transaction transaction, BiConsumer<Part, Transaction> step) {
    CountDownLatch left = new CountDownLatch(parts.size());
    List<Share> shares =
        parts.stream().map(part -> new Share(part, transaction, step, left)).toList();
    shares.forEach(threads::execute);
    Waiting.untilDone(() -> left.await(Long.MAX_VALUE, TimeUnit.NANOSECONDS));
    shares.forEach(Share::takeBack);
    shares.forEach(Share::requireDone);
  }

  /** What one part does of a step, on another thread than the writer's. */
  private static final class Share implements Runnable {
    private final Part part;
    private final Transaction transaction;
    private final BiConsumer<Part, Transaction> step;
    private final CountDownLatch left;

    /** A part keeps by thread what it knows of a transaction. */
    private final SysTransState state;

    private @Nullable RuntimeException failure;
    private @Nullable Error error;

    private Share(
        Part part,
        Transaction transaction,
        BiConsumer<Part, Transaction> step,
        CountDownLatch left) {
      this.part = part;
      this.transaction = transaction;
      this.step = step;
      this.left = left;
      this.state = part.detach();
    }

    @Override
    public void run() {
      try {
        part.attach(state);
        step.accept(part, transaction);
      } catch (RuntimeException e) {
        failure = e;
      } catch (Error e) {
        error = e;
      } finally {
        part.detach();
        left.countDown();
      }
    }

    private void takeBack() {
      part.attach(state);
    }

    private void requireDone() {
      if (failure != null) {
        throw failure;
      }
      if (error != null) {
        throw error;
      }
    }
  }

  /** A part that does a step with the others, when the first of them is told to. */
  private final class Part extends TransactionalComponentWrapper {
    private boolean isPrepared;
    private boolean isCommitted;

    /** For the journal; null for nothing. */
    private @Nullable ByteBuffer prepared;

    private Part(TransactionalComponent component) {
      super(component);
    }

    @Override
    public @Nullable ByteBuffer commitPrepare(Transaction transaction) {
      if (!isPrepared) {
        all(transaction, Part::prepare);
      }
      isPrepared = false;
      return prepared;
    }

    private void prepare(Transaction transaction) {
      prepared = super.commitPrepare(transaction);
      isPrepared = true;
    }

    @Override
    public void commit(Transaction transaction) {
      if (!isCommitted) {
        all(transaction, Part::putInPlace);
      }
      isCommitted = false;
    }

    private void putInPlace(Transaction transaction) {
      super.commit(transaction);
      isCommitted = true;
    }

    @Override
    public void abort(Transaction transaction) {
      isPrepared = false;
      isCommitted = false;
      super.abort(transaction);
    }
  }

  @Override
  public void close() {
    threads.shutdown();
  }
}
