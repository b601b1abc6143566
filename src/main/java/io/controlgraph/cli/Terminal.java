package io.controlgraph.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a command writes to.
 *
 * @param out for answers
 * @param err for messages and progress
 * @param interactive whether a person watches
 * @param width how many characters a line may have
 */
record Terminal(PrintWriter out, PrintWriter err, boolean interactive, int width) {
  private static final Pattern SIZE = Pattern.compile("\\d+ ([1-9]\\d{0,4})");

  /** The terminal of this process; without one, lines may be of any length. */
  static Terminal of(PrintWriter out, PrintWriter err) {
    Optional<Integer> detected = detectWidth();
    String columns = System.getenv("COLUMNS");
    int width =
        columns != null && columns.matches("[1-9]\\d{0,4}")
            ? Integer.parseInt(columns)
            : detected.orElse(Integer.MAX_VALUE);
    return new Terminal(out, err, detected.isPresent(), width);
  }

  /** Asks the shell, since {@code System.console()} means different things in different JDKs. */
  private static Optional<Integer> detectWidth() {
    try {
      Process shell =
          new ProcessBuilder("sh", "-c", "test -t 1 && stty size </dev/tty >&2")
              .redirectOutput(Redirect.INHERIT)
              .start();
      String size = new String(shell.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
      Matcher matcher = SIZE.matcher(size.strip());
      return shell.waitFor(1, TimeUnit.SECONDS) && shell.exitValue() == 0 && matcher.matches()
          ? Optional.of(Integer.parseInt(matcher.group(1)))
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}
