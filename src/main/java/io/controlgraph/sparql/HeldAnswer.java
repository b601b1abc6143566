package io.controlgraph.sparql;

import io.controlgraph.graph.View;
import java.io.IOException;
import java.util.Set;

/**
 * An answer that waits until it is known which members of a federation it lacks: that stands in a
 * header, before the first row.
 */
final class HeldAnswer {
  private HeldAnswer() {}

  /** Writes the body; adds the names of the members it lacks to {@code missing} first. */
  static void write(View view, Answers.Body body, AnswerStream out, Set<String> missing)
      throws IOException {
    try (HeldBytes waiting = new HeldBytes()) {
      AnswerStream held = new AnswerStream(waiting::stream);
      body.write(view, held);
      held.finish();
      missing.addAll(view.missing());
      waiting.sendTo(out);
    }
  }
}
