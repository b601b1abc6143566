package io.controlgraph.graph.jena;

import io.controlgraph.graph.BaseIri;
import io.controlgraph.graph.Capability;
import io.controlgraph.graph.CommitListener;
import io.controlgraph.graph.DataDirectory;
import io.controlgraph.graph.Deadline;
import io.controlgraph.graph.GraphFailure;
import io.controlgraph.graph.GraphStore;
import io.controlgraph.graph.Preview;
import io.controlgraph.graph.Revision;
import io.controlgraph.graph.RevisionLog;
import io.controlgraph.graph.Scope;
import io.controlgraph.graph.ServiceList;
import io.controlgraph.graph.WriteOutcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import org.apache.jena.query.TxnType;
import org.apache.jena.sparql.core.DatasetGraph;
import org.jspecify.annotations.Nullable;

/**
 * A graph store in a data directory: TDB2 for the graph, a folder of RDF Patches for its history.
 *
 * <pre>
 * config             base IRI and format, fixed when the directory is made
 * log/               one record a revision: the truth
 * store/1, store/2   a TDB2 database each; it can always be made again from the log
 * current            which of them counts
 * lock, server       who has the directory open
 * </pre>
 */
public final class Tdb2GraphStore implements GraphStore {
  private static final Set<Capability> CAPABILITIES =
      Set.copyOf(
          EnumSet.complementOf(EnumSet.of(Capability.ROW_ORIGINS, Capability.PARTIAL_ANSWERS)));

  private final DataDirectory directory;
  private final boolean ownsDirectory;
  private final StoreConfig config;
  private final FileRevisionLog log;
  private final LiveStore live;
  private final Writer writer;
  private final QueryRules text;
  private final OtherServers services;

  private Tdb2GraphStore(
      DataDirectory directory,
      boolean ownsDirectory,
      StoreConfig config,
      FileRevisionLog log,
      LiveStore live,
      StoreOptions options) {
    this.directory = directory;
    this.ownsDirectory = ownsDirectory;
    this.config = config;
    this.log = log;
    this.live = live;
    this.services = new OtherServers(options.services());
    this.text = new QueryRules(config.baseIri(), options.services());
    this.writer =
        new Writer(
            log,
            live,
            new ShapeCheck(options.shapes()),
            text,
            new UpdateText(text, config.baseIri()));
  }

  /**
   * Opens the store in a directory and takes the directory for as long as the store is open.
   *
   * @throws GraphFailure.InUse if another process has it
   * @throws GraphFailure.Inconsistent if log and store do not belong together, or the log is
   *     damaged
   */
  public static Tdb2GraphStore open(Path dataDirectory, StoreOptions options) {
    DataDirectory directory = DataDirectory.take(dataDirectory);
    try {
      return open(directory, true, options);
    } catch (RuntimeException | Error e) {
      directory.close();
      throw e;
    }
  }

  /**
   * Opens the store in a directory that the caller has taken, and closes after the store.
   *
   * @throws GraphFailure.Inconsistent if log and store do not belong together, or the log is
   *     damaged
   */
  public static Tdb2GraphStore open(DataDirectory directory, StoreOptions options) {
    return open(directory, false, options);
  }

  private static Tdb2GraphStore open(
      DataDirectory directory, boolean ownsDirectory, StoreOptions options) {
    Path path = directory.path();
    try {
      StoreConfig config = config(path, options.baseIri());
      FileRevisionLog log = FileRevisionLog.open(path.resolve("log"));
      LiveStore live =
          LiveStore.open(
              new Generations(path.resolve("store"), path.resolve("current")),
              log,
              options.compaction());
      return new Tdb2GraphStore(directory, ownsDirectory, config, log, live, options);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot open the data directory " + path, e);
    }
  }

  private static StoreConfig config(Path path, @Nullable String baseIri) throws IOException {
    if (StoreConfig.exists(path)) {
      return StoreConfig.read(path, baseIri);
    }
    if (Files.exists(path.resolve("log"))) {
      throw new GraphFailure.Inconsistent(
          "The data directory %s has a log but no config.".formatted(path));
    }
    StoreConfig config = new StoreConfig(baseIri == null ? BaseIri.DEFAULT : baseIri);
    config.write(path);
    return config;
  }

  @Override
  public String baseIri() {
    return config.baseIri();
  }

  @Override
  public String engine() {
    return "tdb2";
  }

  @Override
  public Set<Capability> capabilities() {
    return CAPABILITIES;
  }

  @Override
  public ServiceList services() {
    return services.allowed();
  }

  @Override
  public Revision revision() {
    return live.revision();
  }

  @Override
  public <T extends @Nullable Object, X extends Exception> T read(
      Scope scope, Deadline deadline, ReadWork<T, X> work) throws X {
    Generation generation = live.acquire();
    DatasetGraph tdb = generation.dataset();
    try {
      tdb.begin(TxnType.READ);
      try (DatasetView view =
          new DatasetView(
              scoped(ReaderDataset.of(tdb), scope),
              live.revision(generation.mark()),
              text,
              QuerySession.ofRead(deadline, services))) {
        return work.read(view);
      } finally {
        tdb.end();
      }
    } finally {
      generation.release();
    }
  }

  private static DatasetGraph scoped(DatasetGraph tdb, Scope scope) {
    return scope instanceof Scope.Graphs restricted
        ? ScopedDataset.of(tdb, restricted.graphs())
        : tdb;
  }

  @Override
  public <X extends Exception> WriteOutcome write(String author, String message, WriteWork<X> work)
      throws X {
    return writer.write(author, message, null, work);
  }

  @Override
  public <X extends Exception> WriteOutcome write(
      String author, String message, Deadline deadline, WriteWork<X> work) throws X {
    return writer.write(author, message, deadline, work);
  }

  @Override
  public <X extends Exception> Preview preview(WriteWork<X> work) throws X {
    return writer.preview(work);
  }

  @Override
  public Deadline.Registration listen(CommitListener listener) {
    return writer.listen(listener);
  }

  @Override
  public RevisionLog log() {
    return log;
  }

  /** Makes the database again from the log alone, beside the old one, and changes over to it. */
  public void rebuild() {
    live.rebuild();
  }

  @Override
  public void close() {
    live.close();
    if (ownsDirectory) {
      directory.close();
    }
  }
}
