package io.controlgraph.ingest.csv;

import java.util.Locale;
import org.apache.jena.graph.Node;
import org.jspecify.annotations.Nullable;

/**
 * A column of a kind of file.
 *
 * @param name the column's name in the header
 * @param type what its cells hold
 * @param property the property that carries the value; null if the value is no statement of its own
 * @param required whether a cell must hold something
 * @param list whether a cell may hold several values, separated by {@code |}
 * @param rowGate whether an empty cell leaves its row out
 * @param about what it is, for a person
 * @param example a value
 */
public record Column(
    String name,
    ColumnType type,
    @Nullable Node property,
    boolean required,
    boolean list,
    boolean rowGate,
    String about,
    String example) {

  /** What a cell may hold, in a few words, such as {@code post (list)}. */
  public String holds() {
    String one;
    if (type instanceof ColumnType.Ref ref) {
      one = Nouns.oneOf(ref.kinds());
    } else if (type instanceof ColumnType.Concept concept) {
      one = concept.scheme();
    } else if (type instanceof ColumnType.ClassOf classOf) {
      one = "one of " + String.join(", ", classOf.classes().keySet());
    } else if (type instanceof ColumnType.Whole) {
      one = "whole number";
    } else if (type instanceof ColumnType.Decimal) {
      one = "number";
    } else if (type instanceof ColumnType.YesNo) {
      one = "yes or no";
    } else if (type instanceof ColumnType.DateTime) {
      one = "moment";
    } else if (type instanceof ColumnType.Sha256) {
      one = "SHA-256";
    } else {
      one = type.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }
    return list ? one + " (list)" : one;
  }
}
