package io.controlgraph.query;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32C;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the questions of texts without a fault in a file, since to check and build them takes more
 * than a second. They are found again if the texts, and the code that checks them, are the same.
 *
 * <p>The file ends with a checksum of all before it (RFC 3720's CRC32C). It is written beside its
 * place and then moved there. One that does not fit or is damaged is passed over.
 */
final class KeptQuestions {
  private static final Logger LOG = LoggerFactory.getLogger(KeptQuestions.class);

  private final Path file;

  /**
   * A file that need not be there.
   *
   * @param file its folder must be
   */
  KeptQuestions(Path file) {
    this.file = file;
  }

  /** The questions of just these texts, by name; nothing if others were kept last. */
  Optional<Map<String, Question>> read(Collection<QueryText> texts) {
    try {
      byte[] all = Files.readAllBytes(file);
      int length = all.length - Long.BYTES;
      if (length < 0 || ByteBuffer.wrap(all).getLong(length) != checksum(all, length)) {
        throw new IOException("It is damaged.");
      }
      DataInputStream in = new DataInputStream(new ByteArrayInputStream(all, 0, length));
      return in.readUTF().equals(CheckedBy.key(texts))
          ? Optional.of(questions(in, texts))
          : Optional.empty();
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      LOG.warn("{} cannot be read; the questions are checked again.", file, e);
      return Optional.empty();
    }
  }

  private static Map<String, Question> questions(DataInputStream in, Collection<QueryText> texts)
      throws IOException {
    Map<String, QueryText> byName = new HashMap<>();
    texts.forEach(text -> byName.put(text.name(), text));
    Map<String, Question> questions = new HashMap<>();
    for (int left = in.readInt(); left > 0; left--) {
      String name = QuestionBytes.string(in);
      QueryText text = byName.get(name);
      if (text == null) {
        throw new IOException("There is no text for " + name);
      }
      questions.put(name, QuestionBytes.read(in, name, text));
    }
    return questions;
  }

  /** Keeps all questions that these texts make; none of the texts has a fault. */
  void write(Collection<QueryText> texts, Collection<Question> questions) {
    Path temporary = file.resolveSibling(file.getFileName() + ".tmp");
    try {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      DataOutputStream out = new DataOutputStream(bytes);
      out.writeUTF(CheckedBy.key(texts));
      out.writeInt(questions.size());
      for (Question question : questions) {
        QuestionBytes.write(out, question);
      }
      out.writeLong(checksum(bytes.toByteArray(), bytes.size()));
      Files.write(temporary, bytes.toByteArray());
      Files.move(
          temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      LOG.warn("{} cannot be written; the next start checks the questions again.", file, e);
    }
  }

  private static long checksum(byte[] bytes, int length) {
    CRC32C checksum = new CRC32C();
    checksum.update(bytes, 0, length);
    return checksum.getValue();
  }
}
