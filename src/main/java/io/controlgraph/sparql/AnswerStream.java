package io.controlgraph.sparql;

import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/**
 * The body of an answer. It holds back the first 16 KB, so that a fault until then can still become
 * a proper error, and so that what follows goes out in blocks worth compressing.
 */
public final class AnswerStream extends OutputStream {
  private static final int BLOCK = 16 * 1024;

  private final Opening opening;
  private final byte[] block = new byte[BLOCK];
  private int used;
  private @Nullable OutputStream sink;

  /** Sets status and headers and gives the stream of the response. */
  @FunctionalInterface
  public interface Opening {
    OutputStream open() throws IOException;
  }

  public AnswerStream(Opening opening) {
    this.opening = opening;
  }

  /** Whether something has been handed to the response, so that the status cannot change. */
  public boolean isOpen() {
    return sink != null;
  }

  @Override
  public void write(int octet) throws IOException {
    if (used == BLOCK) {
      drain();
    }
    block[used++] = (byte) octet;
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    int done = 0;
    while (done < length) {
      if (used == BLOCK) {
        drain();
      }
      int step = Math.min(length - done, BLOCK - used);
      System.arraycopy(bytes, from + done, block, used, step);
      used += step;
      done += step;
    }
  }

  /** Does nothing: writers flush too often for blocks to form. */
  @Override
  public void flush() {}

  /** Does nothing: only {@link #finish} may end an answer as whole. */
  @Override
  public void close() {}

  /** Sends the rest: the answer is whole. */
  public void finish() throws IOException {
    drain().flush();
  }

  private OutputStream drain() throws IOException {
    OutputStream open = sink;
    if (open == null) {
      open = opening.open();
      sink = open;
    }
    open.write(block, 0, used);
    used = 0;
    return open;
  }
}
