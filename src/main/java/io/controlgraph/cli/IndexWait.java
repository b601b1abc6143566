package io.controlgraph.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;

/**
 * Waits for a server that is building its trace index, and shows how far it is: on a terminal in
 * one line, otherwise in one that says that there is something to wait for.
 */
final class IndexWait {
  private static final String TYPE = "https://w3id.org/controlgraph/problems/index-not-ready";

  /** As long as a server may take for one answer, several times over. */
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  /** The server has waited itself before it says that there is no index yet. */
  private static final Duration PAUSE = Duration.ofMillis(500);

  private static final int LINE = 78;

  private final Terminal terminal;
  private final long began = System.nanoTime();
  private boolean isShown;

  IndexWait(Terminal terminal) {
    this.terminal = terminal;
  }

  /**
   * Waits a little, if that is what a problem of the server asks for.
   *
   * @return whether to ask again
   */
  boolean goesOn(JsonNode problem) {
    if (!problem.path("type").asText().equals(TYPE)
        || System.nanoTime() - began > PATIENCE.toNanos()) {
      ends();
      return false;
    }
    show(problem);
    try {
      Thread.sleep(PAUSE.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CommandFailure(ExitCode.FAULT, "Interrupted.");
    }
    return true;
  }

  private void show(JsonNode problem) {
    String read = "%,d".formatted(problem.path("read").asLong());
    String line =
        problem.has("of")
            ? "The trace index is being built: %s of %,d statements are read."
                .formatted(read, problem.get("of").asLong())
            : "The trace index is being built: %s statements are read.".formatted(read);
    if (terminal.interactive()) {
      terminal.err().printf("\r%-" + LINE + "s", line);
    } else if (!isShown) {
      terminal.err().println(line);
    }
    isShown = true;
    terminal.err().flush();
  }

  /** Takes away what a terminal shows of the wait. */
  void ends() {
    if (isShown && terminal.interactive()) {
      terminal.err().print("\r" + " ".repeat(LINE) + "\r");
      terminal.err().flush();
    }
  }
}
