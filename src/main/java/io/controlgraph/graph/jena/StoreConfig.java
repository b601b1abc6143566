package io.controlgraph.graph.jena;

import io.controlgraph.graph.BaseIri;
import io.controlgraph.graph.GraphFailure;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * What was fixed when a data directory was made.
 *
 * @param baseIri what instance IRIs begin with
 */
record StoreConfig(String baseIri) {
  private static final String FORMAT = "1";
  private static final String FILE = "config";

  StoreConfig {
    BaseIri.require(baseIri);
  }

  static boolean exists(Path directory) {
    return Files.exists(directory.resolve(FILE));
  }

  /** Reads the configuration, which must agree with the base IRI asked for, if one is. */
  static StoreConfig read(Path directory, @Nullable String expectedBaseIri) throws IOException {
    Path file = directory.resolve(FILE);
    Properties properties = new Properties();
    properties.load(new StringReader(Files.readString(file)));
    String format = properties.getProperty("format");
    String baseIri = properties.getProperty("baseIri");
    if (!FORMAT.equals(format) || baseIri == null) {
      throw new GraphFailure.Inconsistent(
          "%s has format %s; this version reads format %s.".formatted(file, format, FORMAT));
    }
    if (expectedBaseIri != null && !expectedBaseIri.equals(baseIri)) {
      throw new GraphFailure.Inconsistent(
          "The data directory %s has the base IRI %s, fixed when it was made; it cannot become %s."
              .formatted(directory, baseIri, expectedBaseIri));
    }
    return new StoreConfig(baseIri);
  }

  void write(Path directory) throws IOException {
    DurableFiles.write(directory.resolve(FILE), "format=" + FORMAT + "\nbaseIri=" + baseIri + "\n");
  }
}
