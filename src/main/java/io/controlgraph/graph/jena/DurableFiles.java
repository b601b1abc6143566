package io.controlgraph.graph.jena;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Writes that are on the disk, whole or not at all, when the method returns. */
final class DurableFiles {
  static final String TEMPORARY = ".tmp";

  private DurableFiles() {}

  /** Replaces the content of a file. */
  static void write(Path file, String content) throws IOException {
    Path temporary = file.resolveSibling(file.getFileName() + TEMPORARY);
    try (FileOutputStream out = new FileOutputStream(temporary.toFile())) {
      out.write(content.getBytes(StandardCharsets.UTF_8));
      out.getFD().sync();
    }
    rename(temporary, file);
  }

  /** Renames a file whose content is already on the disk, replacing what bore the name. */
  static void rename(Path from, Path to) throws IOException {
    Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    syncFolderOf(to);
  }

  /** Makes the entries of a file's folder durable. */
  static void syncFolderOf(Path file) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null) {
      throw new IOException("No folder holds " + file);
    }
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  static void deleteTree(Path root) throws IOException {
    if (!Files.exists(root)) {
      return;
    }
    for (Path path : tree(root)) {
      Files.deleteIfExists(path);
    }
  }

  /** The bytes that the files below a folder take, as their lengths say. */
  static long size(Path root) throws IOException {
    long size = 0;
    for (Path path : tree(root)) {
      size += Files.size(path);
    }
    return size;
  }

  private static List<Path> tree(Path root) throws IOException {
    try (Stream<Path> paths = Files.walk(root)) {
      return paths.sorted(Comparator.reverseOrder()).toList();
    }
  }
}
