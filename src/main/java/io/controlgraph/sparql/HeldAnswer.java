package io.controlgraph.sparql;

import io.controlgraph.graph.View;
import java.io.IOException;
import java.util.Set;
import org.apache.commons.io.output.DeferredFileOutputStream;

/**
 * An answer that waits, in memory or in a file, until it is known which members of a federation it
 * lacks: that stands in a header, before the first row.
 */
final class HeldAnswer {
  private static final int IN_MEMORY = 1 << 20;

  private HeldAnswer() {}

  /** Writes the body; adds the names of the members it lacks to {@code missing} first. */
  static void write(View view, Answers.Body body, AnswerStream out, Set<String> missing)
      throws IOException {
    DeferredFileOutputStream waiting =
        DeferredFileOutputStream.builder()
            .setThreshold(IN_MEMORY)
            .setPrefix("controlgraph-answer")
            .setSuffix(".tmp")
            .get();
    try {
      AnswerStream held = new AnswerStream(() -> waiting);
      body.write(view, held);
      held.finish();
      missing.addAll(view.missing());
      waiting.close();
      waiting.writeTo(out);
    } finally {
      waiting.close();
      if (waiting.getFile() != null && !waiting.getFile().delete()) {
        waiting.getFile().deleteOnExit();
      }
    }
  }
}
