package io.controlgraph.graph.jena;

import static io.controlgraph.graph.Quads.add;
import static io.controlgraph.graph.Quads.all;
import static io.controlgraph.graph.Quads.quad;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.controlgraph.graph.GraphFailure;
import io.controlgraph.graph.GraphStore;
import io.controlgraph.graph.Revision;
import io.controlgraph.graph.RevisionLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What opening does with a directory in which log and store came apart. */
class RecoveryTest {
  private final Path data;
  private final Path elsewhere;
  private Set<Quad> quads = Set.of();
  private Revision latest = Revision.NONE;

  RecoveryTest(@TempDir(factory = MemoryFolder.class) Path directory) {
    this.data = directory.resolve("data");
    this.elsewhere = directory.resolve("elsewhere");
  }

  @BeforeEach
  void writeFiveRevisions() throws IOException {
    try (GraphStore store = open()) {
      add(store, quad("g", "a", "p", "b"), quad("g", "a", "p", "c"));
      add(store, quad("h", "a", "p", "b"));
    }
    copy(data, elsewhere);
    try (GraphStore store = open()) {
      store.write("tester", "", transaction -> transaction.delete(quad("g", "a", "p", "c")));
      add(store, quad("g", "d", "p", "b"), quad("g", "a", "p", "c"));
      add(store, quad("g", "e", "p", "b"));
      quads = all(store);
      latest = store.revision();
    }
  }

  @Test
  void aLogAheadOfTheStoreIsReplayed() throws IOException {
    replaceStoreByTheOlderOne();
    assertRecovered();
  }

