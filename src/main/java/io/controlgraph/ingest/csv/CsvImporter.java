package io.controlgraph.ingest.csv;

import io.controlgraph.graph.GraphStore;
import io.controlgraph.graph.Preview;
import io.controlgraph.graph.ShapeReport;
import io.controlgraph.graph.WriteOutcome;
import io.controlgraph.ingest.Difference;
import io.controlgraph.ingest.ImportOptions;
import io.controlgraph.ingest.ImportOutcome;
import io.controlgraph.ingest.ImportReport;
import io.controlgraph.ingest.Importer;
import io.controlgraph.ingest.Progress;
import io.controlgraph.ingest.SourceFile;
import java.io.IOException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Imports CSV files of the import format. May be used from any thread; imports take turns where the
 * store does.
 *
 * <p>A file's rows are read by column name, in any order of columns, rows and files. What is wrong
 * is reported in one go: the file, the row as a spreadsheet numbers it, the column, what was
 * expected and the nearest valid value.
 */
public final class CsvImporter implements Importer {
  private final GraphStore store;
  private final Clock clock;

  public CsvImporter(GraphStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  @Override
  public ImportOutcome run(List<SourceFile> files, ImportOptions options, Progress progress)
      throws IOException {
    Kinds kinds = Kinds.shipped();
    Errors errors = new Errors();
    FileNames.Assigned assigned = FileNames.assign(files, kinds);
    assigned.problems().forEach(p -> errors.addElsewhere(p.file(), p.reason()));
    CsvReader reader = new CsvReader(errors, progress);
    List<Table> tables = new ArrayList<>();
    for (Source source : assigned.sources()) {
      tables.add(reader.read(source));
    }
    Names names = new Names(store.baseIri());
    Attempt attempt =
        new Attempt(
            tables,
            assigned.problems(),
            kinds,
            names,
            new Writer.Settings(
                options.replace(),
                options.author(),
                clock.instant().truncatedTo(ChronoUnit.SECONDS)),
            errors,
            progress);
    Report report = new Report(tables, attempt, assigned, errors);
    try {
      return options.dryRun()
          ? preview(attempt, names, errors, report)
          : write(attempt, names, errors, report, options);
    } catch (Rejection e) {
      return new ImportOutcome.Rejected(report.make(null, null));
    }
  }

  private ImportOutcome preview(Attempt attempt, Names names, Errors errors, Report report)
      throws Rejection {
    Preview preview = store.preview(attempt);
    new ShapeErrors(store, names, errors).add(preview.report(), attempt);
    ImportReport made = report.make(new Differences(store, names).of(preview), null);
    return errors.any() ? new ImportOutcome.Rejected(made) : new ImportOutcome.DryRun(made);
  }

  private ImportOutcome write(
      Attempt attempt, Names names, Errors errors, Report report, ImportOptions options)
      throws Rejection {
    WriteOutcome outcome = store.write(options.author(), options.message(), attempt);
    if (outcome instanceof WriteOutcome.Committed committed) {
      return new ImportOutcome.Imported(report.make(null, committed.revision().number()));
    } else if (outcome instanceof WriteOutcome.Unchanged) {
      return new ImportOutcome.Unchanged(report.make(null, null));
    }
    ShapeReport broken = ((WriteOutcome.Refused) outcome).report();
    new ShapeErrors(store, names, errors).add(broken, attempt);
    return new ImportOutcome.Rejected(report.make(null, null));
  }

  /** What the report is made of. */
  private record Report(
      List<Table> tables, Attempt attempt, FileNames.Assigned assigned, Errors errors) {

    ImportReport make(@Nullable Difference difference, @Nullable Long revision) {
      return new ImportReport(
          tables.stream().map(table -> attempt.counts(table).report(table)).toList(),
          errors.inOrder(),
          errors.further(),
          assigned.passedOver(),
          difference,
          revision);
    }
  }
}
