package io.controlgraph.bench;

import io.controlgraph.trace.index.Rows;

/**
 * The least that rows can be: for each node where its numbers begin, and the numbers one after the
 * other. Nothing can change, and nodes without numbers take room too.
 */
final class PlainRows {
  final int[] starts;
  final int[] values;

  PlainRows(Rows rows, int nodes) {
    starts = new int[nodes + 1];
    values = new int[rows.size()];
    int next = 0;
    for (int node = 0; node < nodes; node++) {
      starts[node] = next;
      for (int value : rows.of(node)) {
        values[next++] = value;
      }
    }
    starts[nodes] = next;
  }
}
