package io.controlgraph.ingest.csv;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.controlgraph.ingest.ImportOutcome;
import io.controlgraph.ingest.SourceFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.util.IsoMatcher;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class CsvImportTest {
  private static final ImportLab LAB = new ImportLab();

  @AfterAll
  static void close() {
    LAB.close();
  }

  @Test
  void everyPartOfARowBecomesTheStatementsBesideIt() throws Exception {
    Path golden = Path.of("src/test/resources/ingest/golden");
    ImportOutcome outcome =
        LAB.run(ImportLab.OPTIONS, SourceFile.at(List.of(golden), "golden", null));
    assertInstanceOf(
        ImportOutcome.Imported.class, outcome, () -> ImportLab.errors(outcome).toString());
    DatasetGraph actual = LAB.dataset("golden");
    Path expectedFile = golden.resolve("expected.trig");
    DatasetGraph expected =
        Files.exists(expectedFile)
            ? RDFDataMgr.loadDatasetGraph(expectedFile.toString())
            : org.apache.jena.sparql.core.DatasetGraphFactory.create();
    if (!IsoMatcher.isomorphic(expected, actual)) {
      Path written = Path.of("target/golden-actual.trig");
      try (var out = Files.newOutputStream(written)) {
        RDFWriter.source(actual).lang(Lang.TRIG).output(out);
      }
      throw new AssertionError("differs from what was written to " + written);
    }
  }
}
