package io.controlgraph.query;

import io.controlgraph.packaged.PackagedFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Finds the files of the catalogue: those packaged with the program, and those in folders. */
final class QueryFolders {
  private static final String PACKAGED = "queries";
  private static final String EXTENSION = ".rq";

  private QueryFolders() {}

  static List<QueryText> read(List<Path> extraFolders) {
    List<QueryText> texts = new ArrayList<>(packaged());
    try {
      for (Path folder : extraFolders) {
        if (!Files.isDirectory(folder)) {
          throw new CatalogueException(
              List.of(new CatalogueFault(folder.toString(), 1, "there is no such folder")));
        }
        texts.addAll(folder(folder));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return texts;
  }

  private static List<QueryText> packaged() {
    return PackagedFiles.below(PACKAGED).stream()
        .filter(path -> path.endsWith(EXTENSION))
        .map(
            path ->
                new QueryText(
                    name(path.substring(PACKAGED.length() + 1)), path, PackagedFiles.text(path)))
        .toList();
  }

  private static List<QueryText> folder(Path folder) throws IOException {
    List<QueryText> texts = new ArrayList<>();
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.filter(p -> p.toString().endsWith(EXTENSION)).sorted().toList()) {
        String relative = folder.relativize(path).toString().replace('\\', '/');
        texts.add(
            new QueryText(
                name(relative),
                folder + "/" + relative,
                Files.readString(path, StandardCharsets.UTF_8)));
      }
    }
    return texts;
  }

  private static String name(String relative) {
    return relative.substring(0, relative.length() - EXTENSION.length());
  }
}
