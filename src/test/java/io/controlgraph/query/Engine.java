package io.controlgraph.query;

import java.nio.file.Path;
import java.util.List;

/** An engine that holds the ontology, and for the time of one query a fixture besides. */
interface Engine {

  /** A cell: its text, and what it is in the words of {@link ValueType}; empty when unbound. */
  record Cell(String text, String type) {
    static final Cell EMPTY = new Cell("", "");
  }

  /**
   * Runs a query over the ontology and the files, and gives the rows of a SELECT in order; of a
   * CONSTRUCT the statements, each once, as rows of subject, property and value that are sorted.
   */
  List<List<Cell>> rows(List<Path> files, String sparql);
}
