package io.controlgraph.query;

import java.nio.file.Path;
import java.util.List;

/** An engine that holds the ontology, and for the time of one query a fixture besides. */
interface Engine {

  /** A cell: its text, and what it is in the words of {@link ValueType}; empty when unbound. */
  record Cell(String text, String type) {
    static final Cell EMPTY = new Cell("", "");
  }

  /** Runs a SELECT query over the ontology and the files, and gives its rows in order. */
  List<List<Cell>> rows(List<Path> files, String sparql);
}
