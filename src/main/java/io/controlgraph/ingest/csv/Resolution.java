package io.controlgraph.ingest.csv;

import java.util.function.Supplier;
import org.apache.jena.graph.Node;

/** What became of a value of a cell. */
sealed interface Resolution {

  /**
   * It stands for a node.
   *
   * @param label what a label made of this value says
   * @param key what an id made of this value says
   */
  record Found(Node node, Supplier<String> label, String key) implements Resolution {}

  /** It is no value of its column; the message is made only if it is shown. */
  record Wrong(Supplier<String> message) implements Resolution {}

  /** Nobody can tell, because the rows it may refer to could not be read. */
  record Unknown() implements Resolution {}
}
