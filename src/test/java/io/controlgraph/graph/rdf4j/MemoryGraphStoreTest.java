package io.controlgraph.graph.rdf4j;

import io.controlgraph.graph.GraphStore;
import io.controlgraph.graph.GraphStoreContract;
import org.apache.jena.graph.Graph;

class MemoryGraphStoreTest extends GraphStoreContract {
  @Override
  protected GraphStore open(Graph shapes) {
    return MemoryEngine.open("http://localhost/", () -> shapes);
  }
}
