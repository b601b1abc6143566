package io.controlgraph.ingest.csv;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.jspecify.annotations.Nullable;

/** Reads the cells of a row as their columns say. */
final class RowReader {
  private final Resolver resolver;

  /** A value of a property, or of the type if the property is null. */
  record Value(@Nullable Node property, Node node) {}

  /**
   * What the cells say.
   *
   * @param values those that become statements
   * @param keys what an id made of a column says, by the column's name
   */
  record Cellwise(List<Value> values, Map<String, String> keys) {

    /** The id of a row that is known by these columns. */
    String joined(List<String> columns) {
      return columns.stream().map(c -> keys.getOrDefault(c, "")).collect(Collectors.joining("~"));
    }
  }

  RowReader(Resolver resolver) {
    this.resolver = resolver;
  }

  /** Reads a row; reports everything that is wrong with it, and is then null. */
  @Nullable Cellwise read(Row row, Errors errors) {
    Cellwise cellwise = new Cellwise(new ArrayList<>(), new HashMap<>());
    boolean good = true;
    for (int i = 0; i < row.table().kind().columns().size(); i++) {
      good &= readCell(row, i, cellwise, errors);
    }
    return good ? cellwise : null;
  }

  private boolean readCell(Row row, int place, Cellwise into, Errors errors) {
    Column column = row.table().kind().columns().get(place);
    String cell = row.cell(place);
    if (cell.isEmpty()) {
      if (column.required() && row.table().has(place)) {
        errors.add(row, place, () -> column.name() + " is required, and empty");
      }
      return !column.required();
    }
    String problem = Cells.problem(cell);
    if (problem != null) {
      errors.add(row, place, () -> column.name() + " " + problem);
      return false;
    }
    boolean good = true;
    for (String value : column.list() ? Cells.values(cell) : List.of(cell)) {
      Resolution resolution =
          value.isEmpty()
              ? new Resolution.Wrong(() -> "a value is empty; one | stands between two values")
              : resolver.resolve(row.table().organisation(), column, value);
      if (resolution instanceof Resolution.Found found) {
        into.keys().put(column.name(), found.key());
        if (column.property() != null || column.type() instanceof ColumnType.ClassOf) {
          into.values().add(new Value(column.property(), found.node()));
        }
      } else {
        good = false;
        if (resolution instanceof Resolution.Wrong wrong) {
          String shown = column.name() + " '" + Cells.shorten(value) + "': ";
          errors.add(row, place, () -> shown + wrong.message().get());
        }
      }
    }
    return good;
  }
}
