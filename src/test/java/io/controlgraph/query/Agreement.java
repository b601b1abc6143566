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

  /** No answer, or one that cannot be read. */
  record Refused(String said) implements Agreement {
    private static final Pattern CODE = Pattern.compile("Virtuoso (\\w+) Error (\\w+)");

    @Override
    public String kind() {
      Matcher code = CODE.matcher(said);
      return code.find() ? "refused: %s %s".formatted(code.group(1), code.group(2)) : "no answer";
    }

    @Override
    public String detail() {
      return said;
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
  static Agreement of(String expected, String given) {
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
