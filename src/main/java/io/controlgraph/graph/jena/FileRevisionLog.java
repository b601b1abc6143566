package io.controlgraph.graph.jena;

import io.controlgraph.graph.GraphFailure;
import io.controlgraph.graph.Revision;
import io.controlgraph.graph.RevisionLog;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A log that is a folder with one file a revision, named by its number.
 *
 * <p>Any thread may read; one at a time may append.
 */
final class FileRevisionLog implements RevisionLog {
  private static final String EXTENSION = ".rdfp";
  private static final int DIGITS = 12;

  private final Path folder;
  private volatile Revision latest;

  private FileRevisionLog(Path folder, Revision latest) {
    this.folder = folder;
    this.latest = latest;
  }

  /**
   * Opens the log, or begins one.
   *
   * @throws GraphFailure.Inconsistent if a record is missing or the last one is damaged
   */
  static FileRevisionLog open(Path folder) throws IOException {
    Files.createDirectories(folder);
    FileRevisionLog log = new FileRevisionLog(folder, Revision.NONE);
    long last = log.scan();
    if (last > 0) {
      log.latest = RecordReader.header(log.file(last), Hashes.of(log.file(last)));
    }
    return log;
  }

  /** Removes what a crash left half written, and returns the number of the last record. */
  private long scan() throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.list(folder)) {
      files = all.sorted().toList();
    }
    long last = 0;
    for (Path file : files) {
      String name = file.getFileName().toString();
      if (name.endsWith(DurableFiles.TEMPORARY)) {
        Files.delete(file);
      } else if (name.endsWith(EXTENSION)) {
        last++;
        if (!file.equals(file(last))) {
          throw new GraphFailure.Inconsistent(
              "The log %s lacks revision %d: %s follows %s."
                  .formatted(folder, last, name, file(last - 1).getFileName()));
        }
      }
    }
    return last;
  }

  Revision latest() {
    return latest;
  }

  /** The revision with this number; 0 is the state before the first. */
  Revision revision(long number) throws IOException {
    Revision newest = latest;
    if (number == newest.number()) {
      return newest;
    }
    if (number == 0) {
      return Revision.NONE;
    }
    requireThere(number);
    String hash =
        number == newest.number() - 1
            ? newest.previous()
            : RecordReader.header(file(number + 1), "").previous();
    return RecordReader.header(file(number), hash);
  }

  Path file(long number) {
    return folder.resolve(("%0" + DIGITS + "d").formatted(number) + EXTENSION);
  }

  /** Writes a record that is not part of the log yet. */
  Pending prepare(Revision next, NetPatch patch) throws IOException {
    Path temporary = folder.resolve(file(next.number()).getFileName() + DurableFiles.TEMPORARY);
    return new Pending(temporary, RecordWriter.write(temporary, next, patch));
  }

  /** Makes a record part of the log. When this returns, the revision is decided. */
  void force(Pending pending) throws IOException {
    DurableFiles.rename(pending.file, file(pending.revision.number()));
    latest = pending.revision;
  }

  @Override
  public List<Revision> list(long newest, int limit) {
    List<Revision> revisions = new ArrayList<>();
    long from = Math.min(newest, latest.number());
    try {
      for (long number = from; number > 0 && revisions.size() < limit; number--) {
        revisions.add(revision(number));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the log " + folder, e);
    }
    return revisions;
  }

  @Override
  public InputStream record(long number) throws IOException {
    requireThere(number);
    return Files.newInputStream(file(number));
  }

  @Override
  public void changes(long number, Changed to) {
    requireThere(number);
    try {
      RecordReader.tell(file(number), to);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the log " + folder, e);
    }
  }

  @Override
  public Verification verify() {
    Revision last = latest;
    String previous = Revision.NO_HASH;
    for (long number = 1; number <= last.number(); number++) {
      try {
        Revision revision = RecordReader.check(file(number));
        checkPlace(revision, number, previous);
        previous = revision.hash();
      } catch (GraphFailure.Inconsistent | IOException e) {
        return new Verification.Broken(number, e.toString());
      }
    }
    if (!previous.equals(last.hash())) {
      return new Verification.Broken(
          last.number(), "The last record was changed after it was written.");
    }
    return new Verification.Intact(last.number(), previous);
  }

  /**
   * Checks that a record stands where it belongs.
   *
   * @throws GraphFailure.Inconsistent if it does not
   */
  void checkPlace(Revision revision, long number, String previous) {
    if (revision.number() != number) {
      throw new GraphFailure.Inconsistent(
          "The record %s says it is revision %d."
              .formatted(file(number).getFileName(), revision.number()));
    }
    if (!revision.previous().equals(previous)) {
      throw new GraphFailure.Inconsistent(
          "The record %s follows a record with hash %s, but the one before has %s."
              .formatted(file(number).getFileName(), revision.previous(), previous));
    }
  }

  private void requireThere(long number) {
    if (number < 1 || number > latest.number()) {
      throw new IllegalArgumentException(
          "There is no revision %d; the latest is %d.".formatted(number, latest.number()));
    }
  }

  /** A record on the disk, under a temporary name. */
  record Pending(Path file, Revision revision) {
    void discard() throws IOException {
      Files.deleteIfExists(file);
    }
  }
}
