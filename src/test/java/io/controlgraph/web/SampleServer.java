package io.controlgraph.web;

import io.controlgraph.query.Samples;
import io.controlgraph.testing.Served;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A server over what is shipped and some sample organisations, in a folder that goes with it.
 *
 * @param folder holds its store
 */
record SampleServer(Path folder, Served served) implements AutoCloseable {
  static SampleServer of(List<String> organisations) {
    try {
      Path folder = Files.createTempDirectory("controlgraph-samples");
      Served served = Served.in(folder, Served.Recipe.PLAIN);
      Samples.fill(served.store(), organisations);
      return new SampleServer(folder, served);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    served.close();
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path each : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    }
  }
}
