package io.controlgraph.cli;

import io.controlgraph.ingest.csv.Kinds;
import io.controlgraph.ingest.csv.NewOrganisation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes the folder of sheets that an organisation starts from. */
@Command(
    name = "new-organisation",
    description = {
      "Make a folder of templates, with a Statement of Applicability that lists every control.",
      "The folder's name is the organisation's id. Only what is filled in is needed."
    },
    footer = {
      "",
      "Example: controlgraph new-organisation 'Acme Ltd' --framework iso27001-2022 --as-dir acme"
    })
final class NewOrganisationCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(paramLabel = "NAME", description = "The organisation's name.")
  private String name = "";

  @Option(
      names = "--framework",
      paramLabel = "ID",
      required = true,
      description = "The framework it works to, such as iso27001-2022.")
  private String framework = "";

  @Option(
      names = "--as-dir",
      paramLabel = "DIR",
      required = true,
      description = "The folder to make.")
  private Path folder = Path.of("");

  NewOrganisationCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    NewOrganisation.Outcome outcome = make();
    if (outcome instanceof NewOrganisation.Outcome.Made made) {
      terminal
          .out()
          .printf(
              "Made %d sheets for '%s' in %s. Fill in what you have, then: import %s%n",
              made.files().size(), made.organisation(), folder, folder);
      terminal.out().flush();
      return ExitCode.FINE;
    }
    if (outcome instanceof NewOrganisation.Outcome.Refused refused) {
      throw new CommandFailure(ExitCode.WRONG_USE, "Nothing was made: " + refused.reason() + ".");
    }
    throw new IllegalStateException(outcome.toString());
  }

  private NewOrganisation.Outcome make() {
    try {
      return new NewOrganisation(Kinds.shipped()).make(name, framework, folder);
    } catch (IOException e) {
      throw new CommandFailure(ExitCode.FAULT, "Cannot write to " + folder + ": " + e.getMessage());
    }
  }
}
