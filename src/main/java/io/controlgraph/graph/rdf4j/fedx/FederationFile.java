package io.controlgraph.graph.rdf4j.fedx;

import io.controlgraph.graph.rdf4j.Credentials;
import io.controlgraph.graph.rdf4j.CredentialsFile;
import io.controlgraph.graph.rdf4j.Patience;
import io.controlgraph.graph.rdf4j.ServerAddress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the file that tells what a federation consists of: lines {@code KEY = VALUE}, empty lines,
 * and lines that begin with {@code #}.
 *
 * <ul>
 *   <li>{@code member.NAME.query}: where a member takes queries. At least one member is needed.
 *   <li>{@code member.NAME.timeout}: how long it may say nothing, in seconds; {@code 30s} if
 *       unsaid. It is given as long to take a connection, but no longer than 5 seconds.
 *   <li>{@code member.NAME.credentials}: a file as {@link CredentialsFile} reads it, beside this
 *       one.
 *   <li>{@code local}: the name under which the local store is a member too. If unsaid it only
 *       takes the writes.
 *   <li>{@code when-down}: {@code error}, as if unsaid, or {@code partial}; see {@link WhenDown}.
 *   <li>{@code most-statements}: how many statements of the members one read may hold in memory; a
 *       million if unsaid.
 *   <li>{@code poll-every}: how often the trace index is read anew, in seconds; {@code 60s} if
 *       unsaid.
 * </ul>
 */
final class FederationFile {
  static final long MOST_STATEMENTS = 1_000_000;

  private static final Pattern LINE = Pattern.compile("([^=\\s]+)\\s*=\\s*(\\S.*)");
  private static final Pattern MEMBER =
      Pattern.compile("member\\.([A-Za-z0-9_-]{1,40})\\.(query|timeout|credentials)");
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,40}");
  private static final Pattern SECONDS = Pattern.compile("([1-9]\\d{0,3})s");
  private static final Pattern WITH_CREDENTIALS = Pattern.compile("[A-Za-z]+://[^/]*@");
  private static final Pattern STATEMENTS = Pattern.compile("[1-9]\\d{0,9}");

  /** Few requests at a time, so that a federation leaves its members to their own users too. */
  private static final int CONNECTIONS = 4;

  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Duration TIMEOUT = Duration.ofSeconds(30);
  private static final Duration POLL = Duration.ofSeconds(60);
  private static final int RETRIES = 1;

  private final Path file;
  private final Map<String, Said> said = new LinkedHashMap<>();

  private FederationFile(Path file) {
    this.file = file;
  }

  private record Said(String value, int line) {}

  /**
   * Reads a file.
   *
   * @throws IllegalArgumentException if it does not tell a federation; names the file and the line,
   *     and says what to write
   */
  static FederationConfig read(Path file) {
    FederationFile reader = new FederationFile(file);
    List<String> lines;
    try {
      lines = Files.readAllLines(file);
    } catch (NoSuchFileException e) {
      throw new IllegalArgumentException("There is no federation file " + file + ".", e);
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "The federation file %s cannot be read as UTF-8 text.".formatted(file), e);
    }
    for (int i = 0; i < lines.size(); i++) {
      reader.line(lines.get(i).strip(), i + 1);
    }
    return reader.config();
  }

  private void line(String text, int number) {
    if (text.isEmpty() || text.startsWith("#")) {
      return;
    }
    Matcher line = LINE.matcher(text);
    if (!line.matches()) {
      throw wrong(number, "A line is KEY = VALUE, or begins with #.");
    }
    String key = line.group(1);
    boolean known = List.of("local", "when-down", "most-statements", "poll-every").contains(key);
    if (!known && !MEMBER.matcher(key).matches()) {
      throw wrong(
          number,
          ("There is no key '%s'. Keys are local, when-down, most-statements, poll-every, and"
                  + " member.NAME.query, member.NAME.timeout and member.NAME.credentials, where a name"
                  + " has up to 40 letters, digits, hyphens and underscores.")
              .formatted(key));
    }
    Said before = said.putIfAbsent(key, new Said(line.group(2), number));
    if (before != null) {
      throw wrong(
          number, "'%s' stands in line %d already; keep one.".formatted(key, before.line()));
    }
  }

  private FederationConfig config() {
    Optional<String> local =
        value(
            "local",
            text -> require(text, NAME, "A name has letters, digits, hyphens and underscores."));
    WhenDown whenDown = value("when-down", FederationFile::whenDown).orElse(WhenDown.ERROR);
    long most =
        value(
                "most-statements",
                text -> Long.valueOf(require(text, STATEMENTS, "Write a whole number above zero.")))
            .orElse(MOST_STATEMENTS);
    List<FederationConfig.Server> servers = servers();
    if (servers.isEmpty()) {
      throw new IllegalArgumentException(
          "The federation file %s names no member. Write a line member.NAME.query = URL for each."
              .formatted(file));
    }
    Said asLocal = said.get("local");
    if (asLocal != null && servers.stream().anyMatch(each -> each.name().equals(asLocal.value()))) {
      throw wrong(
          asLocal.line(), "A member is called '%s' too; rename one.".formatted(asLocal.value()));
    }
    Duration poll = value("poll-every", FederationFile::seconds).orElse(POLL);
    return new FederationConfig(whenDown, most, poll, local, servers);
  }

  private List<FederationConfig.Server> servers() {
    List<FederationConfig.Server> servers = new ArrayList<>();
    Map<String, String> byAddress = new HashMap<>();
    said.forEach(
        (key, what) -> {
          Matcher member = MEMBER.matcher(key);
          if (!member.matches()) {
            return;
          }
          String name = member.group(1);
          if (!member.group(2).equals("query")) {
            if (!said.containsKey("member." + name + ".query")) {
              throw wrong(what.line(), "Write member.%s.query = URL too.".formatted(name));
            }
            return;
          }
          FederationConfig.Server server = server(name);
          String other = byAddress.putIfAbsent(server.address().name(), name);
          if (other != null) {
            throw wrong(
                what.line(),
                "The member '%s' has this address already; keep one.".formatted(other));
          }
          servers.add(server);
        });
    return servers;
  }

  private FederationConfig.Server server(String name) {
    String prefix = "member." + name + ".";
    ServerAddress address = value(prefix + "query", text -> address(name, text)).orElseThrow();
    Duration timeout = value(prefix + "timeout", FederationFile::seconds).orElse(TIMEOUT);
    Credentials credentials =
        value(prefix + "credentials", text -> CredentialsFile.read(file.resolveSibling(text)))
            .orElse(Credentials.NONE);
    return new FederationConfig.Server(
        name,
        address,
        credentials,
        new Patience(
            timeout.compareTo(CONNECT) < 0 ? timeout : CONNECT, timeout, RETRIES, CONNECTIONS));
  }

  private static ServerAddress address(String name, String text) {
    if (WITH_CREDENTIALS.matcher(text).lookingAt()) {
      throw new IllegalArgumentException(
          "Credentials do not belong into an address, which failures show. Put them into a file,"
              + " and"
              + " write member.%s.credentials = FILE.".formatted(name));
    }
    return new ServerAddress(ServerAddress.web(text), null);
  }

  private <T> Optional<T> value(String key, Function<String, T> reader) {
    Said what = said.get(key);
    if (what == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(reader.apply(what.value()));
    } catch (IllegalArgumentException e) {
      throw wrong(what.line(), String.valueOf(e.getMessage()));
    }
  }

  private static WhenDown whenDown(String text) {
    return switch (text) {
      case "error" -> WhenDown.ERROR;
      case "partial" -> WhenDown.PARTIAL;
      default ->
          throw new IllegalArgumentException(
              "Write error, for no answer when a member is down, or partial, for one without its"
                  + " rows.");
    };
  }

  private static Duration seconds(String text) {
    return Duration.ofSeconds(
        Long.parseLong(
            require(text, SECONDS, "Write whole seconds from 1s to 9999s, such as 10s.")
                .replace("s", "")));
  }

  private static String require(String text, Pattern form, String otherwise) {
    if (!form.matcher(text).matches()) {
      throw new IllegalArgumentException(otherwise);
    }
    return text;
  }

  private IllegalArgumentException wrong(int line, String what) {
    return new IllegalArgumentException("%s, line %d: %s".formatted(file, line, what));
  }
}
