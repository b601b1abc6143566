package io.controlgraph.api.rows;

import io.controlgraph.query.Question;
import io.controlgraph.sparql.AnswerFormat;
import io.controlgraph.sparql.RowFormat;
import io.controlgraph.sparql.SheetFormat;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.sparql.exec.RowSet;

/** Writes the rows of a question, in the formats of SPARQL and for spreadsheets. */
public final class RowWriter {
  /** What there is, the one for a client without a wish first. */
  public static final List<AnswerFormat> FORMATS =
      Stream.concat(RowFormat.all().stream(), Stream.of(SheetFormat.XLSX)).toList();

  private RowWriter() {}

  /** Writes the rows; CSV is meant for spreadsheets here, and its texts are no formulas. */
  public static void write(AnswerFormat format, Question question, RowSet rows, OutputStream out)
      throws IOException {
    if (format instanceof RowFormat plain) {
      plain.write(plain == RowFormat.CSV ? PlainCells.of(rows) : rows, out);
    } else {
      Sheet.write(question, rows, out);
    }
  }
}
