package io.controlgraph.graph.rdf4j;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;

/**
 * Reads credentials from a file, or from the environment, never from a command line: what stands
 * there is seen by everybody on the machine.
 *
 * <p>The file has lines {@code user=...} and {@code password=...}, or one line {@code token=...},
 * as {@link Properties} has them. Only its owner may be able to read it.
 */
public final class CredentialsFile {
  /** The environment variables for the server that keeps the graph. */
  public static final String USER = "CONTROLGRAPH_ENGINE_USER";

  public static final String PASSWORD = "CONTROLGRAPH_ENGINE_PASSWORD";
  public static final String TOKEN = "CONTROLGRAPH_ENGINE_TOKEN";

  private static final Set<PosixFilePermission> OF_OTHERS =
      Set.of(
          PosixFilePermission.GROUP_READ,
          PosixFilePermission.GROUP_WRITE,
          PosixFilePermission.OTHERS_READ,
          PosixFilePermission.OTHERS_WRITE);

  private CredentialsFile() {}

  /**
   * Reads a file.
   *
   * @throws IllegalArgumentException if it is not there, others may read it, or it says neither
   *     user and password nor a token; the message shows no secret
   */
  public static Credentials read(Path file) {
    Properties lines = new Properties();
    try {
      requireOwnersOnly(file);
      try (Reader reader = Files.newBufferedReader(file)) {
        lines.load(reader);
      }
    } catch (NoSuchFileException e) {
      throw new IllegalArgumentException("There is no credentials file " + file + ".", e);
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "The credentials file %s cannot be read.".formatted(file), e);
    }
    Map<String, String> values =
        Map.of(
            "user", lines.getProperty("user", ""),
            "password", lines.getProperty("password", ""),
            "token", lines.getProperty("token", ""));
    Set<String> names = said(values);
    if (!values.keySet().containsAll(lines.stringPropertyNames())) {
      // Not by its name: a line without a sign of equality may be the token itself.
      names.add("something else");
    }
    return of(values, names, "The credentials file " + file);
  }

  private static Set<String> said(Map<String, String> values) {
    Set<String> names = new TreeSet<>(values.keySet());
    names.removeIf(name -> values.getOrDefault(name, "").isEmpty());
    return names;
  }

  /**
   * Reads the environment.
   *
   * @throws IllegalArgumentException if it says a user without a password, or more than one wants
   */
  public static Credentials ofEnvironment(Map<String, String> environment) {
    Map<String, String> said =
        Map.of(
            "user", environment.getOrDefault(USER, ""),
            "password", environment.getOrDefault(PASSWORD, ""),
            "token", environment.getOrDefault(TOKEN, ""));
    Set<String> names = said(said);
    return names.isEmpty()
        ? Credentials.NONE
        : of(said, names, "The environment (%s, %s, %s)".formatted(USER, PASSWORD, TOKEN));
  }

  private static Credentials of(Map<String, String> said, Set<String> names, String where) {
    if (names.equals(Set.of("token"))) {
      return new Credentials.Bearer(said.getOrDefault("token", ""));
    }
    if (names.equals(Set.of("user", "password"))) {
      return new Credentials.Basic(
          said.getOrDefault("user", ""), said.getOrDefault("password", ""));
    }
    throw new IllegalArgumentException(
        where + " has to say either user and password, or token; it says " + names + ".");
  }

  private static void requireOwnersOnly(Path file) throws IOException {
    if (file.getFileSystem().supportedFileAttributeViews().contains("posix")
        && Files.getPosixFilePermissions(file).stream().anyMatch(OF_OTHERS::contains)) {
      throw new IllegalArgumentException(
          "Others than its owner may read or write the credentials file %s; chmod 600 it."
              .formatted(file));
    }
  }
}
