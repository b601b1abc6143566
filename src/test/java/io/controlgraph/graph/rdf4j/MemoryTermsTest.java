package io.controlgraph.graph.rdf4j;

import io.controlgraph.graph.GraphStore;
import io.controlgraph.graph.TermsContract;
import org.apache.jena.sparql.graph.GraphFactory;

class MemoryTermsTest extends TermsContract {
  @Override
  protected GraphStore open() {
    return MemoryEngine.open("http://localhost/", GraphFactory::createDefaultGraph);
  }
}
