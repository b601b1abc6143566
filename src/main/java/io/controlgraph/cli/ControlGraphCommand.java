package io.controlgraph.cli;

import java.io.PrintWriter;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Spec;

/** The command {@code controlgraph} with all its subcommands. */
@Command(
    name = "controlgraph",
    description = "Which controls protect which AI assets against which risks, and who answers.",
    footer = {
      "",
      "Exit codes: 0 fine; 1 the answer is no (a failed gate, an invalid file); 2 wrong use; 3 a"
          + " fault."
    })
public final class ControlGraphCommand implements Runnable {
  @Spec private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

  private ControlGraphCommand() {}

  /**
   * Runs one command.
   *
   * @param arguments the words after the program's name
   * @param launcher finds and starts servers
   * @param ready waits for what every command needs, and is called before one runs
   * @return the process's exit code, one of {@link ExitCode}
   */
  public static int run(
      String[] arguments, Launcher launcher, Runnable ready, PrintWriter out, PrintWriter err) {
    Terminal terminal = Terminal.of(out, err);
    CommandLine commands =
        new CommandLine(new ControlGraphCommand())
            .addSubcommand(new ServeCommand(launcher, terminal))
            .addSubcommand(new FederationDemoCommand(launcher, terminal))
            .addSubcommand(new ImportCommand(launcher, terminal))
            .addSubcommand(new NewOrganisationCommand(terminal))
            .addSubcommand(new ExportCommand(launcher, terminal))
            .addSubcommand(new QueryCommand(launcher, terminal))
            .addSubcommand(new QueriesCommand(launcher, terminal))
            .addSubcommand(new CoverageCommand(launcher, terminal))
            .addSubcommand(new GapsCommand(launcher, terminal))
            .addSubcommand(new TraceCommand(launcher, terminal))
            .addSubcommand(new ImpactCommand(launcher, terminal))
            .addSubcommand(new CrosswalkCommand(launcher, terminal))
            .addSubcommand(new CheckCommand(launcher, terminal))
            .addSubcommand(new ValidateCommand(launcher, terminal))
            .addSubcommand(new HistoryCommand(launcher, terminal))
            .addSubcommand(
                new CommandLine(new AutoComplete.GenerateCompletion())
                    .setCommandName("generate-completion"));
    addHelp(commands);
    commands.getSubcommands().values().forEach(ControlGraphCommand::addHelp);
    return commands
        .setOut(out)
        .setErr(err)
        .setUsageHelpAutoWidth(true)
        .setExecutionStrategy(parsed -> execute(parsed, ready))
        .setExecutionExceptionHandler(ControlGraphCommand::explain)
        .execute(arguments);
  }

  private static void addHelp(CommandLine command) {
    command.getCommandSpec().mixinStandardHelpOptions(true).versionProvider(new Version());
  }

  private static int execute(CommandLine.ParseResult parsed, Runnable ready) {
    Integer help = CommandLine.executeHelpRequest(parsed);
    if (help != null) {
      return help;
    }
    ready.run();
    return new CommandLine.RunLast().execute(parsed);
  }

  private static int explain(
      Exception fault, CommandLine command, CommandLine.ParseResult arguments) {
    PrintWriter err = command.getErr();
    if (fault instanceof CommandFailure failure) {
      err.println("controlgraph: " + failure.getMessage());
      err.flush();
      return failure.exitCode();
    }
    err.println("controlgraph: something broke: " + fault);
    err.flush();
    return ExitCode.FAULT;
  }

  @Override
  public void run() {
    throw new CommandLine.ParameterException(
        spec.commandLine(), "Say what to do; --help lists the commands.");
  }

  /** The version that the jar's manifest states. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = ControlGraphCommand.class.getPackage().getImplementationVersion();
      return new String[] {"controlgraph " + (version == null ? "(unpackaged)" : version)};
    }
  }
}
