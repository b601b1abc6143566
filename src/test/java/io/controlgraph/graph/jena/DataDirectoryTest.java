package io.controlgraph.graph.jena;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.controlgraph.graph.DataDirectory;
import io.controlgraph.graph.DataDirectory.Occupancy;
import io.controlgraph.graph.GraphFailure;
import io.controlgraph.graph.HoldingChild;
import io.controlgraph.testing.ChildProcess;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One process at a time has a data directory, and the others find it. */
class DataDirectoryTest {
  private final Path data;

  DataDirectoryTest(@TempDir(factory = MemoryFolder.class) Path directory) {
    this.data = directory.resolve("data");
  }

  @Test
  void aSecondProcessFindsTheAddressOfTheFirst() throws IOException, InterruptedException {
    assertEquals(new Occupancy.Free(), DataDirectory.occupancy(data));
    Process child = ChildProcess.start(HoldingChild.class, data.toString());
    try (BufferedReader out = child.inputReader(StandardCharsets.UTF_8)) {
      assertEquals("taken", out.readLine());
      assertEquals(new Occupancy.Silent(), DataDirectory.occupancy(data));
      assertInUse("does not say where");

      child.getOutputStream().write('a');
      child.getOutputStream().flush();
      assertEquals("announced", out.readLine());
      assertEquals(
          new Occupancy.Served(child.pid(), URI.create("http://127.0.0.1:7071/"), "s3cret"),
          DataDirectory.occupancy(data));
      assertInUse(
          "open in process %d, which serves it at http://127.0.0.1:7071/".formatted(child.pid()));

    } finally {
      child.destroyForcibly().waitFor();
    }
    assertTrue(Files.exists(data.resolve("server")), "a process that is killed cleans nothing");
    assertEquals(new Occupancy.Free(), DataDirectory.occupancy(data));
    DataDirectory.take(data).close();
    assertFalse(Files.exists(data.resolve("server")));
  }

  @Test
  void aSilentOwnerIsWaitedFor() throws Exception {
    Process child = ChildProcess.start(HoldingChild.class, data.toString());
    try (BufferedReader out = child.inputReader(StandardCharsets.UTF_8)) {
      assertEquals("taken", out.readLine());
      assertThrows(
          GraphFailure.InUse.class, () -> DataDirectory.take(data, Duration.ofMillis(1)).close());
      assertEquals(new Occupancy.Silent(), DataDirectory.occupancy(data, Duration.ofMillis(1)));

      CompletableFuture<DataDirectory> next =
          CompletableFuture.supplyAsync(() -> DataDirectory.take(data, Duration.ofMinutes(1)));
      child.destroyForcibly().waitFor();
      next.get(1, TimeUnit.MINUTES).close();
    } finally {
      child.destroyForcibly().waitFor();
    }
  }

  @Test
  void aDirectoryIsTakenOnceInAProcessToo() {
    try (DataDirectory directory = DataDirectory.take(data)) {
      assertInUse("does not say where");
      directory.announce(URI.create("http://127.0.0.1:1/"), "x");
      assertInUse("http://127.0.0.1:1/");
    }
    assertEquals(new Occupancy.Free(), DataDirectory.occupancy(data));
  }

  @Test
  void onlyTheOwnerCanReadTheSecret() throws IOException {
    try (DataDirectory directory = DataDirectory.take(data)) {
      directory.announce(URI.create("http://127.0.0.1:1/"), "x");
      directory.announce(URI.create("http://127.0.0.1:2/"), "y");
      assertEquals(
          "rw-------",
          PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("server"))));
      assertTrue(Files.readString(data.resolve("server")).contains("secret=y"));
    }
  }

  @Test
  void aStoreTakesItsDirectoryAndGivesItBack() {
    Tdb2GraphStore store = open();
    assertThrows(GraphFailure.InUse.class, () -> open().close());
    store.close();
    open().close();
  }

  private Tdb2GraphStore open() {
    return Tdb2GraphStore.open(
        data, new StoreOptions("http://localhost/", GraphFactory::createDefaultGraph));
  }

  private void assertInUse(String why) {
    GraphFailure.InUse inUse =
        assertThrows(GraphFailure.InUse.class, () -> DataDirectory.take(data).close());
    assertTrue(inUse.toString().contains(why), inUse.toString());
  }
}
