package io.controlgraph.ingest.csv;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Iterator;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Finds out what separates the cells of a file. */
final class Separator {
  private static final char[] CANDIDATES = {',', ';', '\t'};

  private Separator() {}

  /** The separator with which the first row names the most columns of the kind, then most cells. */
  static char of(String text, Kind kind) {
    char best = CANDIDATES[0];
    int bestScore = -1;
    for (char candidate : CANDIDATES) {
      int score = score(text, kind, candidate);
      if (score > bestScore) {
        bestScore = score;
        best = candidate;
      }
    }
    return best;
  }

  private static int score(String text, Kind kind, char separator) {
    CSVFormat format = CSVFormat.RFC4180.builder().setDelimiter(separator).get();
    try (CSVParser parser = format.parse(new StringReader(text))) {
      Iterator<CSVRecord> records = parser.iterator();
      if (!records.hasNext()) {
        return 0;
      }
      CSVRecord header = records.next();
      int known = 0;
      for (String name : header) {
        if (kind.column(Cells.strip(name)) != null) {
          known++;
        }
      }
      return known * 10_000 + Math.min(header.size(), 9_999);
    } catch (IOException | UncheckedIOException | IllegalStateException e) {
      // With this separator the first row is no row; another one may do.
      return 0;
    }
  }
}
