package io.controlgraph.ingest.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.controlgraph.graph.Deadline;
import io.controlgraph.graph.GraphStore;
import io.controlgraph.graph.Scope;
import io.controlgraph.graph.WriteOutcome;
import io.controlgraph.graph.jena.StoreOptions;
import io.controlgraph.graph.jena.Tdb2GraphStore;
import io.controlgraph.vocab.Reference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ReferenceDataTest {
  private static final Path ONTOLOGY = Path.of("ontology");

  /** Read otherwise, or by a person: not statements of the graph. */
  private static final Set<String> NOT_LOADED = Set.of("shapes.ttl", "context.jsonld");

  private static final List<String> FOLDERS_NOT_LOADED = List.of("import/", "examples/", "frames/");

  @Test
  void everyFileOfTheOntologyFolderIsShipped() throws IOException {
    Set<String> onDisk;
    try (Stream<Path> files = Files.walk(ONTOLOGY)) {
      onDisk =
          files
              .filter(Files::isRegularFile)
              .map(file -> ONTOLOGY.relativize(file).toString().replace('\\', '/'))
              .filter(file -> FOLDERS_NOT_LOADED.stream().noneMatch(file::startsWith))
              .filter(file -> !NOT_LOADED.contains(file))
              .map(file -> "ontology/" + file)
              .collect(Collectors.toSet());
    }
    assertEquals(
        onDisk,
        ReferenceFile.SHIPPED.stream().map(ReferenceFile::path).collect(Collectors.toSet()));
  }

  @Test
  void everySampleFolderIsListedAndEveryFileInItIsRead() throws IOException {
    Set<String> onDisk;
    try (Stream<Path> files = Files.walk(ONTOLOGY.resolve("examples"))) {
      onDisk =
          files
              .filter(Files::isRegularFile)
              .map(file -> ONTOLOGY.resolve("examples").relativize(file).toString())
              .collect(Collectors.toSet());
    }
    assertEquals(
        onDisk,
        SampleOrganisations.files().stream()
            .map(file -> file.organisation() + "/" + file.name())
            .collect(Collectors.toSet()));
  }

  @Test
  void aNewStoreGetsAllOfItAsOneRevisionAndTheSecondStartChangesNothing(@TempDir Path directory)
      throws Exception {
    try (GraphStore store = open(directory)) {
      WriteOutcome first = ReferenceData.bringUpToDate(store, Clock.systemUTC());
      assertInstanceOf(WriteOutcome.Committed.class, first);
      assertEquals(1, store.revision().number());
      assertInstanceOf(
          WriteOutcome.Unchanged.class, ReferenceData.bringUpToDate(store, Clock.systemUTC()));
      for (ReferenceFile file : ReferenceFile.SHIPPED) {
        assertTrue(quads(store, file.graph()).size() > 5, file.path());
      }
    }
  }

  @Test
  void aGraphThatDiffersFromWhatIsShippedIsMended(@TempDir Path directory) throws Exception {
    Node graph = Reference.graph("iso27001-2022");
    try (GraphStore store = open(directory)) {
      ReferenceData.bringUpToDate(store, Clock.systemUTC());
      List<Quad> shipped = quads(store, graph);
      store.write("test", "Lose a graph", transaction -> transaction.deleteGraph(graph));
      assertEquals(List.of(), quads(store, graph));
      ReferenceData.bringUpToDate(store, Clock.systemUTC());
      assertEquals(shipped.size(), quads(store, graph).size());
    }
  }

  private static GraphStore open(Path directory) {
    return Tdb2GraphStore.open(directory, new StoreOptions(null, ReferenceData::shapes));
  }

  private static List<Quad> quads(GraphStore store, Node graph) {
    return store.read(
        Scope.ALL,
        Deadline.after(Duration.ofSeconds(30)),
        view -> {
          try (Stream<Quad> quads = view.quads(graph, Node.ANY, Node.ANY, Node.ANY)) {
            return quads.toList();
          }
        });
  }
}
