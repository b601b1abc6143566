package io.controlgraph.graph.jena;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.controlgraph.graph.Quads;
import io.controlgraph.graph.RevisionLog;
import io.controlgraph.testing.ChildProcess;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.apache.jena.sparql.core.Quad;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills a process that commits, again and again, and looks at what it leaves behind. */
class CrashTest {
  private static final int KILLS = 30;
  private static final long SEED = 27001;

  private final Path data;

  CrashTest(@TempDir(factory = MemoryFolder.class) Path directory) {
    this.data = directory.resolve("data");
  }

  @Test
  void everyAcknowledgedCommitIsThereWholeAfterEachOfThirtyKills()
      throws IOException, InterruptedException {
    Random random = new Random(SEED);
    long before = 0;
    for (int kill = 1; kill <= KILLS; kill++) {
      long acknowledged = Math.max(before, killAfter(random));
      try (Tdb2GraphStore store = CommittingChild.open(data)) {
        long number = store.revision().number();
        String when = "kill %d: acknowledged %d, found %d".formatted(kill, acknowledged, number);
        assertTrue(number >= acknowledged, when);
        assertTrue(number <= acknowledged + 1, when);
        assertEquals(expected(number), Quads.all(store), when);
        RevisionLog.Verification.Intact intact =
            assertInstanceOf(RevisionLog.Verification.Intact.class, store.log().verify(), when);
        assertEquals(number, intact.revisions(), when);
        before = number;
      }
    }
    assertTrue(before > KILLS, "the child committed " + before);
  }

  /** Lets the child commit for a while, kills it, and returns the last revision it told of. */
  private long killAfter(Random random) throws IOException, InterruptedException {
    Process child = ChildProcess.start(CommittingChild.class, data.toString());
    try (BufferedReader out = child.inputReader(StandardCharsets.UTF_8)) {
      int commits = random.nextInt(40);
      int spins = random.nextInt(2_000_000);
      readUntil(out, CommittingChild.READY);
      long acknowledged = 0;
      for (int i = 0; i < commits; i++) {
        acknowledged = number(readUntil(out, CommittingChild.COMMITTED));
      }
      // A pause too short to be asked of a clock puts the kill anywhere within a commit.
      for (int i = 0; i < spins; i++) {
        Thread.onSpinWait();
      }
      // The handle leaves the streams open, so that what was said before the end can be read.
      child.toHandle().destroyForcibly();
      String line;
      while ((line = out.readLine()) != null) {
        if (line.startsWith(CommittingChild.COMMITTED)) {
          acknowledged = Math.max(acknowledged, number(line));
        }
      }
      return acknowledged;
    } finally {
      child.destroyForcibly().waitFor();
    }
  }

  private static String readUntil(BufferedReader out, String start) throws IOException {
    String line;
    while ((line = out.readLine()) != null) {
      if (line.startsWith(start)) {
        return line;
      }
    }
    throw new AssertionError("The child ended before it said: " + start);
  }

  /** The kill may cut the last line short; a number that is cut short is smaller, so it is safe. */
  private static long number(String line) {
    String number = line.substring(CommittingChild.COMMITTED.length());
    return number.isEmpty() ? 0 : Long.parseLong(number);
  }

  private static Set<Quad> expected(long number) {
    Set<Quad> quads = new HashSet<>();
    for (long n = 1; n <= number; n++) {
      quads.add(CommittingChild.quad(n, 0));
    }
    for (int i = 0; i < CommittingChild.QUADS && number > 0; i++) {
      quads.add(CommittingChild.quad(number, i));
    }
    return quads;
  }
}
