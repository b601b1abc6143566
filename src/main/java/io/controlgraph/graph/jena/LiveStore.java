package io.controlgraph.graph.jena;

import io.controlgraph.graph.Deadline;
import io.controlgraph.graph.GraphFailure;
import io.controlgraph.graph.Revision;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The database in use: who may write it, which revision readers see, and its replacement by a
 * smaller or a newly made one while it is in use.
 */
final class LiveStore implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(LiveStore.class);

  /** What the writer may be kept waiting for, at a change-over. */
  private static final int RECORDS_UNDER_LOCK = 8;

  private static final int COMMITS_BETWEEN_SIZE_CHECKS = 16;

  private final Generations folder;
  private final FileRevisionLog log;
  private final CompactionPolicy policy;
  private final GenerationBuilder builder;
  private final Background background;
  private final WritersTurns writing = new WritersTurns();
  private final AtomicBoolean compacting = new AtomicBoolean();
  private volatile Generation current;
  private volatile Revision revision;
  private volatile @Nullable Throwable breakdown;
  private volatile boolean closed;
  private volatile long sizeAfterCopy;

  private LiveStore(
      Generations folder,
      FileRevisionLog log,
      CompactionPolicy policy,
      Background background,
      Generation current)
      throws IOException {
    this.folder = folder;
    this.log = log;
    this.policy = policy;
    this.background = background;
    this.builder = new GenerationBuilder(log);
    this.current = current;
    this.revision = log.latest();
    this.sizeAfterCopy = current.size();
  }

  /**
   * Opens the database that counts, or makes one, and brings it up to the end of the log. One that
   * does not open, such as after a crash in the middle of its own journal's last entry, is made
   * again.
   *
   * @throws GraphFailure.Inconsistent if it does not belong to the log
   */
  static LiveStore open(Generations folder, FileRevisionLog log, CompactionPolicy policy)
      throws IOException {
    folder.clean();
    Background background = new Background();
    Optional<Path> existing = folder.current();
    Optional<Generation> sound = existing.flatMap(path -> openIfSound(path, background));
    Generation generation =
        sound.isPresent() ? sound.get() : Generation.open(folder.create(), background);
    try {
      new GenerationBuilder(log).replay(generation, log.latest().number());
      if (sound.isEmpty()) {
        folder.point(generation.folder());
      }
      return new LiveStore(folder, log, policy, background, generation);
    } catch (IOException | RuntimeException | Error e) {
      generation.release();
      background.close();
      throw e;
    }
  }

  private static Optional<Generation> openIfSound(Path folder, Background background) {
    try {
      return Optional.of(Generation.open(folder, background));
    } catch (RuntimeException e) {
      LOG.warn("The database {} does not open; it is made again from the log", folder, e);
      return Optional.empty();
    }
  }

  Revision revision() {
    return revision;
  }

  /** The revision that a database is marked with; a reader may see it before it is announced. */
  Revision revision(Mark mark) {
    Revision latest = revision;
    if (mark.number() == latest.number()) {
      return latest;
    }
    try {
      return log.revision(mark.number());
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read revision " + mark.number(), e);
    }
  }

  /** The database to read now. The caller releases it. */
  Generation acquire() {
    while (!closed) {
      Generation generation = current;
      if (generation.acquire()) {
        return generation;
      }
    }
    throw new IllegalStateException("The store is closed.");
  }

  /**
   * Waits for the writers before, and keeps those after waiting until {@link #endWrite()}.
   *
   * @param deadline until when it waits; null for as long as it takes
   * @return the database to write
   * @throws GraphFailure.DeadlineExceeded if the deadline passes first
   */
  Generation beginWrite(@Nullable Deadline deadline) {
    writing.requireNotMine();
    if (current.dataset().isInTransaction()) {
      throw new IllegalStateException("A write cannot begin inside a read.");
    }
    if (deadline == null) {
      writing.take();
    } else {
      writing.take(deadline);
    }
    try {
      if (closed) {
        throw new IllegalStateException("The store is closed.");
      }
      requireSound();
      return current;
    } catch (RuntimeException e) {
      writing.pass();
      throw e;
    }
  }

  void endWrite() {
    writing.pass();
  }

  /** Announces what was committed, to be called by the writer. */
  void committed(Revision next) {
    revision = next;
    if (next.number() % COMMITS_BETWEEN_SIZE_CHECKS == 0) {
      compactIfDue();
    }
  }

  /** Ends all writing, for a revision was decided that the database could not take. */
  GraphFailure.ReadOnly breakDown(String message, Throwable cause) {
    breakdown = cause;
    LOG.error(message, cause);
    return new GraphFailure.ReadOnly(message, cause);
  }

  private void requireSound() {
    Throwable cause = breakdown;
    if (cause != null) {
      throw new GraphFailure.ReadOnly(
          "An earlier commit could not be finished. Restart: the store then follows the log.",
          cause);
    }
  }

  private void compactIfDue() {
    try {
      if (policy.isDue(sizeAfterCopy, current.size()) && compacting.compareAndSet(false, true)) {
        background.execute(this::compact);
      }
    } catch (IOException e) {
      LOG.warn("The size of the store cannot be told", e);
    }
  }

  private void compact() {
    try {
      long before = current.size();
      replace(true);
      LOG.info("Compacted the store from {} to {} bytes", before, sizeAfterCopy);
    } catch (IOException | RuntimeException e) {
      if (!closed) {
        LOG.warn("The store could not be compacted; the next commits will try again", e);
      }
    } finally {
      compacting.set(false);
    }
  }

  /** Makes the database again from the log alone and changes over to it. */
  void rebuild() {
    try {
      replace(false);
    } catch (IOException e) {
      throw new UncheckedIOException("The store could not be rebuilt", e);
    }
  }

  private synchronized void replace(boolean byCopy) throws IOException {
    Generation next = Generation.open(folder.create(), background);
    Generation unused = next;
    try {
      if (byCopy) {
        copyInto(next);
      }
      long number;
      do {
        number = log.latest().number();
        builder.replay(next, number);
      } while (log.latest().number() - number > RECORDS_UNDER_LOCK);
      unused = changeOver(next);
    } finally {
      unused.retire();
    }
  }

  private void copyInto(Generation next) {
    Generation source = acquire();
    try {
      builder.copy(source, next, () -> closed);
    } finally {
      source.release();
    }
  }

  /** Returns the database that is no longer in use. */
  private Generation changeOver(Generation next) throws IOException {
    writing.take();
    try {
      if (closed) {
        throw new IllegalStateException("The store is closed.");
      }
      requireSound();
      builder.replay(next, log.latest().number());
      folder.point(next.folder());
      Generation old = current;
      current = next;
      sizeAfterCopy = next.size();
      return old;
    } finally {
      writing.pass();
    }
  }

  /** Waits for the writer, for the readers and for the work in the background. */
  @Override
  public void close() {
    if (current.dataset().isInTransaction()) {
      throw new IllegalStateException("A store cannot be closed inside a read or a write.");
    }
    writing.take();
    try {
      if (closed) {
        return;
      }
      closed = true;
    } finally {
      writing.pass();
    }
    current.release();
    current.awaitDisposal();
    background.close();
  }
}
