package io.controlgraph.cli;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Answers a question of the catalogue, or the query in a file. */
@Command(
    name = "query",
    description = "Answer a question of the catalogue, or the query in a file.",
    footer = {"", "Example: controlgraph query coverage/by-framework --demo"})
final class QueryCommand implements Callable<Integer> {
  private final Launcher launcher;
  private final Terminal terminal;

  @Mixin private ServerChoice server = new ServerChoice();

  @Parameters(
      paramLabel = "NAME|FILE.rq",
      description = "A question's name, as 'queries' lists them, or a file that ends in .rq.")
  private String question = "";

  @Option(
      names = {"-p", "--param"},
      paramLabel = "NAME=VALUE",
      description = "A parameter of the question; may be repeated.")
  private Map<String, String> arguments = new LinkedHashMap<>();

  @Option(names = "--format", description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private AnswerFormat format = AnswerFormat.table;

  @Option(
      names = "--day",
      paramLabel = "YYYY-MM-DD",
      description = "The effective day (default: today, UTC; of the demo, its own).")
  private @Nullable LocalDate day;

  QueryCommand(Launcher launcher, Terminal terminal) {
    this.launcher = launcher;
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    Arguments sent = Arguments.none();
    arguments.forEach(sent::with);
    sent.with("day", day);
    AnswerWriter writer = new AnswerWriter(format, terminal);
    try (Session session = server.open(launcher)) {
      writer.write(
          question.endsWith(".rq")
              ? session
                  .api()
                  .post(
                      "api/v1/queries",
                      sent,
                      "application/sparql-query",
                      format.accept(),
                      BodyPublishers.ofString(read(Path.of(question))))
              : session.api().get("api/v1/queries/" + question, sent, format.accept()));
    }
    return ExitCode.FINE;
  }

  private static String read(Path file) {
    try {
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new CommandFailure(
          ExitCode.WRONG_USE, "Cannot read " + file + ": is it a text file in UTF-8?");
    }
  }
}
