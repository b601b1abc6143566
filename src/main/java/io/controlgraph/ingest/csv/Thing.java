package io.controlgraph.ingest.csv;

import org.apache.jena.graph.Node;
import org.jspecify.annotations.Nullable;

/** A thing of an organisation that a cell may refer to: in the graph, in this import, or both. */
final class Thing {
  private final Kind kind;
  private final String id;
  private final Node node;
  private boolean inGraph;
  private @Nullable Row row;
  private @Nullable String label;

  Thing(Kind kind, String id, Node node) {
    this.kind = kind;
    this.id = id;
    this.node = node;
  }

  Kind kind() {
    return kind;
  }

  String id() {
    return id;
  }

  Node node() {
    return node;
  }

  /** Whether the graph had it before this import. */
  boolean inGraph() {
    return inGraph;
  }

  void foundInGraph() {
    inGraph = true;
  }

  /** The row that states it in this import, or null. */
  @Nullable Row row() {
    return row;
  }

  void statedBy(Row statingRow) {
    row = statingRow;
    label = null;
  }

  /** Its label, if it is known by now. */
  @Nullable String label() {
    return label;
  }

  void label(String newLabel) {
    label = newLabel;
  }
}
