package io.controlgraph.graph;

import java.time.Duration;

/** A fault of a store, or of what was asked of it. */
public abstract sealed class GraphFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private GraphFailure(String message) {
    super(message);
  }

  private GraphFailure(String message, Throwable cause) {
    super(message, cause);
  }

  /** A query ran past its deadline, or needed more room than there is, and was stopped. */
  public static final class DeadlineExceeded extends GraphFailure {
    private static final long serialVersionUID = 1L;
    private final Duration allowed;

    public DeadlineExceeded(Duration allowed) {
      super("The query was stopped after " + allowed.toMillis() + " ms.");
      this.allowed = allowed;
    }

    public DeadlineExceeded(Duration allowed, String message) {
      super(message);
      this.allowed = allowed;
    }

    public Duration allowed() {
      return allowed;
    }
  }

  /** The text is no query of the kind expected. Line and column count from 1; 0 if not known. */
  public static final class QueryRejected extends GraphFailure {
    private static final long serialVersionUID = 1L;
    private final int line;
    private final int column;

    public QueryRejected(String message, int line, int column) {
      super(message);
      this.line = line;
      this.column = column;
    }

    public int line() {
      return line;
    }

    public int column() {
      return column;
    }
  }

  /** A query or an update would ask a server that it may not ask; the message says which. */
  public static final class ServiceRefused extends GraphFailure {
    private static final long serialVersionUID = 1L;

    public ServiceRefused(String message) {
      super(message);
    }
  }

  /** Another server that a query asks gave no rows; the message says which, and what it said. */
  public static final class ServiceFailed extends GraphFailure {
    private static final long serialVersionUID = 1L;

    public ServiceFailed(String message) {
      super(message);
    }
  }

  /** A statement that the store does not take; the message says why. */
  public static final class StatementRejected extends GraphFailure {
    private static final long serialVersionUID = 1L;

    public StatementRejected(String message) {
      super(message);
    }
  }

  /** The store cannot be written: a commit could not be finished and needs a restart. */
  public static final class ReadOnly extends GraphFailure {
    private static final long serialVersionUID = 1L;

    public ReadOnly(String message, Throwable cause) {
      super(message, cause);
    }
  }

  /** Log and store do not belong together, or the log is damaged; the message says where. */
  public static final class Inconsistent extends GraphFailure {
    private static final long serialVersionUID = 1L;

    public Inconsistent(String message) {
      super(message);
    }
  }

  /** Another process has the data directory open. */
  public static final class InUse extends GraphFailure {
    private static final long serialVersionUID = 1L;

    public InUse(String message) {
      super(message);
    }
  }

  /** The engine failed. */
  public static final class EngineFault extends GraphFailure {
    private static final long serialVersionUID = 1L;

    public EngineFault(String message, Throwable cause) {
      super(message, cause);
    }
  }
}
