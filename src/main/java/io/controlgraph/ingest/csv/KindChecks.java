package io.controlgraph.ingest.csv;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import org.apache.jena.graph.Node;

/** What must hold between the parts of the import format for it to make sense. */
final class KindChecks {
  private KindChecks() {}

  /**
   * Checks the kinds.
   *
   * @throws IllegalArgumentException if one is not sound
   */
  static void check(Kinds kinds) {
    for (Kind kind : kinds.all()) {
      checkIdentity(kind);
      checkLabel(kind);
      checkProperties(kind);
      checkReferences(kind, kinds);
      checkNoCircle(kind, kinds, new LinkedHashSet<>());
    }
  }

  private static void checkIdentity(Kind kind) {
    if ((kind.idColumn() == null) == kind.key().isEmpty()) {
      throw bad(kind, "needs either an id column or a key");
    }
    for (String name : kind.key()) {
      Column column = kind.column(name);
      if (column == null || !column.required() || column.list()) {
        throw bad(kind, "its key '" + name + "' must be a required column with one value");
      }
    }
  }

  private static void checkLabel(Kind kind) {
    LabelTemplate label = kind.label();
    if ((label == null) == (kind.labelColumn() == null)) {
      throw bad(kind, "needs either a column to 'label' or a label template");
    }
    if (label == null) {
      return;
    }
    for (String name : label.columns()) {
      Column column = kind.column(name);
      if (column == null || !column.required()) {
        throw bad(kind, "its label names '" + name + "', which is no required column");
      }
    }
  }

  private static void checkProperties(Kind kind) {
    Set<Node> seen = new HashSet<>();
    for (Column column : kind.columns()) {
      if (column.property() != null && !seen.add(column.property())) {
        throw bad(kind, "two columns go to " + column.property());
      }
    }
  }

  private static void checkReferences(Kind kind, Kinds kinds) {
    for (Column column : kind.columns()) {
      if (column.type() instanceof ColumnType.Ref ref) {
        for (String name : ref.kinds()) {
          Kind target = kinds.find(name);
          if (target == null || target.idColumn() == null) {
            throw bad(kind, column.name() + " refers to '" + name + "', which has no ids");
          }
        }
      }
    }
  }

  private static void checkNoCircle(Kind kind, Kinds kinds, Set<String> above) {
    if (!above.add(kind.name())) {
      throw bad(kind, "its label depends on itself: " + above);
    }
    LabelTemplate label = kind.label();
    if (label != null) {
      for (String name : label.columns()) {
        Column column = kind.column(name);
        if (column != null && column.type() instanceof ColumnType.Ref ref) {
          ref.kinds().forEach(target -> checkNoCircle(kinds.get(target), kinds, above));
        }
      }
    }
    above.remove(kind.name());
  }

  private static IllegalArgumentException bad(Kind kind, String what) {
    return new IllegalArgumentException(kind.name() + ": " + what);
  }
}
