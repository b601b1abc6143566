package io.controlgraph.ingest.csv;

import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.RDFS;
import org.jspecify.annotations.Nullable;

/**
 * A kind of file: what one row of it means.
 *
 * @param name the file's name without its ending, such as {@code risks}
 * @param type the class of its things
 * @param about what it is, for a person
 * @param label how a label is made where no column is one
 * @param key the columns that identify a row; empty if it has an id column
 * @param columns its columns, in the order of the template
 */
public record Kind(
    String name,
    Node type,
    String about,
    @Nullable LabelTemplate label,
    List<String> key,
    List<Column> columns) {

  public Kind {
    key = List.copyOf(key);
    columns = List.copyOf(columns);
  }

  /** The column of that name, or null. */
  public @Nullable Column column(String wanted) {
    for (Column column : columns) {
      if (column.name().equals(wanted)) {
        return column;
      }
    }
    return null;
  }

  /** The column that holds the row's id, or null if the row is known by its key. */
  @Nullable Column idColumn() {
    for (Column column : columns) {
      if (column.type() instanceof ColumnType.Id) {
        return column;
      }
    }
    return null;
  }

  /** The column that is the thing's label, or null if the label is made. */
  @Nullable Column labelColumn() {
    for (Column column : columns) {
      if (RDFS.Nodes.label.equals(column.property())) {
        return column;
      }
    }
    return null;
  }

  /** The column whose empty cell leaves its row out, or null. */
  @Nullable Column gate() {
    for (Column column : columns) {
      if (column.rowGate()) {
        return column;
      }
    }
    return null;
  }

  /** The names of the columns, in the order of the template. */
  public List<String> columnNames() {
    return columns.stream().map(Column::name).toList();
  }
}
