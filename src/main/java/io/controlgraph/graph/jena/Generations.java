package io.controlgraph.graph.jena;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The folder of the databases: numbered folders, and a pointer to the one that counts. */
final class Generations {
  private final Path folder;
  private final Path pointer;

  Generations(Path folder, Path pointer) {
    this.folder = folder;
    this.pointer = pointer;
  }

  /** The folder that the pointer names, if both are there. */
  Optional<Path> current() throws IOException {
    if (!Files.exists(pointer)) {
      return Optional.empty();
    }
    Path current = folder.resolve(Files.readString(pointer).strip());
    return Files.isDirectory(current) ? Optional.of(current) : Optional.empty();
  }

  /** Makes a new, empty folder. */
  Path create() throws IOException {
    Files.createDirectories(folder);
    long last = 0;
    for (Path path : all()) {
      last = Math.max(last, Long.parseLong(path.getFileName().toString()));
    }
    return Files.createDirectory(folder.resolve(Long.toString(last + 1)));
  }

  /** Makes a folder the one that counts, from now on and after a crash. */
  void point(Path current) throws IOException {
    DurableFiles.syncFolderOf(current);
    DurableFiles.write(pointer, current.getFileName() + "\n");
  }

  /** Deletes the folders that do not count. */
  void clean() throws IOException {
    Optional<Path> current = current();
    for (Path path : all()) {
      if (!current.equals(Optional.of(path))) {
        DurableFiles.deleteTree(path);
      }
    }
  }

  private List<Path> all() throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> paths = Files.list(folder)) {
      return paths.filter(path -> path.getFileName().toString().matches("\\d+")).toList();
    }
  }
}
