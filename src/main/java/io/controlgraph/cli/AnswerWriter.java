package io.controlgraph.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

/** Prints a server's answer. */
final class AnswerWriter {
  private final AnswerFormat format;
  private final Terminal terminal;

  AnswerWriter(AnswerFormat format, Terminal terminal) {
    this.format = format;
    this.terminal = terminal;
  }

  /**
   * Prints the answer and closes its body. Formats other than a table pass through as they come.
   */
  void write(HttpResponse<InputStream> response) {
    boolean rows =
        response
            .headers()
            .firstValue("Content-Type")
            .orElse("")
            .startsWith("application/sparql-results+json");
    if (format == AnswerFormat.table && rows) {
      terminal.out().print(Answer.render(Api.parse(response), terminal.width()));
    } else {
      copy(response);
    }
    terminal.out().flush();
  }

  private void copy(HttpResponse<InputStream> response) {
    try (Reader reader = new InputStreamReader(response.body(), StandardCharsets.UTF_8)) {
      reader.transferTo(terminal.out());
    } catch (IOException e) {
      throw new CommandFailure(
          ExitCode.FAULT, "The answer broke off; what is printed is not all: " + e.getMessage());
    }
  }
}
