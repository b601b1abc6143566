package io.controlgraph.graph.rdf4j.fedx;

import io.controlgraph.graph.Deadline;
import io.controlgraph.graph.GraphFailure;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** How one read goes: until when, what failed, and whose rows it lacks. For any thread. */
final class Reading implements AutoCloseable {
  private static final int STATEMENTS_BETWEEN_CHECKS = 1024;

  private final Deadline deadline;
  private final Deadline requests;
  private final Deadline.Registration onCancel;
  private final WhenDown whenDown;
  private final long most;
  private final Set<String> missing = new ConcurrentSkipListSet<>();
  private final AtomicReference<@Nullable GraphFailure> failure = new AtomicReference<>();
  private final AtomicLong statements = new AtomicLong();
  private long steps;

  /**
   * Begins to read.
   *
   * @param most how many statements may be held at a time
   */
  Reading(Deadline deadline, WhenDown whenDown, long most) {
    this.deadline = deadline;
    this.requests = Deadline.after(deadline.left().plusMillis(1));
    this.onCancel = deadline.whenCancelled(requests::cancel);
    this.whenDown = whenDown;
    this.most = most;
  }

  /** Until when the caller waits. */
  Deadline deadline() {
    return deadline;
  }

  /** Until when requests to members may last: no longer than the read, and than all is well. */
  Deadline requests() {
    return requests;
  }

  /** The members that have failed, and whose rows are missing for that. */
  Set<String> missing() {
    return Set.copyOf(missing);
  }

  boolean lacks(String member) {
    return missing.contains(member);
  }

  /**
   * Checks that nothing has failed that may not.
   *
   * @throws GraphFailure what has
   */
  void requireNoFailure() {
    GraphFailure first = failure.get();
    if (first != null) {
      throw first;
    }
  }

  /**
   * Takes note that a member has failed.
   *
   * @throws GraphFailure unless the read goes on without the member
   */
  void failed(Member member, GraphFailure why) {
    checkDeadline();
    if (why instanceof GraphFailure.DeadlineExceeded) {
      throw fail(new GraphFailure.DeadlineExceeded(deadline.allowed()));
    }
    if (whenDown == WhenDown.ERROR) {
      throw fail(
          new GraphFailure.ServerFailed(
              "The member '%s' of the federation".formatted(member.name()),
              "gave no rows: " + withoutStop(String.valueOf(why.getMessage()))));
    }
    missing.add(member.name());
  }

  private static String withoutStop(String message) {
    return message.endsWith(".") ? message.substring(0, message.length() - 1) : message;
  }

  /** Keeps the first failure, which is the cause of those after it, and ends all requests. */
  GraphFailure fail(GraphFailure why) {
    failure.compareAndSet(null, why);
    requests.cancel();
    GraphFailure first = failure.get();
    return first == null ? why : first;
  }

  /**
   * Counts a statement that is held from now on.
   *
   * @throws GraphFailure.DeadlineExceeded if they are too many, or the deadline has passed
   */
  void hold() {
    long held = statements.incrementAndGet();
    if (held > most) {
      throw fail(
          new GraphFailure.DeadlineExceeded(
              deadline.allowed(),
              ("The query needs more than %d statements of the members, more than are held at a"
                      + " time. Ask for less, or raise most-statements in the federation's file.")
                  .formatted(most)));
    }
    if (held % STATEMENTS_BETWEEN_CHECKS == 0) {
      checkDeadline();
    }
  }

  /** Counts a statement no longer that is not held after all, since it is held already. */
  void drop() {
    statements.decrementAndGet();
  }

  /**
   * Checks the deadline now and then. On the reader's thread.
   *
   * @throws GraphFailure.DeadlineExceeded if it has passed
   */
  void step() {
    if (++steps % STATEMENTS_BETWEEN_CHECKS == 0) {
      checkDeadline();
    }
  }

  /**
   * Checks the deadline.
   *
   * @throws GraphFailure.DeadlineExceeded if it has passed
   */
  void checkDeadline() {
    if (deadline.hasPassed()) {
      throw fail(new GraphFailure.DeadlineExceeded(deadline.allowed()));
    }
  }

  /** Ends the requests that still run. */
  @Override
  public void close() {
    onCancel.close();
    requests.cancel();
  }
}
