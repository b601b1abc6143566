package io.controlgraph.sparql;

import io.controlgraph.graph.Deadline;
import io.controlgraph.security.Limits;
import io.controlgraph.security.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The queries that run, and those that wait for their turn. So many run at once; so many more wait,
 * first come, first served; any more are refused at once.
 */
public final class Running {
  private static final int LONGEST_TEXT = 2000;

  private final Semaphore turns;
  private final int mayWait;
  private final AtomicInteger waiting = new AtomicInteger();
  private final AtomicLong lastId = new AtomicLong();
  private final Map<String, Turn> known = new ConcurrentHashMap<>();

  /** Takes the numbers from {@code limits}. */
  public Running(Limits limits) {
    this.turns = new Semaphore(limits.concurrentQueries(), true);
    this.mayWait = limits.waitingQueries();
  }

  /**
   * A query as others see it.
   *
   * @param id what stops it
   * @param state waiting or running
   * @param query its text, or the name of the question; cut off after 2,000 characters
   * @param since when it came
   * @param elapsedMs for how long it has been here
   * @param timeoutMs how long it is given in all, its waiting included
   */
  public record Entry(
      String id, String state, String query, Instant since, long elapsedMs, long timeoutMs) {}

  /**
   * Enters a query and waits until it may run.
   *
   * @param query its text, or the name of the question
   * @param deadline until when it waits and runs
   * @return its turn, to be closed when the answer is complete
   * @throws Refusal 503 if too many wait already, or the deadline passes before its turn
   */
  Turn enter(String query, Deadline deadline) {
    Turn turn = new Turn(Long.toString(lastId.incrementAndGet()), query, deadline);
    known.put(turn.id, turn);
    try {
      turn.take();
      return turn;
    } catch (RuntimeException e) {
      turn.close();
      throw e;
    }
  }

  /** All queries here, the oldest first. */
  public List<Entry> list() {
    return known.values().stream()
        .sorted(Comparator.comparingLong(turn -> Long.parseLong(turn.id)))
        .map(Turn::entry)
        .toList();
  }

  /**
   * Stops a query.
   *
   * @return whether there is one of that id
   */
  public boolean stop(String id) {
    Turn turn = known.get(id);
    if (turn == null) {
      return false;
    }
    turn.stopped = true;
    turn.deadline.cancel();
    return true;
  }

  /** One query's time here. */
  final class Turn implements AutoCloseable {
    private final String id;
    private final String query;
    private final Deadline deadline;
    private final Instant since = Instant.now();
    private volatile boolean runs;
    private volatile boolean stopped;

    private Turn(String id, String query, Deadline deadline) {
      this.id = id;
      this.query = query.length() > LONGEST_TEXT ? query.substring(0, LONGEST_TEXT) + "…" : query;
      this.deadline = deadline;
    }

    /** What others stop it by. */
    String id() {
      return id;
    }

    /** Whether somebody stopped it. */
    boolean wasStopped() {
      return stopped;
    }

    private void take() {
      if (!turns.tryAcquire()) {
        queue();
      }
      runs = true;
    }

    private void queue() {
      if (waiting.incrementAndGet() > mayWait) {
        waiting.decrementAndGet();
        throw busy("As many queries as this server takes are running and waiting already.");
      }
      Deadline.Registration onCancel = deadline.whenCancelled(Thread.currentThread()::interrupt);
      try {
        if (!turns.tryAcquire(deadline.left().toNanos(), TimeUnit.NANOSECONDS)) {
          throw busy("Other queries ran for as long as this one was given.");
        }
      } catch (InterruptedException e) {
        throw stopped();
      } finally {
        onCancel.close();
        waiting.decrementAndGet();
        Thread.interrupted();
      }
    }

    /** What whoever asked is told once it was stopped. */
    Refusal stopped() {
      return new Refusal(503, "stopped", "The query was stopped.").with("queryId", id);
    }

    private Entry entry() {
      return new Entry(
          id,
          runs ? "running" : "waiting",
          query,
          since,
          Duration.between(since, Instant.now()).toMillis(),
          deadline.allowed().toMillis());
    }

    @Override
    public void close() {
      known.remove(id);
      if (runs) {
        runs = false;
        turns.release();
      }
    }
  }

  private static Refusal busy(String why) {
    return new Refusal(503, "busy", why).withHeader("Retry-After", "1");
  }
}
