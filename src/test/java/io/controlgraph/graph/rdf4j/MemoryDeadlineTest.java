package io.controlgraph.graph.rdf4j;

import io.controlgraph.graph.DeadlineContract;
import io.controlgraph.graph.GraphStore;
import org.apache.jena.sparql.graph.GraphFactory;

class MemoryDeadlineTest extends DeadlineContract {
  @Override
  protected GraphStore open() {
    return MemoryEngine.open("http://localhost/", GraphFactory::createDefaultGraph);
  }
}
