package io.controlgraph.query;

import io.controlgraph.graph.BaseIri;
import io.controlgraph.graph.Deadline;
import io.controlgraph.graph.GraphStore;
import io.controlgraph.graph.Scope;
import io.controlgraph.graph.View;
import io.controlgraph.graph.jena.StoreOptions;
import io.controlgraph.graph.jena.Tdb2GraphStore;
import io.controlgraph.ingest.ImportOptions;
import io.controlgraph.ingest.ImportOutcome;
import io.controlgraph.ingest.Progress;
import io.controlgraph.ingest.csv.CsvImporter;
import io.controlgraph.ingest.reference.ReferenceData;
import io.controlgraph.ingest.reference.SampleOrganisations;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;

/** A store with what is shipped and the sample organisations, as the demo has it. */
public final class Samples implements AutoCloseable {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-03-31T06:00:00Z"), ZoneOffset.UTC);

  private final Tdb2GraphStore store;

  Samples(Path directory) throws IOException {
    store =
        Tdb2GraphStore.open(directory, new StoreOptions(BaseIri.DEFAULT, ReferenceData::shapes));
    fill(store, organisations());
  }

  /** Puts what is shipped and some of the sample organisations into a store. */
  public static void fill(GraphStore store, List<String> organisations) throws IOException {
    ReferenceData.bringUpToDate(store, CLOCK);
    ImportOutcome outcome =
        new CsvImporter(store, CLOCK)
            .run(
                SampleOrganisations.files().stream()
                    .filter(file -> organisations.contains(file.organisation()))
                    .toList(),
                ImportOptions.of("compliance", "Import the sample organisations"),
                Progress.NONE);
    if (outcome instanceof ImportOutcome.Rejected rejected) {
      throw new IllegalStateException(rejected.report().errors().toString());
    }
  }

  /** The ids of the organisations. */
  public static List<String> organisations() {
    return SampleOrganisations.files().stream()
        .map(file -> String.valueOf(file.organisation()))
        .distinct()
        .sorted()
        .toList();
  }

  <T> T read(Function<View, T> work) {
    return store.read(Scope.ALL, Deadline.after(Duration.ofMinutes(2)), work::apply);
  }

  BindContext context(View view) {
    return new BindContext(
        Fixture.DAY, store.baseIri(), new GraphNameResolver(view, store.baseIri()));
  }

  @Override
  public void close() {
    store.close();
  }
}
