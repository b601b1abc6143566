package io.controlgraph.ingest.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.controlgraph.ingest.ImportOutcome;
import io.controlgraph.ingest.ImportReport.FileReport;
import io.controlgraph.ingest.Progress;
import io.controlgraph.ingest.SourceFile;
import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Runs in the heap of 2 GB that the build gives to tests. */
class LargeImportTest {
  private static final int POSTS = 10;
  private static final int ASSETS = 10_000;
  private static final int IMPLEMENTATIONS = 5_000;
  private static final int VULNERABILITIES = 84_990;

  @Test
  void aHundredThousandRowsAreOneImportWithProgress() throws IOException {
    List<SourceFile> files =
        List.of(
            ImportLab.organisation("large"),
            vulnerabilities(),
            implementations(),
            assets(),
            posts());
    try (ImportLab lab = new ImportLab()) {
      Map<Progress.Stage, Long> reached = new EnumMap<>(Progress.Stage.class);
      ImportOutcome outcome =
          lab.importer()
              .run(
                  files,
                  ImportLab.OPTIONS,
                  (stage, done, total) -> {
                    assertTrue(done >= reached.getOrDefault(stage, 0L));
                    reached.put(stage, done);
                  });
      assertEquals(List.of(), ImportLab.errors(outcome));
      assertInstanceOf(ImportOutcome.Imported.class, outcome);
      long rows = 1L + POSTS + ASSETS + IMPLEMENTATIONS + VULNERABILITIES;
      assertEquals(rows, outcome.report().files().stream().mapToLong(FileReport::added).sum());
      assertEquals(
          Map.of(
              Progress.Stage.READING, 100_000L,
              Progress.Stage.CHECKING, rows,
              Progress.Stage.WRITING, rows,
              Progress.Stage.COMMITTING, rows),
          reached);
    }
  }

  private static SourceFile posts() {
    StringBuilder text = new StringBuilder("id,name\n");
    for (int i = 0; i < POSTS; i++) {
      text.append("POST-").append(i).append(",Post number ").append(i).append('\n');
    }
    return SourceFile.of("posts.csv", "large", text.toString());
  }

  private static SourceFile assets() {
    StringBuilder text = new StringBuilder("id,name,type,accountable,partOf,inUseSince\n");
    for (int i = 0; i < ASSETS; i++) {
      text.append("AST-").append(i).append(",Asset ").append(i).append(",dataset,Post number ");
      text.append(i % POSTS).append(',');
      text.append(i == 0 ? "" : "AST-" + i / 2).append(",2024-06-03\n");
    }
    return SourceFile.of("assets.csv", "large", text.toString());
  }

  private static SourceFile implementations() {
    StringBuilder text = new StringBuilder("id,name,requirements,targets,status,accountable\n");
    for (int i = 0; i < IMPLEMENTATIONS; i++) {
      text.append("IMP-")
          .append(i)
          .append(",Control ")
          .append(i)
          .append(",A.8.")
          .append(1 + i % 34);
      text.append("|A.5.").append(1 + i % 37).append(",Asset ").append(i);
      text.append(",implemented,POST-").append(i % POSTS).append('\n');
    }
    return SourceFile.of("implementations.csv", "large", text.toString());
  }

  private static SourceFile vulnerabilities() {
    StringBuilder text = new StringBuilder("id,name,affects,foundOn\n");
    for (int i = 0; i < VULNERABILITIES; i++) {
      text.append("VUL-").append(i).append(",Weakness ").append(i).append(",AST-");
      text.append(i % ASSETS).append(",2025-12-31\n");
    }
    return SourceFile.of("vulnerabilities.csv", "large", text.toString());
  }
}
