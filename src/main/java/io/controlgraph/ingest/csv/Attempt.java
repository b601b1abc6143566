package io.controlgraph.ingest.csv;

import io.controlgraph.graph.GraphStore;
import io.controlgraph.graph.Transaction;
import io.controlgraph.ingest.Progress;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.jspecify.annotations.Nullable;

/**
 * One run over all tables inside a transaction: state what there is, check every row, and only then
 * write.
 */
final class Attempt implements GraphStore.WriteWork<Rejection> {
  private static final long PROGRESS_STEP = 1_000;

  private final List<Table> tables;
  private final List<FileNames.Problem> problems;
  private final Kinds kinds;
  private final Names names;
  private final Writer.Settings settings;
  private final Errors errors;
  private final Progress progress;
  private final Map<Table, Counts> counts = new HashMap<>();
  private final Map<Node, Row> rowsByNode = new HashMap<>();

  Attempt(
      List<Table> tables,
      List<FileNames.Problem> problems,
      Kinds kinds,
      Names names,
      Writer.Settings settings,
      Errors errors,
      Progress progress) {
    this.tables = tables;
    this.problems = problems;
    this.kinds = kinds;
    this.names = names;
    this.settings = settings;
    this.errors = errors;
    this.progress = progress;
    tables.forEach(table -> counts.put(table, new Counts()));
  }

  Counts counts(Table table) {
    return counts.computeIfAbsent(table, t -> new Counts());
  }

  /** The row that states the node, once it has been written. */
  @Nullable Row rowOf(Node node) {
    return rowsByNode.get(node);
  }

  @Override
  public void write(Transaction transaction) throws Rejection {
    Things things = new Things(transaction, names, kinds);
    new Stating(things, errors).state(tables, problems, settings.replace());

    ReferenceData reference = new ReferenceData(transaction);
    OwnFrameworks frameworks = new OwnFrameworks(transaction, names, things, reference);
    Labels labels = new Labels();
    Resolver resolver =
        new Resolver(
            reference, new References(things, labels), new Requirements(reference, frameworks::of));
    labels.resolveWith(resolver);
    Statements statements = new Statements(names, things, new RowReader(resolver), labels);

    long total = tables.stream().mapToLong(table -> table.rows().size()).sum();
    check(statements, total);
    write(transaction, things, statements, total);
  }

  private void check(Statements statements, long total) throws Rejection {
    long done = 0;
    for (Table table : tables) {
      for (Row row : table.rows()) {
        if (row.leftOut()) {
          counts(table).leftOut();
        } else {
          statements.check(row, errors);
        }
        tell(Progress.Stage.CHECKING, ++done, total);
      }
    }
    if (errors.any()) {
      throw new Rejection();
    }
  }

  private void write(Transaction transaction, Things things, Statements statements, long total)
      throws Rejection {
    Writer writer = new Writer(transaction, names, settings);
    Map<Pool, Counts> byPool = new LinkedHashMap<>();
    long done = 0;
    for (Table table : tables) {
      Pool pool = things.pool(table.organisation(), table.kind().name());
      byPool.putIfAbsent(pool, counts(table));
      for (Row row : table.rows()) {
        if (!row.leftOut()) {
          Statements.OfRow said = statements.of(row);
          rowsByNode.put(said.thing().node(), row);
          writer.write(pool, said, counts(table));
        }
        tell(Progress.Stage.WRITING, ++done, total);
      }
    }
    byPool.forEach((pool, count) -> pool.removed().forEach(t -> writer.remove(pool, t, count)));
    writer.describeGraphs();
    new Referrers(transaction, names).check(tables, things, errors);
    if (errors.any()) {
      throw new Rejection();
    }
    progress.at(Progress.Stage.COMMITTING, total, total);
  }

  private void tell(Progress.Stage stage, long done, long total) {
    if (done % PROGRESS_STEP == 0 || done == total) {
      progress.at(stage, done, total);
    }
  }
}
