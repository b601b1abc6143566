package io.controlgraph.sparql;

import java.io.IOException;
import java.io.OutputStream;
import org.apache.commons.io.output.DeferredFileOutputStream;

/**
 * Part of an answer that waits, in memory or in a file, until something is known that must be said
 * before it. To be closed, which removes the file.
 */
final class HeldBytes implements AutoCloseable {
  private static final int IN_MEMORY = 1 << 20;

  private final DeferredFileOutputStream waiting;

  HeldBytes() throws IOException {
    waiting =
        DeferredFileOutputStream.builder()
            .setThreshold(IN_MEMORY)
            .setPrefix("controlgraph-answer")
            .setSuffix(".tmp")
            .get();
  }

  /** Takes what is to wait. */
  OutputStream stream() {
    return waiting;
  }

  /** Sends on what has waited; nothing more can be taken. */
  void sendTo(OutputStream out) throws IOException {
    waiting.close();
    waiting.writeTo(out);
  }

  @Override
  public void close() throws IOException {
    waiting.close();
    if (waiting.getFile() != null && !waiting.getFile().delete()) {
      waiting.getFile().deleteOnExit();
    }
  }
}
