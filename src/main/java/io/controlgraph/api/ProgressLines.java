package io.controlgraph.api;

import io.controlgraph.graph.GraphFailure;
import io.controlgraph.ingest.ImportOutcome;
import io.controlgraph.ingest.Progress;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells how far an import is, as newline-delimited JSON: lines with a {@code progress}, and a last
 * one with the {@code report}, or with the {@code problem} that ended it.
 */
final class ProgressLines implements Progress {
  static final String MEDIA_TYPE = "application/x-ndjson";

  private static final Logger LOG = LoggerFactory.getLogger(ProgressLines.class);
  private static final long PAUSE_NANOS = 200_000_000;

  private final OutputStream out;
  private @Nullable Stage stage;
  private long toldAt;

  private ProgressLines(OutputStream out) {
    this.out = out;
  }

  /** An import that tells how far it is. */
  @FunctionalInterface
  interface Work {
    ImportOutcome run(Progress progress) throws IOException;
  }

  /** Runs the import and answers with its lines. */
  static void send(Context ctx, Work work) throws IOException {
    ctx.contentType(MEDIA_TYPE).header("Cache-Control", "no-store");
    ProgressLines lines = new ProgressLines(ctx.outputStream());
    lines.write(last(work, lines));
  }

  private static Map<String, Object> last(Work work, ProgressLines lines) throws IOException {
    try {
      return Map.of("report", work.run(lines).report());
    } catch (GraphFailure e) {
      return Map.of("problem", Problem.of(e).document());
    } catch (RuntimeException e) {
      LOG.error("An import failed.", e);
      return Map.of(
          "problem",
          Problem.of(500, "fault", "The import failed; the server's log says why.").document());
    }
  }

  /** A line a stage, and within a stage a few a second. */
  @Override
  public void at(Stage now, long done, long total) {
    long time = System.nanoTime();
    if (now != stage || time - toldAt > PAUSE_NANOS) {
      stage = now;
      toldAt = time;
      try {
        write(Map.of("progress", Map.of("stage", now, "done", done, "total", total)));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private void write(Map<String, Object> line) throws IOException {
    out.write(Json.bytes(line));
    out.write('\n');
    out.flush();
  }
}
