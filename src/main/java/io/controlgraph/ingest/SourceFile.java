package io.controlgraph.ingest;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A named source of bytes, wherever it comes from.
 *
 * @param name the file's name without its folder, such as {@code risks.csv}
 * @param organisation the id of the organisation whose data it holds, if it is known
 * @param kind the kind of its rows, if something other than the name says so
 * @param content the bytes
 */
public record SourceFile(
    String name, @Nullable String organisation, @Nullable String kind, Content content) {

  /** Gives the bytes; may be asked more than once. */
  @FunctionalInterface
  public interface Content {
    InputStream open() throws IOException;
  }

  /** A source held in memory. */
  public static SourceFile of(String name, String organisation, byte[] bytes) {
    return new SourceFile(name, organisation, null, () -> new ByteArrayInputStream(bytes));
  }

  /** A source held in memory, as text. */
  public static SourceFile of(String name, String organisation, String text) {
    return of(name, organisation, text.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * The files at the paths; of a folder, every file directly in it, hidden ones too.
   *
   * @param organisation whose data they hold; null takes the name of the folder each file is in
   * @param kind the kind of their rows; null lets each file's name say it
   * @throws IOException if a path does not exist or cannot be read
   */
  public static List<SourceFile> at(
      List<Path> paths, @Nullable String organisation, @Nullable String kind) throws IOException {
    List<SourceFile> found = new ArrayList<>();
    for (Path path : paths) {
      if (Files.isDirectory(path)) {
        try (Stream<Path> inside = Files.list(path)) {
          inside.sorted().forEach(file -> found.add(file(file, organisation, kind)));
        }
      } else {
        if (!Files.exists(path)) {
          throw new NoSuchFileException(path.toString());
        }
        found.add(file(path, organisation, kind));
      }
    }
    return found;
  }

  private static SourceFile file(Path path, @Nullable String organisation, @Nullable String kind) {
    Path absolute = path.toAbsolutePath().normalize();
    Path folder = absolute.getParent();
    Path folderName = folder == null ? null : folder.getFileName();
    String owner =
        organisation != null ? organisation : folderName == null ? null : folderName.toString();
    return new SourceFile(
        String.valueOf(absolute.getFileName()), owner, kind, () -> Files.newInputStream(path));
  }
}
