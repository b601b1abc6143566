package io.controlgraph.bench;

import io.controlgraph.graph.Deadline;
import io.controlgraph.graph.Scope;
import io.controlgraph.graph.jena.StoreOptions;
import io.controlgraph.graph.jena.Tdb2GraphStore;
import io.controlgraph.ingest.reference.ReferenceData;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.apache.commons.io.FileUtils;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.system.AsyncParser;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFWriter;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.tdb2.DatabaseMgr;
import org.apache.jena.tdb2.loader.DataLoader;
import org.apache.jena.tdb2.loader.LoaderFactory;
import org.apache.jena.tdb2.sys.TDBInternal;

/**
 * The same quads for two servers, in a folder: as a file, in a data directory of ours, and in a
 * TDB2 database for Fuseki. Made once, and then there.
 */
final class BenchData {
  private static final long SEED = 20260331;
  private static final int QUADS_A_COMMIT = 200_000;
  private static final String FIGURES = "figures.properties";
  private static final Duration LONGEST = Duration.ofMinutes(30);

  private final Path folder;
  private final int organisations;
  private final Properties figures = new Properties();

  private BenchData(Path folder, int organisations) {
    this.folder = folder;
    this.organisations = organisations;
  }

  /** Makes what is not there yet; what was not made to its end is made anew. */
  static BenchData in(Path folder, int organisations) throws IOException {
    Path made = folder.resolve("of-" + organisations);
    if (!Files.exists(made)) {
      Path making = folder.resolve("making-" + organisations);
      FileUtils.deleteDirectory(making.toFile());
      Files.createDirectories(making);
      new BenchData(making, organisations).make();
      Files.move(making, made);
    }
    BenchData data = new BenchData(made, organisations);
    try (InputStream in = Files.newInputStream(made.resolve(FIGURES))) {
      data.figures.load(in);
    }
    return data;
  }

  /** The data directory of ours. */
  Path ours() {
    return folder.resolve("ours");
  }

  /** The folder of Fuseki, with its database. */
  Path theirs() {
    return folder.resolve("theirs");
  }

  /** How many quads both have, besides what is shipped. */
  long quads() {
    return Long.parseLong(figures.getProperty("quads"));
  }

  /** How long it took to write them through the write path, with the revision log. */
  double secondsToImport() {
    return Double.parseDouble(figures.getProperty("import"));
  }

  /** How long TDB2's parallel loader took for the same file. */
  double secondsToLoad() {
    return Double.parseDouble(figures.getProperty("load"));
  }

  int organisations() {
    return organisations;
  }

  /** The store of ours, while no server has it. */
  Tdb2GraphStore open() {
    return open(ours());
  }

  private static Tdb2GraphStore open(Path directory) {
    return Tdb2GraphStore.open(directory, new StoreOptions(null, GraphFactory::createDefaultGraph));
  }

  private void make() throws IOException {
    Path file = folder.resolve("organisations.nq");
    Path shipped = folder.resolve("shipped.nq");
    figures.setProperty("quads", Long.toString(generate(file)));
    try (Tdb2GraphStore store = open()) {
      ReferenceData.bringUpToDate(store, Clock.systemUTC());
      dump(store, shipped);
      long start = System.nanoTime();
      write(store, file);
      figures.setProperty("import", Double.toString((System.nanoTime() - start) / 1e9));
    }
    figures.setProperty("load", Double.toString(load(file, shipped)));
    try (OutputStream out = Files.newOutputStream(folder.resolve(FIGURES))) {
      figures.store(out, null);
    }
  }

  private long generate(Path file) throws IOException {
    try (Tdb2GraphStore scratch =
            Tdb2GraphStore.open(
                folder.resolve("samples"), new StoreOptions(null, ReferenceData::shapes));
        OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      ReferenceData.bringUpToDate(scratch, Clock.systemUTC());
      StreamRDF lines = StreamRDFWriter.getWriterStream(out, Lang.NQUADS);
      lines.start();
      long quads =
          new SeededGraph(new Replicas(scratch, scratch, SEED), scratch.baseIri(), SEED)
              .write(organisations, lines::quad);
      lines.finish();
      return quads;
    }
  }

  private static void dump(Tdb2GraphStore store, Path file) throws IOException {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      StreamRDF lines = StreamRDFWriter.getWriterStream(out, Lang.NQUADS);
      lines.start();
      store.read(
          Scope.ALL,
          Deadline.after(LONGEST),
          view -> {
            try (Stream<Quad> quads = view.quads(Node.ANY, Node.ANY, Node.ANY, Node.ANY)) {
              quads.forEach(lines::quad);
            }
            return true;
          });
      lines.finish();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static void write(Tdb2GraphStore store, Path file) {
    List<Quad> batch = new ArrayList<>();
    try (var quads = AsyncParser.of(RDFParser.source(file)).streamQuads()) {
      quads.forEach(
          quad -> {
            batch.add(quad);
            if (batch.size() == QUADS_A_COMMIT) {
              commit(store, batch);
            }
          });
    }
    commit(store, batch);
  }

  private static void commit(Tdb2GraphStore store, List<Quad> batch) {
    store.write("bench", "Add organisations", transaction -> batch.forEach(transaction::add));
    batch.clear();
  }

  private double load(Path file, Path shipped) throws IOException {
    Path database = Files.createDirectories(theirs().resolve("tdb2"));
    DatasetGraph dataset = DatabaseMgr.connectDatasetGraph(database.toString());
    long start = System.nanoTime();
    load(dataset, file);
    double seconds = (System.nanoTime() - start) / 1e9;
    load(dataset, shipped);
    TDBInternal.expel(dataset);
    return seconds;
  }

  private static void load(DatasetGraph dataset, Path file) {
    DataLoader loader = LoaderFactory.parallelLoader(dataset, (format, values) -> {});
    loader.startBulk();
    loader.load(file.toString());
    loader.finishBulk();
  }
}
