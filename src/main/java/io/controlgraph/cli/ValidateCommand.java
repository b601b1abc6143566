package io.controlgraph.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Checks RDF files against the shapes, without writing anything. */
@Command(name = "validate", description = "Check RDF files against the shapes; nothing is written.")
final class ValidateCommand implements Callable<Integer> {
  private final Launcher launcher;
  private final Terminal terminal;

  @Mixin private ServerChoice server = new ServerChoice();

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE",
      description = "RDF files: Turtle, TriG, N-Triples, N-Quads, JSON-LD or RDF/XML.")
  private List<Path> files = new ArrayList<>();

  @Option(names = "--format", description = "${COMPLETION-CANDIDATES} (default: text).")
  private ReportFormat format = ReportFormat.text;

  ValidateCommand(Launcher launcher, Terminal terminal) {
    this.launcher = launcher;
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    Upload upload = Upload.of(files);
    try (Session session = server.open(launcher)) {
      HttpResponse<InputStream> response =
          session
              .api()
              .post(
                  "api/v1/validate",
                  Arguments.none(),
                  upload.contentType(),
                  "application/json",
                  upload.body());
      JsonNode report = Api.parse(response);
      if (format == ReportFormat.json) {
        terminal.out().println(report.toPrettyString());
      } else {
        print(report);
      }
      terminal.out().flush();
      return report.path("conforms").asBoolean() ? ExitCode.FINE : ExitCode.NO;
    }
  }

  private void print(JsonNode report) {
    for (JsonNode violation : report.path("violations")) {
      if (violation.has("file")) {
        terminal.out().print(violation.path("file").asText());
        if (violation.has("row")) {
          terminal.out().print(", row " + violation.path("row").asText());
        }
        terminal.out().print(": ");
      }
      terminal.out().print(Names.shorten(violation.path("focus").asText()));
      if (violation.has("path")) {
        terminal.out().print(", " + Names.shorten(violation.path("path").asText()));
      }
      if (violation.has("value")) {
        terminal.out().print(" = " + Names.shorten(violation.path("value").asText()));
      }
      terminal.out().println(": " + violation.path("message").asText());
    }
    int count = report.path("violations").size();
    terminal.out().println(count == 0 ? "The shapes hold." : count + " violations.");
  }
}
