package io.controlgraph.graph.rdf4j;

import io.controlgraph.graph.Deadline;
import io.controlgraph.graph.GraphFailure;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Runs steps of an engine's work, and turns what goes wrong into failures of the port. */
public final class Guard {
  private final String engine;
  private final Deadline deadline;

  /**
   * @param engine what is asked, as its failures shall name it
   * @param deadline until when
   */
  public Guard(String engine, Deadline deadline) {
    this.engine = engine;
    this.deadline = deadline;
  }

  /** Until when the steps may run. */
  public Deadline deadline() {
    return deadline;
  }

  /**
   * Runs a step.
   *
   * @throws GraphFailure.DeadlineExceeded if the deadline has passed, before it or by its end: an
   *     engine that is stopped may look like one that has finished
   * @throws GraphFailure.ServerFailed if the engine fails; says which, and what it said
   */
  public <T extends @Nullable Object> T run(Supplier<T> step) {
    requireTime();
    try {
      T result = step.get();
      requireTime();
      return result;
    } catch (RuntimeException e) {
      throw failure(e);
    } catch (StackOverflowError e) {
      throw new GraphFailure.DeadlineExceeded(
          deadline.allowed(), "The query went too deep and was stopped.");
    }
  }

  /** The port's failure for one of the engine's. */
  GraphFailure failure(RuntimeException e) {
    GraphFailure known = known(e);
    if (known instanceof GraphFailure.DeadlineExceeded) {
      return known;
    }
    if (deadline.hasPassed()) {
      return new GraphFailure.DeadlineExceeded(deadline.allowed());
    }
    return known == null ? new GraphFailure.ServerFailed(engine, Said.by(e)) : known;
  }

  private static @Nullable GraphFailure known(Throwable e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof GraphFailure known) {
        return known;
      }
    }
    return null;
  }

  /**
   * A failure of the engine that is seen here.
   *
   * @param what what it did, as the rest of a sentence that begins with its name
   */
  GraphFailure failed(String what) {
    return new GraphFailure.ServerFailed(engine, what);
  }

  /**
   * @throws GraphFailure.DeadlineExceeded if the deadline has passed
   */
  public void requireTime() {
    if (deadline.hasPassed()) {
      throw new GraphFailure.DeadlineExceeded(deadline.allowed());
    }
  }
}
