package io.controlgraph.cli;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
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
    try (Session session = server.open(launcher)) {
      new AnswerWriter(format, terminal).write(ask(session.api(), sent));
    }
    return ExitCode.FINE;
  }

  private HttpResponse<InputStream> ask(Api api, Arguments sent) {
    if (!question.endsWith(".rq")) {
      return api.get("api/v1/queries/" + Arguments.path(question), sent, format.accept());
    }
    String text = read(Path.of(question));
    boolean isQuestion = text.lines().anyMatch(line -> line.startsWith("#+"));
    if (!isQuestion && (!arguments.isEmpty() || day != null)) {
      throw new CommandFailure(
          ExitCode.WRONG_USE,
          question + " has no header of '#+' lines, so it takes neither --param nor --day.");
    }
    return api.post(
        isQuestion ? "api/v1/queries" : "sparql",
        isQuestion ? sent : Arguments.none(),
        "application/sparql-query",
        format.accept(),
        BodyPublishers.ofString(text));
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
