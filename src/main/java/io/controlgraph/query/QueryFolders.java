package io.controlgraph.query;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Finds the files of the catalogue: on the class path, in a jar or not, and in folders. */
final class QueryFolders {
  private static final String ROOT = "queries";
  private static final String EXTENSION = ".rq";

  /** A file that is always there; it shows where the packaged folder lies. */
  private static final String LANDMARK = ROOT + "/shared/cells.rq";

  private QueryFolders() {}

  static List<QueryText> read(List<Path> extraFolders) {
    List<QueryText> texts = new ArrayList<>();
    try {
      URL landmark = QueryFolders.class.getClassLoader().getResource(LANDMARK);
      if (landmark == null) {
        throw new IllegalStateException("The packaged questions are missing: " + LANDMARK);
      }
      texts.addAll(packaged(landmark));
      for (Path folder : extraFolders) {
        if (!Files.isDirectory(folder)) {
          throw new CatalogueException(
              List.of(new CatalogueFault(folder.toString(), 1, "there is no such folder")));
        }
        texts.addAll(folder(folder, folder.toString()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return texts;
  }

  private static List<QueryText> packaged(URL landmark) throws IOException {
    URI uri;
    try {
      uri = landmark.toURI();
    } catch (URISyntaxException e) {
      throw new IOException(e);
    }
    if (!uri.getScheme().equals("jar")) {
      return folder(Path.of(uri).resolve("../..").normalize(), ROOT);
    }
    try (FileSystem jar = FileSystems.newFileSystem(jarOf(uri), Map.of())) {
      return folder(jar.getPath("/" + ROOT), ROOT);
    }
  }

  private static Path jarOf(URI uri) {
    String file = uri.getRawSchemeSpecificPart();
    return Path.of(URI.create(file.substring(0, file.indexOf("!/"))));
  }

  private static List<QueryText> folder(Path folder, String shown) throws IOException {
    List<QueryText> texts = new ArrayList<>();
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.filter(p -> p.toString().endsWith(EXTENSION)).sorted().toList()) {
        String relative = folder.relativize(path).toString().replace('\\', '/');
        String name = relative.substring(0, relative.length() - EXTENSION.length());
        texts.add(
            new QueryText(
                name, shown + "/" + relative, Files.readString(path, StandardCharsets.UTF_8)));
      }
    }
    return texts;
  }
}
