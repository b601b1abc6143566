package io.controlgraph.ingest.csv;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Makes the labels of things; of a thing once, and of what its label names before it. */
final class Labels {
  private @Nullable Resolver resolver;

  /** Sets what finds the things that labels name; labels and references need each other. */
  void resolveWith(Resolver newResolver) {
    resolver = newResolver;
  }

  /** The label: of the row that states the thing, else of the graph, else its id. */
  String of(Thing thing) {
    String label = thing.label();
    if (label == null) {
      Row row = thing.row();
      label = row == null ? thing.id() : make(row, thing.id());
      thing.label(label);
    }
    return label;
  }

  private String make(Row row, String id) {
    Kind kind = row.table().kind();
    LabelTemplate template = kind.label();
    if (template == null) {
      Column column = kind.labelColumn();
      String cell = column == null ? "" : row.cell(kind.columns().indexOf(column));
      return cell.isEmpty() ? id : cell;
    }
    String label = template.fill(name -> cell(row, kind, name));
    return startsWithConcept(kind, template)
        ? label.substring(0, 1).toUpperCase(Locale.ROOT) + label.substring(1)
        : label;
  }

  private static boolean startsWithConcept(Kind kind, LabelTemplate template) {
    Column first = template.startingColumn(kind);
    return first != null && first.type() instanceof ColumnType.Concept;
  }

  private String cell(Row row, Kind kind, String name) {
    Column column = kind.column(name);
    if (column == null || resolver == null) {
      throw new IllegalStateException("no column " + name + " in " + kind.name());
    }
    String cell = row.cell(kind.columns().indexOf(column));
    List<String> parts = new ArrayList<>();
    for (String value : column.list() ? Cells.values(cell) : List.of(cell)) {
      parts.add(
          !value.isEmpty()
                  && resolver.resolve(row.table().organisation(), column, value)
                      instanceof Resolution.Found found
              ? found.label().get()
              : value);
    }
    return String.join(", ", parts);
  }
}
