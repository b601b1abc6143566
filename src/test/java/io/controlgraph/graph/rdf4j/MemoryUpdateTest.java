package io.controlgraph.graph.rdf4j;

import io.controlgraph.graph.GraphStore;
import io.controlgraph.graph.UpdateContract;
import org.apache.jena.graph.Graph;

class MemoryUpdateTest extends UpdateContract {
  @Override
  protected GraphStore open(Graph shapes) {
    return MemoryEngine.open("http://localhost/", () -> shapes);
  }
}
