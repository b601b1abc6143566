package io.controlgraph.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/** How much slower a reader is while a writer commits ten times a second. */
final class ReadersBesideWriter {
  private static final int ROUNDS = 3;
  private static final long ROUND_NANOS = TimeUnit.SECONDS.toNanos(6);
  private static final long BETWEEN_WRITES = TimeUnit.MILLISECONDS.toNanos(100);

  private final ServerUnderTest server;
  private final Writes writes;
  private final List<Ask> asks;

  /**
   * A reader and a writer of the same server.
   *
   * @param asks what the reader asks, in turn
   */
  ReadersBesideWriter(ServerUnderTest server, Writes writes, List<Ask> asks) {
    this.server = server;
    this.writes = writes;
    this.asks = List.copyOf(asks);
  }

  /** How long answers took alone, and beside the writer. */
  record Result(Series alone, Series beside) {
    double ratio() {
      return beside.p95() / alone.p95();
    }
  }

  Result run() throws Exception {
    List<Double> alone = new ArrayList<>();
    List<Double> beside = new ArrayList<>();
    read(new ArrayList<>());
    for (int round = 0; round < ROUNDS; round++) {
      read(alone);
      whileWriting(beside);
    }
    return new Result(new Series(alone), new Series(beside));
  }

  private void whileWriting(List<Double> times) throws Exception {
    AtomicBoolean done = new AtomicBoolean();
    ExecutorService writer = Executors.newSingleThreadExecutor();
    try {
      Future<Boolean> written = writer.submit(() -> write(done));
      read(times);
      done.set(true);
      written.get();
    } finally {
      done.set(true);
      writer.shutdown();
    }
  }

  private boolean write(AtomicBoolean done) throws IOException, InterruptedException {
    while (!done.get()) {
      long start = System.nanoTime();
      writes.next();
      LockSupport.parkNanos(BETWEEN_WRITES - (System.nanoTime() - start));
    }
    return true;
  }

  private void read(List<Double> times) throws IOException, InterruptedException {
    long start = System.nanoTime();
    for (int i = 0; System.nanoTime() - start < ROUND_NANOS; i++) {
      times.add(server.ask(asks.get(i % asks.size())).millis());
    }
  }
}
