package io.controlgraph.ingest.sssom;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects what is wrong with one file, so that all of it is told in one go. */
final class Problems {

  private final String file;
  private final List<SssomError> found = new ArrayList<>();

  Problems(String file) {
    this.file = file;
  }

  void add(int line, String column, String message) {
    found.add(new SssomError(file, line, column, message));
  }

  boolean none() {
    return found.isEmpty();
  }

  List<SssomError> byLine() {
    return found.stream().sorted(Comparator.comparingInt(SssomError::line)).toList();
  }
}
