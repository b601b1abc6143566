package io.controlgraph;

import io.controlgraph.api.Rehearsal;
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
    boolean serves = arguments.length > 0 && arguments[0].equals("serve");
    Runnable ready =
        () -> {
          if (serves) {
            rehearse();
          }
          jena.join();
        };
    PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    Application application = new Application(Clock.systemUTC());
    System.exit(ControlGraphCommand.run(arguments, application, ready, out, err));
  }

  /** Begins once the command line is read, so that it has a processor to itself. */
  private static void rehearse() {
    Thread thread = new Thread(Rehearsal::run, "controlgraph-rehearsal");
    thread.setDaemon(true);
    thread.start();
  }
}
