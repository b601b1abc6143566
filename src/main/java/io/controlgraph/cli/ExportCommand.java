package io.controlgraph.cli;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes the graph, or a part of it, in a form that other tools read. */
@Command(name = "export", description = "Write the graph, or a part of it, for other tools.")
final class ExportCommand implements Callable<Integer> {
  private final Launcher launcher;
  private final Terminal terminal;

  @Mixin private ServerChoice server = new ServerChoice();

  @Parameters(paramLabel = "KIND", description = "What to export: ${COMPLETION-CANDIDATES}.")
  private ExportKind kind = ExportKind.rdf;

  @Option(names = "--framework", paramLabel = "ID", description = "One framework only.")
  private @Nullable String framework;

  @Option(names = "--org", paramLabel = "ID", description = "One organisation only.")
  private @Nullable String organisation;

  @Option(names = "--format", description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private RdfFormat format = RdfFormat.trig;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "The file to write; it appears only once it is whole.")
  private @Nullable Path output;

  ExportCommand(Launcher launcher, Terminal terminal) {
    this.launcher = launcher;
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    Arguments sent =
        Arguments.none()
            .with("framework", framework)
            .with("org", organisation)
            .with("format", format);
    try (Session session = server.open(launcher)) {
      HttpResponse<InputStream> answer = session.api().get("api/v1/exports/" + kind, sent, "*/*");
      if (output == null) {
        print(answer);
      } else {
        save(answer, output);
      }
    }
    return ExitCode.FINE;
  }

  private void print(HttpResponse<InputStream> answer) {
    try (InputStream body = answer.body()) {
      new java.io.InputStreamReader(body, StandardCharsets.UTF_8).transferTo(terminal.out());
      terminal.out().flush();
    } catch (IOException e) {
      throw brokeOff(e);
    }
  }

  private static void save(HttpResponse<InputStream> answer, Path file) {
    Path whole = file.toAbsolutePath();
    Path part = whole.resolveSibling(whole.getFileName() + ".part");
    try (InputStream body = answer.body()) {
      Files.copy(body, part, StandardCopyOption.REPLACE_EXISTING);
      move(part, whole);
    } catch (IOException e) {
      remove(part, e);
      throw brokeOff(e);
    }
  }

  private static void remove(Path part, IOException cause) {
    try {
      Files.deleteIfExists(part);
    } catch (IOException e) {
      cause.addSuppressed(e);
    }
  }

  private static void move(Path part, Path whole) throws IOException {
    try {
      Files.move(part, whole, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(part, whole, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static CommandFailure brokeOff(IOException e) {
    return new CommandFailure(
        ExitCode.FAULT, "The export could not be finished: " + e.getMessage());
  }
}
