package io.controlgraph.testing;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.controlgraph.ingest.ImportOptions;
import io.controlgraph.ingest.ImportOutcome;
import io.controlgraph.ingest.Progress;
import io.controlgraph.ingest.SourceFile;
import io.controlgraph.ingest.csv.CsvImporter;
import io.controlgraph.ingest.reference.ReferenceData;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/** A server over what is shipped and the hospital of the samples. */
public final class ServedHospital {
  private static final Path FILES = Path.of("ontology/examples/hospital");

  private ServedHospital() {}

  /** Serves them from a new store in a folder. */
  public static Served in(Path folder) throws IOException {
    return in(folder, Served.Recipe.PLAIN);
  }

  /** Serves them from a new store in a folder, by a recipe. */
  public static Served in(Path folder, Served.Recipe recipe) throws IOException {
    Served served = Served.in(folder, recipe);
    ReferenceData.bringUpToDate(served.store(), Clock.systemUTC());
    ImportOutcome outcome =
        new CsvImporter(served.store(), Clock.systemUTC())
            .run(
                SourceFile.at(List.of(FILES), null, null),
                ImportOptions.of("test", "Import the hospital"),
                Progress.NONE);
    assertTrue(outcome instanceof ImportOutcome.Imported, outcome.toString());
    return served;
  }
}
