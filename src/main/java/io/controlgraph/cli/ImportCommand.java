package io.controlgraph.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Imports CSV files as one revision, or prints an empty template of a kind. */
@Command(
    name = "import",
    description = {
      "Import CSV files, or all of a folder, as one revision.",
      "A file is named after its kind (risks.csv); its folder is named after the organisation."
          + " If a row is wrong, nothing is written."
    },
    footer = {"", "Example: controlgraph import acme/ --dry-run"})
final class ImportCommand implements Callable<Integer> {
  private final Launcher launcher;
  private final Terminal terminal;

  @Mixin private ServerChoice server = new ServerChoice();

  @Parameters(paramLabel = "FILE|DIR", arity = "0..*", description = "The files, or their folder.")
  private List<Path> files = new ArrayList<>();

  @Option(
      names = "--template",
      paramLabel = "KIND",
      description = "Print the template of a kind and stop.")
  private @Nullable String template;

  @Option(
      names = "--as",
      paramLabel = "KIND",
      description = "The kind, when the file's name does not say it.")
  private @Nullable String kind;

  @Option(
      names = "--org",
      paramLabel = "ID",
      description = "The organisation, when the folder's name does not say it.")
  private @Nullable String organisation;

  @Option(names = "--replace", description = "Also remove what these kinds of file no longer list.")
  private boolean replace;

  @Option(names = "--dry-run", description = "Report what would change, and write nothing.")
  private boolean dryRun;

  @Option(names = "--author", paramLabel = "NAME", description = "Who stands in the history.")
  private String author = System.getProperty("user.name", "unknown");

  @Option(names = "--message", paramLabel = "TEXT", description = "Why, in a line.")
  private @Nullable String message;

  @Option(names = "--format", description = "${COMPLETION-CANDIDATES} (default: text).")
  private ReportFormat format = ReportFormat.text;

  ImportCommand(Launcher launcher, Terminal terminal) {
    this.launcher = launcher;
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    if (template != null) {
      terminal.out().print(ImportTemplates.of(template));
      terminal.out().flush();
      return ExitCode.FINE;
    }
    if (files.isEmpty()) {
      throw new CommandFailure(
          ExitCode.WRONG_USE, "Name the files to import, or a kind with --template.");
    }
    Upload upload = Upload.of(files);
    Arguments sent =
        Arguments.none()
            .with("as", kind)
            .with("org", organisation)
            .with("replace", replace ? "true" : null)
            .with("dryRun", dryRun ? "true" : null)
            .with("author", author)
            .with("message", message);
    try (Session session = server.openOrMake(launcher)) {
      JsonNode report = new ImportProgress(terminal).follow(session.api(), sent, upload);
      if (format == ReportFormat.json) {
        terminal.out().println(report.toPrettyString());
      } else {
        new ImportReportText(terminal).print(report);
      }
      terminal.out().flush();
      return report.path("errors").isEmpty() ? ExitCode.FINE : ExitCode.NO;
    }
  }
}
