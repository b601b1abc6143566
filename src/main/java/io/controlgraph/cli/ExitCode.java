package io.controlgraph.cli;

/** What the process tells its caller. */
public final class ExitCode {
  /** All went well. */
  public static final int FINE = 0;

  /** The answer is no: a gate failed, a file is not valid. */
  public static final int NO = 1;

  /** The command was used wrongly. */
  public static final int WRONG_USE = 2;

  /** Something broke. */
  public static final int FAULT = 3;

  private ExitCode() {}
}
