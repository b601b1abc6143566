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

  /** The server that keeps the graph, or a part of it, did not do what it was asked. */
  public static final class ServerFailed extends GraphFailure {
    private static final long serialVersionUID = 1L;
    private final String server;

    /**
     * @param server the server, by its address or by the name that it goes by
     * @param what what it did or said, as the rest of a sentence that begins with the server
     */
    public ServerFailed(String server, String what) {
      super(server + " " + what + ".");
      this.server = server;
    }

    public String server() {
      return server;
    }
  }

  /** Somebody else wrote between what this write read and what it wrote; nothing was written. */
  public static final class Overtaken extends GraphFailure {
    private static final long serialVersionUID = 1L;

    public Overtaken(String message) {
      super(message);
    }
  }

  /** A write is larger than the engine takes as one; nothing was written. */
  public static final class TooLarge extends GraphFailure {
    private static final long serialVersionUID = 1L;

    public TooLarge(String message) {
      super(message);
    }
  }

  /** Something was asked that the engine cannot do. */
  public static final class NotCapable extends GraphFailure {
    private static final long serialVersionUID = 1L;
    private final Capability capability;

    /**
     * @param engine the engine, as a user would name it
     * @param capability what it lacks
     */
    public NotCapable(String engine, Capability capability) {
      super(
          "The engine '%s' cannot do this. It lacks the capability '%s': %s"
              .formatted(engine, capability.id(), capability.summary()));
      this.capability = capability;
    }

    public Capability capability() {
      return capability;
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
