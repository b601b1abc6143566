package io.controlgraph.ingest.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.controlgraph.ingest.ImportOutcome;
import io.controlgraph.ingest.SourceFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class TenMistakesTest {

  @Test
  void allTenMistakesAreNamedInOneGoAndNothingIsWritten() throws IOException {
    try (ImportLab lab = new ImportLab()) {
      long before = lab.store().revision().number();
      ImportOutcome outcome =
          lab.run(
              ImportLab.OPTIONS,
              SourceFile.at(
                  List.of(Path.of("src/test/resources/ingest/ten-mistakes")), null, null));
      assertInstanceOf(ImportOutcome.Rejected.class, outcome);
      assertEquals(
          List.of(
              "assets.csv, row 2, column personalData: personalData 'maybe': expected yes or no",
              "assets.csv, row 3, column type: type 'data-set': no such value; did you mean"
                  + " 'dataset'?",
              "assets.csv, row 3, column inUseSince: inUseSince '2026-02-30': there is no such day",
              "implementations.csv, row 2, column requirements: requirements"
                  + " 'iso27001-2022/A.8.240': no such requirement; did you mean"
                  + " 'iso27001-2022/A.8.24'?",
              "implementations.csv, row 2, column status: status 'implmented': no such value; did"
                  + " you mean 'implemented'?",
              "posts.csv, row 4, column id: id 'POST-CDO': is in row 3 already",
              "risks.csv, row 1, column identifedOn: column 'identifedOn': no such column in risks;"
                  + " did you mean 'identifiedOn'?",
              "risks.csv, row 2, column owner: owner 'Cheif Data Officer': no such post; did you"
                  + " mean 'Chief Data Officer'?",
              "risks.csv, row 3, column name: name is required, and empty",
              "risks.csv, row 3, column threatens: threatens 'DS-CRX': no such asset, unit or"
                  + " management system; did you mean 'DS-CXR'?"),
          ImportLab.errors(outcome));
      assertEquals(before, lab.store().revision().number());
    }
  }
}
