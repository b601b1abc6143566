package io.controlgraph;

import io.controlgraph.cli.ControlGraphCommand;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import org.apache.jena.sys.JenaSystem;

/** Starts ControlGraph from the command line. */
public final class Main {
  private Main() {}

  /**
   * Jena takes half a second to initialise, so it does while the command line is read. No class of
   * Jena may be used meanwhile: two threads that initialise it wait for each other for ever.
   */
  public static void main(String[] arguments) {
    OptionalInt elsewhere = BriefJvm.run(arguments);
    if (elsewhere.isPresent()) {
      System.exit(elsewhere.getAsInt());
    }
    CompletableFuture<Void> jena = CompletableFuture.runAsync(JenaSystem::init);
    PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    Application application = new Application(Clock.systemUTC());
    System.exit(ControlGraphCommand.run(arguments, application, jena::join, out, err));
  }
}
