package io.controlgraph.ingest.csv;

/** Makes {@code src/docs/import.md}: what kinds of file there are, and what their columns hold. */
public final class ImportDocumentation {
  private static final String START =
      """
      # The import format

      <!-- Made from ontology/import/*.yaml. Do not edit; a test names the text to commit. -->

      A register is a CSV file named after its kind, such as `risks.csv`. The folder's name is the
      organisation's id, unless `--org` names another. Files of one import may refer to each other
      in any order. An import is one revision of the graph, or nothing at all.

      - **Text** is UTF-8, with or without byte order mark. Cells are separated by `,`, `;` or tab;
        a cell that holds the separator, a quote or a line break is in double quotes.
      - **Columns** are known by name and may be in any order. A column that is not listed here is an
        error. Columns marked with * must be there, and each of their cells filled in.
      - **Rows** are numbered as a spreadsheet does: the header is row 1. Empty rows are ignored.
      - **Lists** are separated by `|`.
      - **An id** has letters, digits and `- _ . : / @ +`, begins with a letter or digit and has at
        most 100 characters. Capital and small letters differ.
      - **A reference** is the id of a row of the kinds named, in this import or in the graph; or
        its name, where only one row has that name and the kind has a `name` column; or `kind/id`,
        where two kinds have the same id.
      - **A requirement** is `framework/id`, such as `iso27001-2022/A.8.24`; the id is enough where
        only one of the organisation's own frameworks has it.
      - **A date** is `2026-03-31`; a **moment** has its zone, such as `2026-01-12T02:10:00Z`.
      - **yes or no** may also be written true or false. A **number** has a point, never a comma.

      The same files again change nothing. A row that has changed replaces what the graph said of its
      thing. Rows that are no longer in the file stay in the graph, unless `--replace` is given. Each
      thing knows the file and row that last changed it. Where a label is made of other things'
      labels, it follows a change of theirs when its own file is imported again.
      """;

  private ImportDocumentation() {}

  /** The whole document. */
  public static String of(Kinds kinds) {
    StringBuilder text = new StringBuilder(START);
    text.append("\n| file | a row is |\n| --- | --- |\n");
    for (Kind kind : kinds.all()) {
      text.append("| [`").append(kind.name()).append(".csv`](#").append(kind.name()).append(") | ");
      text.append(cell(kind.about())).append(" |\n");
    }
    kinds.all().forEach(kind -> append(kind, text));
    return text.toString();
  }

  private static void append(Kind kind, StringBuilder text) {
    text.append("\n## ").append(kind.name()).append("\n\n").append(kind.about()).append('\n');
    if (!kind.key().isEmpty()) {
      text.append("A row has no id: ").append(Nouns.all(kind.key())).append(" tell it apart.\n");
    }
    if (kind.label() != null) {
      text.append("Its label is made: `").append(kind.label()).append("`.\n");
    }
    text.append("\n| column | holds | what it is | example |\n| --- | --- | --- | --- |\n");
    for (Column column : kind.columns()) {
      text.append("| `").append(column.name()).append('`').append(column.required() ? " *" : "");
      text.append(" | ").append(cell(column.holds()));
      text.append(" | ").append(cell(column.about()));
      text.append(" | ").append(cell(column.example())).append(" |\n");
    }
  }

  private static String cell(String text) {
    return text.replace("|", "\\|");
  }
}
