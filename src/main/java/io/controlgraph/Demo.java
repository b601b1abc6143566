package io.controlgraph;

import io.controlgraph.graph.DataDirectory;
import io.controlgraph.graph.Deadline;
import io.controlgraph.graph.GraphStore;
import io.controlgraph.graph.Scope;
import io.controlgraph.ingest.ImportOptions;
import io.controlgraph.ingest.ImportOutcome;
import io.controlgraph.ingest.Importer;
import io.controlgraph.ingest.Progress;
import io.controlgraph.ingest.SourceFile;
import io.controlgraph.ingest.reference.ReferenceData;
import io.controlgraph.ingest.reference.SampleOrganisations;
import io.controlgraph.vocab.Cg;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;

/** The demo: a store of its own with the sample organisations, on a day that does not move. */
final class Demo {
  /** The day on which every answer of the demo is true. */
  static final LocalDate DAY = LocalDate.of(2026, 3, 31);

  private Demo() {}

  /**
   * Where the demo's store is: below the user's cache, under a name made from the shipped data, so
   * that another version of the program gets another store.
   */
  static Path directory() {
    return CacheDirectory.path().resolve("demo-" + hash());
  }

  /** Where the stores of the demo of a federation are, by the same rule. */
  static Path federationDirectory() {
    return CacheDirectory.path().resolve("federation-" + hash());
  }

  /** Imports the sample organisations, unless they are there. */
  static void load(GraphStore store, Importer importer) {
    load(store, importer, SampleOrganisations.files());
  }

  /** Imports some of the sample organisations, unless some are there. */
  static void load(GraphStore store, Importer importer, List<SourceFile> files) {
    if (isLoaded(store)) {
      return;
    }
    try {
      ImportOutcome outcome =
          importer.run(
              files,
              ImportOptions.of("controlgraph", "Import the sample organisations"),
              Progress.NONE);
      if (outcome instanceof ImportOutcome.Rejected rejected) {
        throw new IllegalStateException(
            "The sample organisations do not import: " + rejected.report().errors());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Removes all that is in a directory that this process has, but for the lock by which it does.
   */
  static void empty(DataDirectory directory) throws IOException {
    List<Path> deepestFirst;
    try (Stream<Path> files = Files.walk(directory.path())) {
      deepestFirst =
          files
              .filter(file -> !file.equals(directory.path()))
              .filter(file -> !file.equals(directory.path().resolve("lock")))
              .sorted(Comparator.reverseOrder())
              .toList();
    }
    for (Path file : deepestFirst) {
      Files.delete(file);
    }
  }

  /** The samples are one revision, so one organisation tells of all. */
  private static boolean isLoaded(GraphStore store) {
    return store.read(
        Scope.ALL,
        Deadline.after(Duration.ofMinutes(1)),
        view -> {
          try (Stream<Quad> organisations =
              view.quads(Node.ANY, Node.ANY, RDF.type.asNode(), Cg.ORGANISATION)) {
            return organisations.findAny().isPresent();
          }
        });
  }

  private static String hash() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(ReferenceData.hash().getBytes(StandardCharsets.UTF_8));
      for (SourceFile file : SampleOrganisations.files()) {
        digest.update(file.name().getBytes(StandardCharsets.UTF_8));
        try (InputStream in = file.content().open()) {
          digest.update(in.readAllBytes());
        }
      }
      return HexFormat.of().formatHex(digest.digest()).substring(0, 12);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
