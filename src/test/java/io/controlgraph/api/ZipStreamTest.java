package io.controlgraph.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class ZipStreamTest {
  private static final byte[] TEXT = "a file".getBytes(StandardCharsets.UTF_8);

  @Test
  void aFinishedFileIsWhole() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipStream zip = new ZipStream(out)) {
      zip.write(TEXT);
      zip.finish();
    }
    assertEquals("a file", new String(unzipped(out), StandardCharsets.UTF_8));
  }

  @Test
  void aFileThatFailedStaysAPartAndHoldsNoMemory() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ZipStream zip = new ZipStream(out);
    zip.write(TEXT);
    int before = out.size();
    zip.close();
    assertEquals(before, out.size(), "nothing is made to look whole");
    assertThrows(EOFException.class, () -> unzipped(out));
    NullPointerException gone = assertThrows(NullPointerException.class, () -> zip.write(TEXT));
    assertEquals("Deflater has been closed", gone.getMessage());
  }

  private static byte[] unzipped(ByteArrayOutputStream out) throws IOException {
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(out.toByteArray()))) {
      return in.readAllBytes();
    }
  }
}
