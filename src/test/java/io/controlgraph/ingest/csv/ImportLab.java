package io.controlgraph.ingest.csv;

import io.controlgraph.graph.Deadline;
import io.controlgraph.graph.Scope;
import io.controlgraph.graph.jena.StoreOptions;
import io.controlgraph.graph.jena.Tdb2GraphStore;
import io.controlgraph.ingest.ImportOptions;
import io.controlgraph.ingest.ImportOutcome;
import io.controlgraph.ingest.Progress;
import io.controlgraph.ingest.RowError;
import io.controlgraph.ingest.SourceFile;
import io.controlgraph.vocab.Reference;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;

/** A store with the shipped reference data, and imports into it. Close it. */
final class ImportLab implements AutoCloseable {
  static final String BASE = "http://localhost:7070/";
  static final Instant NOW = Instant.parse("2026-03-31T09:00:00Z");
  static final ImportOptions OPTIONS = ImportOptions.of("compliance-team", "Quarterly update");

  private final Path folder;
  private final Tdb2GraphStore store;

  ImportLab() {
    try {
      folder = Files.createTempDirectory("import-lab");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Graph shapes = RDFDataMgr.loadGraph("ontology/shapes.ttl");
    store = Tdb2GraphStore.open(folder.resolve("store"), new StoreOptions(BASE, () -> shapes));
    store.write(
        "test",
        "Reference data",
        transaction -> {
          load(transaction::add, Reference.ONTOLOGY_GRAPH, "ontology/controlgraph.ttl");
          for (String framework : FrameworkSheet.SHIPPED) {
            load(
                transaction::add,
                Reference.graph(framework),
                "ontology/frameworks/" + framework + ".ttl");
          }
        });
  }

  /** Adds a file without its blank nodes, which are about axioms that no import reads. */
  private static void load(Consumer<Quad> sink, Node graph, String file) {
    RDFDataMgr.loadGraph(file)
        .find()
        .filterDrop(triple -> triple.getSubject().isBlank() || triple.getObject().isBlank())
        .forEach(triple -> sink.accept(Quad.create(graph, triple)));
  }

  Tdb2GraphStore store() {
    return store;
  }

  CsvImporter importer() {
    return importerAt(NOW);
  }

  CsvImporter importerAt(Instant at) {
    return new CsvImporter(store, Clock.fixed(at, ZoneOffset.UTC));
  }

  ImportOutcome run(ImportOptions options, List<SourceFile> files) {
    try {
      return importer().run(files, options, Progress.NONE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  ImportOutcome run(SourceFile... files) {
    return run(OPTIONS, List.of(files));
  }

  /** Imports files that must be right. */
  ImportOutcome good(SourceFile... files) {
    ImportOutcome outcome = run(files);
    if (outcome instanceof ImportOutcome.Rejected) {
      throw new AssertionError(errors(outcome));
    }
    return outcome;
  }

  /** Imports files that must be wrong, and gives the errors as lines. */
  List<String> bad(SourceFile... files) {
    ImportOutcome outcome = run(files);
    if (!(outcome instanceof ImportOutcome.Rejected)) {
      throw new AssertionError("not rejected: " + outcome);
    }
    return errors(outcome);
  }

  static List<String> errors(ImportOutcome outcome) {
    return outcome.report().errors().stream().map(RowError::text).toList();
  }

  /** The organisation's own row. */
  static SourceFile organisation(String id) {
    return SourceFile.of(
        "organisations.csv", id, "id,name,framework\n" + id + ",The " + id + ",iso27001-2022\n");
  }

  /** Everything of an organisation: its source graphs with what they say of themselves. */
  DatasetGraph dataset(String organisation) {
    DatasetGraph dataset = DatasetGraphFactory.create();
    quads(organisation).forEach(dataset::add);
    return dataset;
  }

  List<Quad> quads(String organisation) {
    String prefix = BASE + "graph/" + organisation + "/";
    return store.<List<Quad>, RuntimeException>read(
        Scope.ALL,
        Deadline.after(Duration.ofMinutes(1)),
        view -> {
          List<Quad> quads = new ArrayList<>();
          try (Stream<Quad> all = view.quads(Node.ANY, Node.ANY, Node.ANY, Node.ANY)) {
            all.filter(quad -> quad.getGraph().getURI().startsWith(prefix)).forEach(quads::add);
          }
          return quads;
        });
  }

  @Override
  public void close() {
    store.close();
    try (Stream<Path> inside = Files.walk(folder)) {
      for (Path path : inside.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
