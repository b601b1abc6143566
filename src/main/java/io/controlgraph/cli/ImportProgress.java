package io.controlgraph.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.util.Locale;

/**
 * Sends files to be imported and shows how far the import is: a bar on a terminal, a line a stage
 * otherwise. The server tells in newline-delimited JSON; the last line is the report.
 */
final class ImportProgress {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int BAR = 30;
  private static final long SMALL = 5_000;

  private final Terminal terminal;
  private String stage = "";

  ImportProgress(Terminal terminal) {
    this.terminal = terminal;
  }

  /**
   * Sends the files and waits for the report.
   *
   * @return the report, whether the import went through or not
   */
  JsonNode follow(Api api, Arguments arguments, Upload upload) {
    HttpResponse<InputStream> response =
        api.post(
            "api/v1/imports",
            arguments,
            upload.contentType(),
            "application/x-ndjson",
            upload.body());
    JsonNode last = MissingNode.getInstance();
    try (InputStream body = response.body();
        MappingIterator<JsonNode> lines = JSON.readerFor(JsonNode.class).readValues(body)) {
      while (lines.hasNext()) {
        last = lines.next();
        if (last.has("progress")) {
          show(last.get("progress"));
        }
      }
    } catch (IOException | RuntimeException e) {
      throw brokeOff(e);
    }
    clear();
    if (!last.has("report")) {
      throw new CommandFailure(
          ExitCode.FAULT, last.path("problem").path("detail").asText("The import broke off."));
    }
    return last.get("report");
  }

  private static CommandFailure brokeOff(Exception e) {
    return new CommandFailure(
        ExitCode.FAULT,
        "The connection broke off. 'history' tells whether the import went through: "
            + e.getMessage());
  }

  private void show(JsonNode progress) {
    String now = progress.path("stage").asText().toLowerCase(Locale.ROOT);
    long done = progress.path("done").asLong();
    long total = progress.path("total").asLong();
    if (terminal.interactive()) {
      int filled = total == 0 ? 0 : (int) (BAR * done / total);
      terminal
          .err()
          .printf(
              "\r%-10s [%s%s] %,d of %,d ",
              now, "#".repeat(filled), " ".repeat(BAR - filled), done, total);
    } else if (!now.equals(stage) && total >= SMALL) {
      terminal.err().printf("%s %,d rows%n", now, total);
    }
    stage = now;
    terminal.err().flush();
  }

  private void clear() {
    if (terminal.interactive() && !stage.isEmpty()) {
      terminal.err().print("\r" + " ".repeat(BAR + 50) + "\r");
      terminal.err().flush();
    }
  }
}
