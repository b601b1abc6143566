package io.controlgraph.sparql;

import java.io.OutputStream;
import java.util.List;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.resultset.ResultsWriter;

/** Formats for the rows of a SELECT and the answer of an ASK. */
public enum RowFormat implements AnswerFormat {
  JSON,
  XML,
  CSV,
  TSV;

  /** All of them, the one for a client without a wish first. */
  public static List<AnswerFormat> all() {
    return List.of(values());
  }

  @Override
  public List<String> names() {
    return switch (this) {
      case JSON -> List.of("json");
      case XML -> List.of("xml");
      case CSV -> List.of("csv");
      case TSV -> List.of("tsv");
    };
  }

  @Override
  public List<String> mediaTypes() {
    return switch (this) {
      case JSON -> List.of("application/sparql-results+json", "application/json");
      case XML -> List.of("application/sparql-results+xml", "application/xml", "text/xml");
      case CSV -> List.of("text/csv");
      case TSV -> List.of("text/tab-separated-values");
    };
  }

  /** Writes rows as they come. */
  public void write(RowSet rows, OutputStream out) {
    if (this == JSON) {
      JsonRows.write(rows, out);
    } else {
      ResultsWriter.create().lang(lang()).build().write(out, rows);
    }
  }

  /** Writes the answer of an ASK. */
  void write(boolean answer, OutputStream out) {
    ResultsWriter.create().lang(lang()).build().write(out, answer);
  }

  private Lang lang() {
    return switch (this) {
      case JSON -> ResultSetLang.RS_JSON;
      case XML -> ResultSetLang.RS_XML;
      case CSV -> ResultSetLang.RS_CSV;
      case TSV -> ResultSetLang.RS_TSV;
    };
  }
}
