package io.controlgraph.graph.jena;

import static io.controlgraph.graph.Quads.add;
import static io.controlgraph.graph.Quads.all;
import static io.controlgraph.graph.Quads.ask;
import static io.controlgraph.graph.Quads.iri;
import static io.controlgraph.graph.Quads.read;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.controlgraph.graph.CommitListener;
import io.controlgraph.graph.Deadline;
import io.controlgraph.graph.GraphStore;
import io.controlgraph.graph.Preview;
import io.controlgraph.graph.Revision;
import io.controlgraph.graph.RevisionLog;
import io.controlgraph.graph.Update;
import io.controlgraph.graph.WriteOutcome;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.datatypes.TypeMapper;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.rdfpatch.RDFPatchOps;
import org.apache.jena.rdfpatch.changes.RDFChangesBase;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whoever asks the store, its log or its listeners what was said, gets the same terms. */
@Timeout(60)
final class StoredTermsTest {
  private static final Deadline LONG = Deadline.after(Duration.ofMinutes(10));
  private final Path data;

  StoredTermsTest(@TempDir(factory = MemoryFolder.class) Path directory) {
    this.data = directory.resolve("data");
  }

  @ParameterizedTest
  @CsvSource({
    "integer, 042, 42",
    "integer, +42, 42",
    "integer, -0, 0",
    "integer, 99999999999999999999, 99999999999999999999",
    "integer, forty, forty",
    "long, 007, 7",
    "nonNegativeInteger, +7, 7",
    "decimal, 5, 5.0",
    "decimal, 1.50, 1.5",
    "decimal, -1.50, -1.5",
    "decimal, 0.000, 0.0",
    "decimal, 100000000000000000000.0, 100000000000000000000.0",
    "boolean, 1, true",
    "boolean, 0, false",
    "dateTime, 2026-01-02T03:04:05Z, 2026-01-02T03:04:05Z",
    "dateTime, 2026-01-02T03:04:05+00:00, 2026-01-02T03:04:05+00:00",
    "dateTime, 2026-01-02T03:04:05.500Z, 2026-01-02T03:04:05.5Z",
    "dateTime, 2026-01-02T03:04:05.000Z, 2026-01-02T03:04:05Z",
    "dateTime, 2026-01-02T03:04:05.0001Z, 2026-01-02T03:04:05.0001Z",
    "date, 2026-01-02, 2026-01-02",
    "date, 2026-01-02Z, 2026-01-02Z",
    "double, 1.50E2, 150.0e0",
    "float, 1, 1.0",
    "gYear, 2026, 2026",
    "string, 042, 042"
  })
  void listenersRecordAndViewsTellTheSameTerms(String type, String given, String kept)
      throws IOException {
    Quad said = quad(type, given);
    Quad stored = quad(type, kept);
    try (Tdb2GraphStore store = open()) {
      List<CommitListener.Commit> told = new ArrayList<>();
      store.listen(told::add);
      assertEquals(List.of(stored), store.preview(tx -> tx.add(said)).added());

      assertEquals(1, add(store, said).added());
      assertEquals(Set.of(stored), told.get(0).added());
      assertEquals(Set.of("A " + stored), recorded(store, 1));
      assertEquals(Set.of(stored), all(store));
      assertTrue(contains(store, said), "it is there in the form in which it was said");
      assertInstanceOf(
          WriteOutcome.Unchanged.class, store.write("tester", "again", tx -> tx.add(said)));
      assertInstanceOf(
          WriteOutcome.Unchanged.class, store.write("tester", "kept", tx -> tx.add(stored)));

      Preview without = store.preview(tx -> tx.delete(said));
      assertEquals(List.of(stored), without.deleted());
      store.write("tester", "delete", tx -> tx.delete(stored));
      assertEquals(Set.of(stored), told.get(1).deleted());
      assertEquals(Set.of("D " + stored), recorded(store, 2));
      assertEquals(Set.of(), all(store));

      add(store, said);
      store.write("tester", "delete", tx -> tx.delete(said));
      assertEquals(Set.of(stored), told.get(3).deleted());
      assertEquals(Set.of(), all(store));
    }
  }

  @Test
  void anUpdateTakesAwayWhatAViewShows() {
    try (Tdb2GraphStore store = open()) {
      add(store, quad("decimal", "5"), quad("integer", "042"), quad("boolean", "1"));
      store.write(
          "tester",
          "all",
          tx -> tx.update(Update.of("DELETE WHERE { GRAPH ?g { ?s ?p ?o } }"), LONG));
      assertEquals(Set.of(), all(store));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "ASK { ?s ?p 1.50 }; true",
        "ASK { ?s ?p 1.5 }; true",
        "ASK { ?s <http://example.org/p>|<http://example.org/q> 1.50 }; true",
        "ASK { ?s (<http://example.org/q>?)/<http://example.org/p> 1.50 }; true",
        "ASK { GRAPH ?g { ?s ?p 1.50 } }; true",
        "ASK FROM <http://example.org/g> { ?s ?p 1.50 }; true",
        "ASK { FILTER EXISTS { ?s ?p 1.50 } }; true",
        "ASK { ?s ?p ?o FILTER (?o = 1.50) }; true",
        "ASK { ?s ?p ?o FILTER sameTerm(?o, 1.5) }; true",
        "ASK { ?s ?p ?o FILTER sameTerm(?o, 1.50) }; false",
        "ASK { FILTER (STR(1.50) = '1.50') }; true",
        "ASK { ?s ?p 1.51 }; false"
      })
  void aPatternFindsWhatWasSaidInTheFormInWhichItWasSaid(String query, boolean found) {
    try (Tdb2GraphStore store = open()) {
      assertEquals(found, previewed(store, quad("decimal", "1.50"), query), "in a preview");
      add(store, quad("decimal", "1.50"));
      assertEquals(found, ask(store, query));
    }
  }

