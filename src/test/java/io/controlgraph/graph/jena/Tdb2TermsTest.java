package io.controlgraph.graph.jena;

import io.controlgraph.graph.GraphStore;
import io.controlgraph.graph.TermsContract;
import java.nio.file.Path;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.io.TempDir;

class Tdb2TermsTest extends TermsContract {
  private final Path directory;

  Tdb2TermsTest(@TempDir(factory = MemoryFolder.class) Path directory) {
    this.directory = directory;
  }

  @Override
  protected GraphStore open() {
    return Tdb2GraphStore.open(
        directory.resolve("data"),
        new StoreOptions("http://localhost/", GraphFactory::createDefaultGraph));
  }
}
