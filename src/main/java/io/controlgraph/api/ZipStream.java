package io.controlgraph.api;

import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.GZIPOutputStream;

/**
 * A compressed file (RFC 1952) as a part of an answer. Only {@link #finish} makes it whole; to
 * close it gives the memory of its compressor back, which lies outside of the heap, and does no
 * more.
 */
final class ZipStream extends GZIPOutputStream {
  private static final int BUFFER = 16 * 1024;

  ZipStream(OutputStream out) throws IOException {
    super(out, BUFFER);
  }

  /** Writes nothing: after a failure a client must not take a part for the whole. */
  @Override
  public void close() {
    def.end();
  }
}
