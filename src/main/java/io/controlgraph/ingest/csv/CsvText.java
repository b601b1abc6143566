package io.controlgraph.ingest.csv;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Turns the bytes of a file into text: UTF-8, with or without a byte order mark. */
final class CsvText {
  /** More than any register holds, and less than half the heap once it is text. */
  static final int MAX_BYTES = 256 * 1024 * 1024;

  private static final String SAVE_AS = "; save the file as \"CSV UTF-8\"";

  /** The text, or why there is none. */
  sealed interface Decoded {
    record Text(String text) implements Decoded {}

    record Unreadable(long line, String message) implements Decoded {}
  }

  private CsvText() {}

  static Decoded decode(InputStream in) throws IOException {
    byte[] bytes = in.readNBytes(MAX_BYTES + 1);
    if (bytes.length > MAX_BYTES) {
      return new Decoded.Unreadable(0, "is larger than 256 MB");
    }
    if (bytes.length >= 2 && (bytes[0] & 0xFF) + (bytes[1] & 0xFF) == 0xFE + 0xFF) {
      return new Decoded.Unreadable(1, "is UTF-16, not UTF-8" + SAVE_AS);
    }
    boolean mark =
        bytes.length >= 3
            && (bytes[0] & 0xFF) == 0xEF
            && (bytes[1] & 0xFF) == 0xBB
            && (bytes[2] & 0xFF) == 0xBF;
    int start = mark ? 3 : 0;
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer from = ByteBuffer.wrap(bytes, start, bytes.length - start);
    CharBuffer to = CharBuffer.allocate(bytes.length - start);
    CoderResult result = decoder.decode(from, to, true);
    if (result.isError()) {
      return new Decoded.Unreadable(lineAt(bytes, from.position()), "is not UTF-8" + SAVE_AS);
    }
    return new Decoded.Text(to.flip().toString());
  }

  private static long lineAt(byte[] bytes, int position) {
    long line = 1;
    for (int i = 0; i < position; i++) {
      if (bytes[i] == '\n') {
        line++;
      }
    }
    return line;
  }
}
