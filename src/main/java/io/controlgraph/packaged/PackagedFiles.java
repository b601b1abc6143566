package io.controlgraph.packaged;

import java.io.File;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/**
 * Reads what is packaged with the program, from its jar or from the folder that a build compiles
 * into.
 */
public final class PackagedFiles {
  private PackagedFiles() {}

  /**
   * Opens a file.
   *
   * @param path its path on the class path, such as {@code ontology/shapes.ttl}
   * @throws FileNotFoundException if there is none
   */
  public static InputStream open(String path) throws IOException {
    InputStream in = PackagedFiles.class.getClassLoader().getResourceAsStream(path);
    if (in == null) {
      throw new FileNotFoundException(path + " is missing from the program");
    }
    return in;
  }

  /** The bytes of a file. */
  public static byte[] bytes(String path) {
    try (InputStream in = open(path)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The text of a file in UTF-8. */
  public static String text(String path) {
    return new String(bytes(path), StandardCharsets.UTF_8);
  }

  /**
   * The paths of all files in a folder and below it, sorted.
   *
   * @param folder its path on the class path, such as {@code queries}
   * @throws UncheckedIOException if there is none; it can only be missing if the build went wrong
   */
  public static List<String> below(String folder) {
    String start = folder + "/";
    try {
      URI home = home();
      List<String> files =
          home.getScheme().equals("jar") ? inJar(home, start) : inFolder(Path.of(home), start);
      if (files.isEmpty()) {
        throw new FileNotFoundException(start + " is missing from the program");
      }
      return files;
    } catch (IOException | URISyntaxException e) {
      throw new UncheckedIOException(e instanceof IOException io ? io : new IOException(e));
    }
  }

  /** The folder or jar in which the ontology lies, which is that of all other files. */
  private static URI home() throws IOException, URISyntaxException {
    String landmark = "ontology/controlgraph.ttl";
    URL url = PackagedFiles.class.getClassLoader().getResource(landmark);
    if (url == null) {
      throw new FileNotFoundException(landmark + " is missing from the program");
    }
    String whole = url.toURI().toString();
    return URI.create(whole.substring(0, whole.length() - landmark.length()));
  }

  private static List<String> inJar(URI home, String start) throws IOException {
    String file = home.getRawSchemeSpecificPart();
    try (JarFile jar = new JarFile(new File(URI.create(file.substring(0, file.indexOf("!/")))))) {
      return jar.stream()
          .filter(entry -> !entry.isDirectory())
          .map(entry -> entry.getName())
          .filter(name -> name.startsWith(start))
          .sorted()
          .toList();
    }
  }

  private static List<String> inFolder(Path home, String start) throws IOException {
    Path folder = home.resolve(start);
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> paths = Files.walk(folder)) {
      return paths
          .filter(Files::isRegularFile)
          .map(path -> home.relativize(path).toString().replace(File.separatorChar, '/'))
          .sorted()
          .toList();
    }
  }
}
