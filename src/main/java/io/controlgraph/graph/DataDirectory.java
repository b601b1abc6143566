package io.controlgraph.graph;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * A data directory that this process alone may use, until it is closed.
 *
 * <p>The file {@code lock} is locked through the operating system, so that a process that dies
 * leaves nothing behind that must be cleaned. The file {@code server} beside it tells others where
 * the owner can be reached; only the owner's user can read it, for it holds the secret that writes
 * need.
 */
public final class DataDirectory implements AutoCloseable {
  private static final Set<PosixFilePermission> OWNER_ONLY =
      PosixFilePermissions.fromString("rw-------");

  private static final Duration LOOK_AGAIN = Duration.ofMillis(50);

  /**
   * The directories locked by this process. A lock of the operating system belongs to the whole
   * process and is lost when any channel on the file is closed, so the file must not even be opened
   * a second time.
   */
  private static final Set<Path> LOCKED_HERE = ConcurrentHashMap.newKeySet();

  private final Path path;
  private final FileChannel channel;
  private boolean closed;

  private DataDirectory(Path path, FileChannel channel) {
    this.path = path;
    this.channel = channel;
  }

  /**
   * Takes the directory for this process, and makes it if it is not there.
   *
   * @throws GraphFailure.InUse if it is taken; the message says by whom, as far as it is known
   * @throws UncheckedIOException if it cannot be made or written
   */
  public static DataDirectory take(Path directory) {
    return take(directory, Duration.ZERO);
  }

  /**
   * The same, but waits for an owner that does not say where it can be reached: it is about to, or
   * serves one command only and will soon be gone.
   *
   * @param patience how long to wait
   */
  public static DataDirectory take(Path directory, Duration patience) {
    try {
      create(directory);
      Path path = directory.toRealPath();
      long end = System.nanoTime() + patience.toNanos();
      FileChannel channel = tryLock(path);
      while (channel == null) {
        if (readServer(path).isPresent() || System.nanoTime() - end >= 0) {
          throw new GraphFailure.InUse(inUse(path));
        }
        LockSupport.parkNanos(LOOK_AGAIN.toNanos());
        channel = tryLock(path);
      }
      try {
        Files.deleteIfExists(serverFile(path));
      } catch (IOException e) {
        unlock(path, channel);
        throw e;
      }
      return new DataDirectory(path, channel);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot use the data directory " + directory, e);
    }
  }

  /** Tells who has the directory, but waits for a silent owner as {@link #take} does. */
  public static Occupancy occupancy(Path directory, Duration patience) {
    long end = System.nanoTime() + patience.toNanos();
    Occupancy occupancy = occupancy(directory);
    while (occupancy instanceof Occupancy.Silent && System.nanoTime() - end < 0) {
      LockSupport.parkNanos(LOOK_AGAIN.toNanos());
      occupancy = occupancy(directory);
    }
    return occupancy;
  }

  /** Tells who has the directory, without taking it. */
  public static Occupancy occupancy(Path directory) {
    try {
      if (!Files.exists(lockFile(directory))) {
        return new Occupancy.Free();
      }
      Path path = directory.toRealPath();
      FileChannel channel = tryLock(path);
      if (channel != null) {
        unlock(path, channel);
        return new Occupancy.Free();
      }
      return readServer(path).<Occupancy>map(o -> o).orElseGet(Occupancy.Silent::new);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot look at the data directory " + directory, e);
    }
  }

  public Path path() {
    return path;
  }

  /**
   * Tells other processes where this one can be reached.
   *
   * @param address where it listens
   * @param secret what a write must show
   */
  public void announce(URI address, String secret) {
    Properties properties = new Properties();
    properties.setProperty("pid", Long.toString(ProcessHandle.current().pid()));
    properties.setProperty("address", address.toString());
    properties.setProperty("secret", secret);
    Path temporary = path.resolve("server.tmp");
    try {
      StringWriter text = new StringWriter();
      properties.store(text, null);
      Files.deleteIfExists(temporary);
      createForOwnerOnly(temporary);
      Files.writeString(temporary, text.toString());
      Files.move(temporary, serverFile(path), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write " + serverFile(path), e);
    }
  }

  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    try {
      Files.deleteIfExists(serverFile(path));
      unlock(path, channel);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot give up the data directory " + path, e);
    }
  }

  /** A new directory is its owner's alone: its log names persons and incidents. */
  private static void create(Path directory) throws IOException {
    if (Files.isDirectory(directory)) {
      return;
    }
    Files.createDirectories(directory);
    if (directory.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
    }
  }

  private static void createForOwnerOnly(Path file) throws IOException {
    if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.createFile(file, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
    } else {
      Files.createFile(file);
    }
  }

  private static @Nullable FileChannel tryLock(Path path) throws IOException {
    if (!LOCKED_HERE.add(path)) {
      return null;
    }
    FileChannel channel = null;
    try {
      channel =
          FileChannel.open(lockFile(path), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      FileLock lock = channel.tryLock();
      if (lock != null) {
        return channel;
      }
      channel.close();
      LOCKED_HERE.remove(path);
      return null;
    } catch (IOException e) {
      if (channel != null) {
        channel.close();
      }
      LOCKED_HERE.remove(path);
      throw e;
    }
  }

  private static void unlock(Path path, FileChannel channel) throws IOException {
    channel.close();
    LOCKED_HERE.remove(path);
  }

  private static Optional<Occupancy.Served> readServer(Path path) throws IOException {
    Properties properties = new Properties();
    try {
      properties.load(new StringReader(Files.readString(serverFile(path))));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
    return Optional.of(
        new Occupancy.Served(
            Long.parseLong(properties.getProperty("pid")),
            URI.create(properties.getProperty("address")),
            properties.getProperty("secret")));
  }

  private static String inUse(Path path) throws IOException {
    return readServer(path)
        .map(
            server ->
                "The data directory %s is open in process %d, which serves it at %s."
                    .formatted(path, server.pid(), server.address()))
        .orElse(
            "The data directory %s is open in another process, which does not say where it can be reached."
                .formatted(path));
  }

  private static Path lockFile(Path path) {
    return path.resolve("lock");
  }

  private static Path serverFile(Path path) {
    return path.resolve("server");
  }

  /** Who has a data directory. */
  public sealed interface Occupancy {
    /** Nobody. */
    record Free() implements Occupancy {}

    /** A process that can be reached. */
    record Served(long pid, URI address, String secret) implements Occupancy {}

    /** A process that does not, or not yet, say where it can be reached. */
    record Silent() implements Occupancy {}
  }
}
