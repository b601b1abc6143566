package io.controlgraph.ingest.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.controlgraph.ingest.ImportOutcome;
import io.controlgraph.ingest.SourceFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class HospitalImportTest {
  private static final Path HOSPITAL = Path.of("ontology/examples/hospital");

  @Test
  void theHospitalIsImportedWholeAndTheSecondTimeChangesNothing() throws IOException {
    try (ImportLab lab = new ImportLab()) {
      List<SourceFile> files = SourceFile.at(List.of(HOSPITAL), null, null);
      ImportOutcome first = lab.run(ImportLab.OPTIONS, files);
      assertEquals(List.of(), ImportLab.errors(first));
      assertInstanceOf(ImportOutcome.Imported.class, first);
      assertInstanceOf(ImportOutcome.Unchanged.class, lab.run(ImportLab.OPTIONS, files));
    }
  }
}
