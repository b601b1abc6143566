package io.controlgraph.query;

import io.controlgraph.graph.GraphFailure;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** What an engine made of a question, held against the rows that were checked. */
sealed interface Agreement {

  /** What is said of all outcomes of this kind, so that they can be counted together. */
  String kind();

  /** What is said of this one; on one line. */
  String detail();

  /** The same rows in the same order. */
  record Agrees(int rows) implements Agreement {
    @Override
    public String kind() {
      return "agrees";
    }

    @Override
    public String detail() {
      return rows + " rows";
    }
  }

  /** The same rows, not in the order that the question asks for. */
  record OtherOrder(int rows) implements Agreement {
    @Override
    public String kind() {
      return "differs: the same rows in another order";
    }

    @Override
    public String detail() {
      return rows + " rows";
    }
  }

  /**
   * Other rows.
   *
   * @param rows how many were to be given
   * @param missing those not given
   * @param extra those given and not expected
   */
  record Differs(int rows, List<List<String>> missing, List<List<String>> extra)
      implements Agreement {
    @Override
    public String kind() {
      if (extra.isEmpty()) {
        return "differs: rows missing";
      }
      return missing.isEmpty() ? "differs: rows extra" : "differs: rows missing and extra";
    }

    @Override
    public String detail() {
      return "of %d rows, %d missing, %d extra".formatted(rows, missing.size(), extra.size());
    }
  }

  /**
   * Rows that are as they were checked once 1 and 0 count as true and false in columns of booleans.
   */
  record Booleans(int rows) implements Agreement {
    @Override
    public String kind() {
      return "differs: only that booleans are 1 and 0";
    }

    @Override
    public String detail() {
      return rows + " rows";
    }
  }

  /** No answer, or one that cannot be read. */
  record Refused(String said) implements Agreement {
    private static final Pattern VIRTUOSO =
        Pattern.compile("Virtuoso (?<state>\\w+) Error (?:(?<code>\\w+): )?(?<text>.*)");

    /** It gives the query back with each error. */
    private static final Pattern QUERY = Pattern.compile(" SPARQL query:.*");

    @Override
    public String kind() {
      Matcher error = VIRTUOSO.matcher(said);
      if (!error.find()) {
        return "no answer that can be read";
      }
      String code = error.group("code");
      return "refused: " + error.group("state") + (code == null ? "" : " " + code);
    }

    @Override
    public String detail() {
      Matcher error = VIRTUOSO.matcher(said);
      return QUERY.matcher(error.find() ? error.group("text") : said).replaceFirst("");
    }
  }

  /** No answer in time. */
  record TimedOut() implements Agreement {
    @Override
    public String kind() {
      return "timed out";
    }

    @Override
    public String detail() {
      return "";
    }
  }

  /** Holds two tables against each other, both CSV with a header. */
  static Agreement of(Question question, String expected, String given) {
    Agreement plain = of(expected, given);
    if (plain instanceof Differs differs
        && question.form() == Form.SELECT
        && of(expected, withBooleans(question, given)) instanceof Agrees) {
      return new Booleans(differs.rows());
    }
    return plain;
  }

  private static String withBooleans(Question question, String csv) {
    List<List<String>> rows = new ArrayList<>();
    for (List<String> row : rows(csv)) {
      List<String> changed = new ArrayList<>(row);
      for (int i = 0; i < changed.size(); i++) {
        if (question.columns().get(i).type() == ValueType.BOOLEAN) {
          changed.set(i, changed.get(i).replaceFirst("^1$", "true").replaceFirst("^0$", "false"));
        }
      }
      rows.add(changed);
    }
    return Table.text(Table.withHeader(question, rows));
  }

  private static Agreement of(String expected, String given) {
    List<List<String>> missing = rows(expected);
    List<List<String>> extra = rows(given);
    int rows = missing.size();
    if (expected.equals(given)) {
      return new Agrees(rows);
    }
    for (List<String> row : rows(given)) {
      if (missing.remove(row)) {
        extra.remove(row);
      }
    }
    return missing.isEmpty() && extra.isEmpty()
        ? new OtherOrder(rows)
        : new Differs(rows, List.copyOf(missing), List.copyOf(extra));
  }

  /** What a failure amounts to. */
  static Agreement of(GraphFailure failure) {
    return failure instanceof GraphFailure.DeadlineExceeded
        ? new TimedOut()
        : new Refused(String.valueOf(failure.getMessage()).strip().replaceAll("\\s+", " "));
  }

  private static List<List<String>> rows(String csv) {
    try (StringReader reader = new StringReader(csv)) {
      List<List<String>> rows = new ArrayList<>();
      for (CSVRecord row : CSVFormat.DEFAULT.parse(reader)) {
        rows.add(row.toList());
      }
      return new ArrayList<>(rows.subList(1, rows.size()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
