package io.controlgraph.graph.jena;

import io.controlgraph.graph.GraphStore;
import io.controlgraph.graph.UpdateContract;
import java.nio.file.Path;
import org.apache.jena.graph.Graph;
import org.junit.jupiter.api.io.TempDir;

class Tdb2UpdateTest extends UpdateContract {
  private final Path directory;

  Tdb2UpdateTest(@TempDir(factory = MemoryFolder.class) Path directory) {
    this.directory = directory;
  }

  @Override
  protected GraphStore open(Graph shapes) {
    return Tdb2GraphStore.open(
        directory.resolve("data"), new StoreOptions("http://localhost/", () -> shapes));
  }
}
