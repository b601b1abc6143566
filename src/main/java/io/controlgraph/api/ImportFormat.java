package io.controlgraph.api;

import io.controlgraph.ingest.csv.Column;
import io.controlgraph.ingest.csv.Kind;
import io.controlgraph.ingest.csv.Kinds;
import java.util.List;

/**
 * The import format as clients see it.
 *
 * @param kinds the kinds of file, in the order in which a person would fill them in
 */
record ImportFormat(List<KindOfFile> kinds) {

  /**
   * A kind of file.
   *
   * @param name the file's name without its ending, such as {@code risks}
   * @param about what a row is, for a person
   * @param key the columns that tell a row apart; empty if it has an id
   * @param template the path of its empty sheet
   */
  record KindOfFile(
      String name, String about, List<String> key, String template, List<KindColumn> columns) {}

  /**
   * A column of a kind of file.
   *
   * @param required whether it must be there, and each of its cells be filled in
   * @param list whether a cell may hold several values, separated by {@code |}
   * @param holds what a cell may hold, in a few words
   * @param about what it is, for a person
   * @param example a value
   */
  record KindColumn(
      String name, boolean required, boolean list, String holds, String about, String example) {}

  static ImportFormat of(Kinds kinds) {
    return new ImportFormat(kinds.all().stream().map(ImportFormat::kind).toList());
  }

  private static KindOfFile kind(Kind kind) {
    return new KindOfFile(
        kind.name(),
        kind.about(),
        kind.key(),
        ImportFormatRoutes.TEMPLATES + kind.name() + ".csv",
        kind.columns().stream().map(ImportFormat::column).toList());
  }

  private static KindColumn column(Column column) {
    return new KindColumn(
        column.name(),
        column.required(),
        column.list(),
        column.holds(),
        column.about(),
        column.example());
  }
}