  private static boolean previewed(GraphStore store, Quad added, String query) {
    boolean[] found = new boolean[1];
    store.preview(
        tx -> {
          tx.add(added);
          found[0] = tx.ask(query);
        });
    return found[0];
  }

  @Test
  void twoFormsOfOneTermAreOneStatement() {
    try (Tdb2GraphStore store = open()) {
      assertEquals(1, add(store, quad("decimal", "1.50"), quad("decimal", "1.5")).added());
      WriteOutcome outcome =
          store.write(
              "tester",
              "replace",
              tx -> {
                tx.delete(quad("decimal", "1.5"));
                tx.add(quad("decimal", "1.500"));
              });
      assertInstanceOf(WriteOutcome.Unchanged.class, outcome);
    }
  }

  @Test
  void aLogWithOtherFormsIsReplayed() throws IOException {
    open().close();
    FileRevisionLog log = FileRevisionLog.open(data.resolve("log"));
    NetPatch first = new NetPatch();
    note(first, quad("integer", "042"));
    note(first, quad("integer", "7"));
    note(first, quad("decimal", "5"));
    note(first, quad("decimal", "2"));
    append(log, first);
    NetPatch second = new NetPatch();
    noteDeleted(second, quad("integer", "42"));
    noteDeleted(second, quad("decimal", "5"));
    append(log, second);
    DurableFiles.deleteTree(data.resolve("store"));
    Files.delete(data.resolve("current"));

    Set<Quad> left = new HashSet<>(Set.of(quad("integer", "7"), quad("decimal", "2.0")));
    try (Tdb2GraphStore store = open()) {
      assertEquals(2, store.revision().number());
      assertEquals(2, store.revision().deleted());
      assertEquals(4, store.log().list(1, 1).get(0).added());
      assertInstanceOf(RevisionLog.Verification.Intact.class, store.log().verify());
      assertEquals(left, all(store));
      store.write("tester", "what is seen", tx -> tx.delete(quad("decimal", "2.0")));
      left.remove(quad("decimal", "2.0"));
      assertEquals(left, all(store));
      store.rebuild();
      assertEquals(left, all(store));
    }
  }

  private Tdb2GraphStore open() {
    return Tdb2GraphStore.open(
        data, new StoreOptions("http://localhost/", GraphFactory::createDefaultGraph));
  }

  private static Quad quad(String type, String text) {
    Node object =
        NodeFactory.createLiteralDT(
            text,
            TypeMapper.getInstance().getSafeTypeByName("http://www.w3.org/2001/XMLSchema#" + type));
    return Quad.create(iri("g"), iri("s"), iri("p"), object);
  }

  private static boolean contains(GraphStore store, Quad quad) {
    boolean[] within = new boolean[1];
    store.preview(tx -> within[0] = tx.contains(quad));
    boolean viewed =
        Boolean.TRUE.equals(
            read(
                store,
                view -> {
                  try (Stream<Quad> found =
                      view.quads(Node.ANY, Node.ANY, Node.ANY, quad.getObject())) {
                    return found.findAny().isPresent();
                  }
                }));
    assertEquals(viewed, within[0]);
    return viewed;
  }

  /** The changes of a record, each as A or D and its quad. */
  private static Set<String> recorded(GraphStore store, long number) throws IOException {
    Set<String> changes = new HashSet<>();
    try (InputStream record = store.log().record(number)) {
      RDFPatchOps.read(record)
          .apply(
              new RDFChangesBase() {
                @Override
                public void add(Node graph, Node subject, Node predicate, Node object) {
                  changes.add("A " + Quad.create(graph, subject, predicate, object));
                }

                @Override
                public void delete(Node graph, Node subject, Node predicate, Node object) {
                  changes.add("D " + Quad.create(graph, subject, predicate, object));
                }
              });
    }
    return changes;
  }

  private static void note(NetPatch patch, Quad quad) {
    patch.add(quad.getGraph(), quad.getSubject(), quad.getPredicate(), quad.getObject());
  }

  private static void noteDeleted(NetPatch patch, Quad quad) {
    patch.delete(quad.getGraph(), quad.getSubject(), quad.getPredicate(), quad.getObject());
  }

  private static void append(FileRevisionLog log, NetPatch patch) throws IOException {
    Revision before = log.latest();
    log.force(
        log.prepare(
            new Revision(
                before.number() + 1,
                Revision.NO_HASH,
                before.hash(),
                Instant.parse("2026-03-31T00:00:00Z"),
                "tester",
                "as it was once recorded",
                patch.added().size(),
                patch.deleted().size()),
            patch));
  }
}
