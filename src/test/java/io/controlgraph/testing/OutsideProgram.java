package io.controlgraph.testing;

import static org.junit.jupiter.api.Assertions.fail;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * Finds a program that a test needs and the build does not bring, or installs it where that is
 * allowed: as root on Debian.
 *
 * <p>Without it the test is skipped with what to install; where the environment says {@code
 * CI=true} it fails, so that no check is lost unseen.
 */
public final class OutsideProgram {
  private static final long INSTALL_MINUTES = 10;

  private OutsideProgram() {}

  /** A Chromium or Chrome; {@code -Dbrowser.path} names one. */
  public static Path browser() {
    return require(
        "Chromium or Chrome (or name it with -Dbrowser.path)",
        () ->
            fromProperty("browser.path")
                .or(
                    () ->
                        onPath(
                            "chromium",
                            "chromium-browser",
                            "google-chrome",
                            "google-chrome-stable",
                            "chrome",
                            "msedge"))
                .or(
                    () ->
                        at(
                            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
                            "/Applications/Chromium.app/Contents/MacOS/Chromium",
                            "/opt/google/chrome/chrome",
                            "C:/Program Files/Google/Chrome/Application/chrome.exe")),
        "chromium");
  }

  /** The {@code java} of a JDK or JRE newer than the one that runs this test. */
  public static Path newerJava() {
    int own = Runtime.version().feature();
    return require(
        "a JDK newer than " + own + " (in JAVA_HOME_25 or under /usr/lib/jvm, say)",
        () -> newestJava().filter(java -> feature(java) > own),
        "openjdk-25-jre-headless",
        "openjdk-21-jre-headless");
  }

  /**
   * A program by its command name.
   *
   * @param packages the Debian packages to try, in order, if it is not there
   */
  public static Path command(String name, String... packages) {
    return require(name, () -> onPath(name), packages);
  }

  /**
   * A Python 3 that has a module. The system's own is tried beside the one on the path, since
   * Debian's packages are made for that.
   *
   * @param packages the Debian packages to try, in order, if none has it
   */
  public static Path python(String module, String... packages) {
    return require(
        "a python3 that can import " + module,
        () ->
            Stream.of(onPath("python3"), at("/usr/bin/python3"))
                .flatMap(Optional::stream)
                .filter(python -> run(python.toString(), "-c", "import " + module))
                .findFirst(),
        packages);
  }

  /** Whether this process may do as it likes, which some programs want to be told. */
  public static boolean isRoot() {
    return "root".equals(System.getProperty("user.name"));
  }

  /** Where to look. */
  @FunctionalInterface
  private interface Search {
    Optional<Path> find();
  }

  private static synchronized Path require(String what, Search search, String... packages) {
    return search
        .find()
        .or(() -> installed(search, packages))
        .orElseGet(() -> missing(what, packages));
  }

  /** Installs while no other process of these tests does: Debian refuses two at once. */
  private static Optional<Path> installed(Search search, String... packages) {
    Path file = Path.of("target", "install.lock");
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      FileLock lock = channel.lock();
      Optional<Path> found = search.find();
      for (int i = 0; found.isEmpty() && i < packages.length; i++) {
        if (install(packages[i])) {
          found = search.find();
        }
      }
      lock.release();
      return found;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path missing(String what, String... packages) {
    String reason =
        "This test needs %s; on Debian: apt-get install %s"
            .formatted(what, String.join(" or ", packages));
    if ("true".equals(System.getenv("CI"))) {
      return fail(reason);
    }
    return Assumptions.abort(reason);
  }

  private static boolean install(String debianPackage) {
    if (!isRoot() || !Files.exists(Path.of("/etc/debian_version")) || onPath("apt-get").isEmpty()) {
      return false;
    }
    return run("apt-get", "update")
        && run("apt-get", "install", "-y", "--no-install-recommends", debianPackage);
  }

  private static boolean run(String... command) {
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD);
    builder.environment().put("DEBIAN_FRONTEND", "noninteractive");
    try {
      Process process = builder.start();
      if (!process.waitFor(INSTALL_MINUTES, TimeUnit.MINUTES)) {
        process.destroyForcibly();
        return false;
      }
      return process.exitValue() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static Optional<Path> fromProperty(String property) {
    String value = System.getProperty(property);
    return value == null || value.isBlank() ? Optional.empty() : at(value);
  }

  private static Optional<Path> onPath(String... names) {
    String path = System.getenv("PATH");
    for (String folder : (path == null ? "" : path).split(File.pathSeparator, -1)) {
      for (String name : names) {
        for (String ending : List.of("", ".exe")) {
          Optional<Path> found = at(folder + File.separator + name + ending);
          if (!folder.isEmpty() && found.isPresent()) {
            return found;
          }
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<Path> at(String... places) {
    return Stream.of(places)
        .map(Path::of)
        .filter(place -> Files.isRegularFile(place) && Files.isExecutable(place))
        .findFirst();
  }

  private static Optional<Path> newestJava() {
    Optional<Path> newest = Optional.empty();
    for (Path home : javaHomes()) {
      Optional<Path> java = at(home.resolve("bin/java").toString(), home + "/bin/java.exe");
      if (java.isPresent() && (newest.isEmpty() || feature(java.get()) > feature(newest.get()))) {
        newest = java;
      }
    }
    return newest;
  }

  private static List<Path> javaHomes() {
    List<Path> homes = new ArrayList<>();
    for (Map.Entry<String, String> variable : System.getenv().entrySet()) {
      if (variable.getKey().toUpperCase(Locale.ROOT).startsWith("JAVA_HOME")) {
        homes.add(Path.of(variable.getValue()));
      }
    }
    String home = System.getProperty("user.home");
    for (String folder :
        List.of("/usr/lib/jvm", "/opt/java", home + "/.jdks", home + "/.sdkman/candidates/java")) {
      homes.addAll(inside(Path.of(folder)));
    }
    return homes;
  }

  private static List<Path> inside(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> inside = Files.list(folder)) {
      return inside.toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The version in the {@code release} file of a Java home; 0 if it does not say. */
  private static int feature(Path java) {
    Path release = java.toAbsolutePath().resolve("../../release").normalize();
    Properties properties = new Properties();
    try (var reader = Files.newBufferedReader(release)) {
      properties.load(reader);
    } catch (IOException e) {
      return 0;
    }
    String version = properties.getProperty("JAVA_VERSION", "0").replace("\"", "");
    return Runtime.Version.parse(version.replaceAll("_.*", "")).feature();
  }
}
