package io.controlgraph;

import io.controlgraph.cli.ControlGraphCommand;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;

/** Starts ControlGraph from the command line. */
public final class Main {
  private Main() {}

  public static void main(String[] arguments) {
    PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    Application application = new Application(Clock.systemUTC());
    System.exit(ControlGraphCommand.run(arguments, application, out, err));
  }
}
