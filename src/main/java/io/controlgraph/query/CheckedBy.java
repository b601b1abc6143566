package io.controlgraph.query;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.query.Query;
import org.jspecify.annotations.Nullable;

/**
 * A key to all that the questions made of texts rest on: the texts, and the code that checks and
 * builds them, which is that of this package and of Jena.
 */
final class CheckedBy {
  private CheckedBy() {}

  /** SHA-256 over all of it, in hex. */
  static String key(Collection<QueryText> texts) throws IOException {
    MessageDigest digest = sha256();
    addCode(digest, CheckedBy.class);
    addCode(digest, Query.class);
    for (QueryText text : texts) {
      add(digest, text.name());
      add(digest, text.origin());
      add(digest, text.text());
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  /**
   * A jar is known by its time and size; of a folder that is compiled into, the package is read.
   */
  private static void addCode(MessageDigest digest, Class<?> part) throws IOException {
    Path home = home(part);
    if (home == null) {
      throw new IOException("Nothing says where the program lies.");
    }
    add(digest, home.toString());
    if (Files.isRegularFile(home)) {
      add(digest, Files.getLastModifiedTime(home) + " " + Files.size(home));
      return;
    }
    Path folder = home.resolve(part.getPackageName().replace('.', '/'));
    for (Path compiled : filesIn(folder)) {
      add(digest, compiled.getFileName().toString());
      digest.update(Files.readAllBytes(compiled));
    }
  }

  private static @Nullable Path home(Class<?> part) throws IOException {
    CodeSource source = part.getProtectionDomain().getCodeSource();
    URL location = source == null ? null : source.getLocation();
    try {
      return location == null ? null : Path.of(location.toURI());
    } catch (URISyntaxException e) {
      throw new IOException(e);
    }
  }

  private static List<Path> filesIn(Path folder) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(Files::isRegularFile).sorted().toList();
    }
  }

  /** Its length comes first, so that no two rows of texts are one row of bytes. */
  private static void add(MessageDigest digest, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
    digest.update(bytes);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }
}