  @Test
  void aStoreThatIsGoneIsMadeAgainFromTheLog() throws IOException {
    DurableFiles.deleteTree(data.resolve("store"));
    assertRecovered();
    Files.delete(data.resolve("current"));
    assertRecovered();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 10, 23, 24, 40, 100})
  void aDatabaseWhoseJournalWasTornIsMadeAgainFromTheLog(int bytes) throws IOException {
    try (Stream<Path> files = Files.walk(data.resolve("store"))) {
      Path journal = files.filter(file -> file.endsWith("journal.jrnl")).findFirst().orElseThrow();
      byte[] torn = new byte[bytes];
      Arrays.fill(torn, (byte) 1);
      Files.write(journal, torn, StandardOpenOption.APPEND);
    }
    assertRecovered();
    assertRecovered();
  }

  @Test
  void aRebuildGivesTheSameGraph() {
    try (Tdb2GraphStore store = open()) {
      store.rebuild();
      assertEquals(quads, all(store));
      assertEquals(latest, store.revision());
      assertEquals(6, add(store, quad("g", "f", "p", "b")).number());
    }
    try (Tdb2GraphStore store = open()) {
      assertEquals(quads.size() + 1, all(store).size());
    }
  }

  @Test
  void aLogBehindTheStoreIsRefused() throws IOException {
    Files.delete(record(5));
    assertRefused("stands at revision 5, but the log ends at 4");
  }

  @Test
  void aLogOfAnotherHistoryIsRefused() throws IOException {
    try (Tdb2GraphStore other = open(elsewhere)) {
      add(other, quad("g", "x", "p", "y"));
    }
    Files.copy(elsewhere.resolve("log/000000000003.rdfp"), elsewhere.resolve("kept"));
    DurableFiles.deleteTree(data.resolve("log"));
    copy(elsewhere.resolve("log"), data.resolve("log"));
    replaceStoreByTheOlderOne();
    // The older store at 2 belongs to both; the one at 5 to the first history only.
    try (Tdb2GraphStore store = open()) {
      assertEquals(3, store.revision().number());
    }
  }

  @Test
  void aLastRecordThatWasChangedIsRefused() throws IOException {
    Files.writeString(record(5), Files.readString(record(5)).replace("/e>", "/x>"));
    assertRefused("stands at revision 5 with hash");
  }

  @Test
  void aRecordInTheMiddleThatWasChangedIsRefusedWhenReplayed() throws IOException {
    replaceStoreByTheOlderOne();
    Files.writeString(record(4), Files.readString(record(4)).replace("/d>", "/x>"));
    assertRefused("000000000005.rdfp follows a record with hash");
  }

  @Test
  void aRecordInTheMiddleThatWasChangedIsFoundByVerify() throws IOException {
    Files.writeString(record(3), Files.readString(record(3)).replace("/c>", "/x>"));
    try (Tdb2GraphStore store = open()) {
      RevisionLog.Verification.Broken broken =
          assertInstanceOf(RevisionLog.Verification.Broken.class, store.log().verify());
      assertEquals(4, broken.revision());
    }
  }

  @Test
  void aTruncatedTailIsRefusedNamingTheRecordAndThePlace() throws IOException {
    replaceStoreByTheOlderOne();
    String whole = Files.readString(record(5));
    Files.writeString(record(5), whole.substring(0, whole.indexOf("TC .")));
    assertRefused("000000000005.rdfp is damaged: its end is missing");

    Files.writeString(record(5), whole.substring(0, whole.indexOf("A <") + 20));
    assertRefused("000000000005.rdfp is damaged: [line: 9");

    Files.writeString(record(5), "");
    assertRefused("000000000005.rdfp is damaged: the header field 'revision' is missing");
  }

  @Test
  void aMissingRecordIsRefusedNamingIt() throws IOException {
    Files.delete(record(2));
    assertRefused("lacks revision 2");
  }

  @Test
  void whatACrashLeftHalfWrittenIsRemoved() throws IOException {
    Path record = data.resolve("log/000000000006.rdfp.tmp");
    Path generation = Files.createDirectory(data.resolve("store/99"));
    Files.writeString(record, "H rev");
    Files.writeString(generation.resolve("GSPO.dat"), "half");
    assertRecovered();
    assertFalse(Files.exists(record));
    assertFalse(Files.exists(generation));
  }

  @Test
  void theBaseIriCannotBeChanged() {
    GraphFailure refused =
        assertThrows(
            GraphFailure.Inconsistent.class,
            () ->
                Tdb2GraphStore.open(
                    data,
                    new StoreOptions("https://other.example/", GraphFactory::createDefaultGraph)));
    assertTrue(refused.toString().contains("fixed when it was made"), refused.toString());
  }

  @Test
  void anInterruptedWriterCommitsAndStaysInterrupted() {
    try (Tdb2GraphStore store = open()) {
      store.write(
          "tester",
          "interrupted",
          transaction -> {
            transaction.add(quad("g", "f", "p", "b"));
            Thread.currentThread().interrupt();
            transaction.add(quad("g", "f", "p", "c"));
          });
      assertTrue(Thread.interrupted());
      assertEquals(6, store.revision().number());
      assertEquals(7, add(store, quad("g", "g", "p", "b")).number());
    }
    try (Tdb2GraphStore store = open()) {
      assertEquals(quads.size() + 3, all(store).size());
    }
  }

  @Test
  void aLogThatCannotBeWrittenRefusesTheCommitAndLosesNothing() throws IOException {
    try (Tdb2GraphStore store = open()) {
      // A folder where the temporary file should go makes the write fail before the decision.
      Path obstacle = Files.createDirectory(data.resolve("log/000000000006.rdfp.tmp"));
      assertThrows(GraphFailure.EngineFault.class, () -> add(store, quad("g", "f", "p", "b")));
      assertEquals(quads, all(store));
      Files.delete(obstacle);
      assertEquals(6, add(store, quad("g", "f", "p", "b")).number());
    }
  }

  private void assertRecovered() {
    try (Tdb2GraphStore store = open()) {
      assertEquals(quads, all(store));
      assertEquals(latest, store.revision());
      assertEquals(new RevisionLog.Verification.Intact(5, latest.hash()), store.log().verify());
    }
  }

  private void assertRefused(String why) {
    GraphFailure.Inconsistent refused =
        assertThrows(GraphFailure.Inconsistent.class, () -> open().close());
    assertTrue(refused.toString().contains(why), refused.toString());
  }

  private void replaceStoreByTheOlderOne() throws IOException {
    DurableFiles.deleteTree(data.resolve("store"));
    copy(elsewhere.resolve("store"), data.resolve("store"));
  }

  private Path record(int number) {
    return data.resolve("log/%012d.rdfp".formatted(number));
  }

  private Tdb2GraphStore open() {
    return open(data);
  }

  private static Tdb2GraphStore open(Path path) {
    return Tdb2GraphStore.open(
        path, new StoreOptions("http://localhost/", GraphFactory::createDefaultGraph));
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> paths = Files.walk(from)) {
      for (Path path : paths.toList()) {
        Files.copy(path, to.resolve(from.relativize(path).toString()));
      }
    }
  }
}
