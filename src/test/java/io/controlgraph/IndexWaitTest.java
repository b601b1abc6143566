package io.controlgraph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.controlgraph.cli.ControlGraphCommand;
import io.controlgraph.cli.ExitCode;
import io.controlgraph.testing.Served;
import io.controlgraph.trace.HeldReading;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A command that needs the trace index of a server which is building it. */
@Timeout(60)
final class IndexWaitTest {
  private static final String LINE = "The trace index is being built: 3 of 5 statements are read.";

  @Test
  void waitsForItAndShowsHowFarItIs(@TempDir Path folder) throws Exception {
    AtomicReference<HeldReading> held = new AtomicReference<>();
    try (Served served = HeldReading.served(folder, held::set)) {
      served.with(HeldReading.THINGS);
      StringWriter out = new StringWriter();
      StringWriter err = new StringWriter();
      CompletableFuture<Integer> command =
          CompletableFuture.supplyAsync(
              () ->
                  ControlGraphCommand.run(
                      new String[] {"impact", "a/1", "--server", served.at("/").toString()},
                      new Application(Clock.systemUTC()),
                      () -> {},
                      new PrintWriter(out),
                      new PrintWriter(err)));
      while (!err.toString().contains(LINE)) {
        assertFalse(command.isDone(), () -> "ended without waiting: " + err);
        Thread.onSpinWait();
      }
      Objects.requireNonNull(held.get()).let();
      assertEquals(ExitCode.FINE, command.get(), err.toString());
      assertTrue(err.toString().strip().endsWith(LINE), err.toString());
      assertTrue(out.toString().contains("a/2"), out.toString());
    }
  }
}
