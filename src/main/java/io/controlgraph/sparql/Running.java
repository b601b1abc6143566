package io.controlgraph.sparql;

import io.controlgraph.graph.Deadline;
import io.controlgraph.security.Limits;
import io.controlgraph.security.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The queries that run, and those that wait for their turn. So many run at once; so many more wait,
 * first come, first served; any more are refused at once. Updates have a lane of their own, where
 * one runs at a time, as the store takes them: those that wait keep no query waiting. So have
 * answers from an index, which take a moment each and need not wait for queries.
 */
public final class Running {
  private static final int LONGEST_TEXT = 2000;

  private final ReentrantLock lock = new ReentrantLock();
  private final QueryObserver observer;
  private final Lane queries;
  private final Lane updates;
  private final Lane indexes;
  private final AtomicLong lastId = new AtomicLong();
  private final Map<String, Turn> known = new ConcurrentHashMap<>();

  /** Takes the numbers from {@code limits}, and tells {@code observer} how each query ends. */
  public Running(Limits limits, QueryObserver observer) {
    this.observer = observer;
    this.queries = new Lane(limits.concurrentQueries(), limits.waitingQueries());
    this.updates = new Lane(1, limits.waitingQueries());
    this.indexes = new Lane(limits.concurrentQueries(), limits.waitingQueries());
  }

  /** Where so many may run and so many wait; used under the lock. */
  private static final class Lane {
    private final Deque<Turn> waiting = new ArrayDeque<>();
    private final int mayWait;
    private int free;

    Lane(int free, int mayWait) {
      this.free = free;
      this.mayWait = mayWait;
    }

    /** Gives a turn that has ended to who has waited longest. */
    void passOn() {
      Turn next = waiting.poll();
      if (next == null) {
        free++;
      } else {
        next.runs = true;
        next.woken.signal();
      }
    }
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
   * @param asked what it is
   * @param deadline until when it waits and runs
   * @return its turn, to be closed when the answer is complete
   * @throws Refusal 503 if too many wait already, or the deadline passes before its turn
   */
  Turn enter(Asked asked, Deadline deadline) {
    return enter(queries, asked, deadline);
  }

  /** Enters an update, in the same way. */
  Turn enterUpdate(Asked asked, Deadline deadline) {
    return enter(updates, asked, deadline);
  }

  /** Enters what an index answers, in the same way. */
  Turn enterIndex(Asked asked, Deadline deadline) {
    return enter(indexes, asked, deadline);
  }

  private Turn enter(Lane lane, Asked asked, Deadline deadline) {
    Turn turn = new Turn(Long.toString(lastId.incrementAndGet()), lane, asked, deadline);
    known.put(turn.id, turn);
    try {
      turn.take();
      return turn;
    } catch (RuntimeException e) {
      turn.ends(turn.stopped ? Outcome.STOPPED : Outcome.REJECTED);
      turn.close();
      throw e;
    }
  }

  /** How many run now. */
  public long running() {
    return known.values().stream().filter(turn -> turn.runs).count();
  }

  /** How many wait for their turn now. */
  public long waiting() {
    return known.values().stream().filter(turn -> !turn.runs).count();
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
    private final Lane lane;
    private final Asked asked;
    private final Deadline deadline;
    private final long startedAt = System.nanoTime();
    private final Instant since = Instant.now();
    private final Condition woken = lock.newCondition();
    private volatile boolean runs;
    private volatile boolean stopped;
    private Outcome outcome = Outcome.FAILED;

    private Turn(String id, Lane lane, Asked asked, Deadline deadline) {
      this.id = id;
      this.lane = lane;
      this.asked = asked;
      this.deadline = deadline;
    }

    /** Says how it ends; the last word counts. */
    void ends(Outcome how) {
      outcome = how;
    }

    private String text() {
      String text = asked.text();
      return text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) + "…" : text;
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
      Deadline.Registration onCancel = deadline.whenCancelled(this::wake);
      lock.lock();
      try {
        if (lane.free > 0) {
          lane.free--;
          runs = true;
        } else if (lane.waiting.size() < lane.mayWait) {
          lane.waiting.add(this);
          await();
        } else {
          throw busy("As many queries as this server takes are running and waiting already.");
        }
      } finally {
        lane.waiting.remove(this);
        lock.unlock();
        onCancel.close();
      }
    }

    /** Waits until another's turn has passed on to this one. */
    private void await() {
      try {
        while (!runs) {
          if (stopped) {
            throw stopped();
          }
          if (deadline.hasPassed()) {
            throw busy("Other queries ran for as long as this one was given.");
          }
          woken.awaitNanos(deadline.left().toNanos());
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw busy("The server is stopping.");
      }
    }

    private void wake() {
      lock.lock();
      try {
        woken.signal();
      } finally {
        lock.unlock();
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
          text(),
          since,
          took().toMillis(),
          deadline.allowed().toMillis());
    }

    private Duration took() {
      return Duration.ofNanos(System.nanoTime() - startedAt);
    }

    @Override
    public void close() {
      known.remove(id);
      lock.lock();
      try {
        if (runs) {
          runs = false;
          lane.passOn();
        }
      } finally {
        lock.unlock();
      }
      observer.ended(asked.kind(), outcome, took());
    }
  }

  private static Refusal busy(String why) {
    return new Refusal(503, "busy", why).withHeader("Retry-After", "1");
  }
}
