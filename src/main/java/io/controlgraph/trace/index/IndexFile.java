package io.controlgraph.trace.index;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.zip.CRC32C;
import java.util.zip.CheckedOutputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An index in a file, so that the next start need not read the store for it.
 *
 * <p>The file begins with the revision and its hash, and ends with a checksum of all before it (RFC
 * 3720's CRC32C). It is written beside its place and then moved there, so that it is whole or not
 * there. It is only ever a copy: one that does not fit or is damaged is passed over.
 */
public final class IndexFile {
  private static final Logger LOG = LoggerFactory.getLogger(IndexFile.class);

  /** Says what the file is, and in which form; another form gets another number. */
  private static final long FORM = 0x4347_5452_4143_4502L;

  private static final int CHECKSUM = Long.BYTES;

  private final Path file;

  /**
   * A file that need not be there.
   *
   * @param file its folder must be
   */
  public IndexFile(Path file) {
    this.file = file;
  }

  /**
   * Writes an index.
   *
   * @param hash of the revision that the index stands at
   */
  public void write(TraceIndex index, String hash) throws IOException {
    Path temporary = file.resolveSibling(file.getFileName() + ".tmp");
    CRC32C checksum = new CRC32C();
    try (OutputStream plain = Files.newOutputStream(temporary);
        OutputStream buffered = new BufferedOutputStream(plain, 1 << 16);
        DataOutputStream out = new DataOutputStream(new CheckedOutputStream(buffered, checksum))) {
      out.writeLong(FORM);
      out.writeLong(index.revision());
      out.writeUTF(hash);
      IndexWriter.write(index, out);
      out.writeLong(checksum.getValue());
    }
    Files.move(
        temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /**
   * Reads the index of a revision.
   *
   * @return nothing if the file has another one, is damaged, or is not there
   */
  public Optional<TraceIndex> read(long revision, String hash) {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      ByteBuffer all = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
      if (all.remaining() < 3 * Long.BYTES || all.getLong() != FORM || all.getLong() != revision) {
        return Optional.empty();
      }
      if (!isWhole(all)) {
        LOG.warn("{} is damaged; the index is built from the store.", file);
        return Optional.empty();
      }
      all.limit(all.limit() - CHECKSUM);
      IndexReader in = new IndexReader(all);
      return in.text().equals(hash) ? Optional.of(in.index(revision)) : Optional.empty();
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException | RuntimeException e) {
      LOG.warn("{} cannot be read; the index is built from the store.", file, e);
      return Optional.empty();
    }
  }

  private static boolean isWhole(ByteBuffer all) {
    ByteBuffer content = all.duplicate().rewind().limit(all.limit() - CHECKSUM);
    CRC32C checksum = new CRC32C();
    checksum.update(content);
    return checksum.getValue() == all.getLong(all.limit() - CHECKSUM);
  }
}
