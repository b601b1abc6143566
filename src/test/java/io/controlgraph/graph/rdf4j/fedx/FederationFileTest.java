package io.controlgraph.graph.rdf4j.fedx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.controlgraph.graph.rdf4j.Credentials;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FederationFileTest {
  private static final String BANK = "member.bank.query = https://bank.example/sparql";

  private Path folder;

  @BeforeEach
  void prepare(@TempDir Path temporary) {
    folder = temporary;
  }

  @Test
  void reads_all_there_is_to_say() throws IOException {
    Path secret = Files.writeString(folder.resolve("bank.credentials"), "token=abc\n");
    Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("rw-------"));
    FederationConfig config =
        read(
            "# Who is asked",
            "",
            "local = headquarters",
            "when-down = partial",
            "most-statements = 5000",
            "poll-every = 5s",
            BANK,
            "member.bank.timeout = 10s",
            "member.bank.credentials = bank.credentials",
            "member.grid-2.query=http://127.0.0.1:7071/sparql");

    assertEquals(Optional.of("headquarters"), config.local());
    assertEquals(WhenDown.PARTIAL, config.whenDown());
    assertEquals(5000, config.mostStatements());
    assertEquals(Duration.ofSeconds(5), config.pollEvery());
    FederationConfig.Server bank = config.servers().get(0);
    assertEquals("bank", bank.name());
    assertEquals("https://bank.example/sparql", bank.address().name());
    assertEquals(Duration.ofSeconds(10), bank.patience().silence());
    assertEquals(new Credentials.Bearer("abc"), bank.credentials());
    FederationConfig.Server grid = config.servers().get(1);
    assertEquals("grid-2", grid.name());
    assertEquals(Duration.ofSeconds(30), grid.patience().silence());
    assertEquals(Credentials.NONE, grid.credentials());
  }

  @Test
  void needs_no_more_than_a_member() throws IOException {
    FederationConfig config = read(BANK);

    assertEquals(Optional.empty(), config.local());
    assertEquals(WhenDown.ERROR, config.whenDown());
    assertEquals(1_000_000, config.mostStatements());
    assertEquals(Duration.ofSeconds(60), config.pollEvery());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          member.bank                                | A line is KEY = VALUE, or begins with #.
          member.bank.query =                        | A line is KEY = VALUE, or begins with #.
          member.bank.url = https://bank.example/    | There is no key 'member.bank.url'.
          member.b c.query = https://bank.example/   | A line is KEY = VALUE, or begins with #.
          members = 3                                | There is no key 'members'.
          member.x.query = ftp://bank.example/       | An address of a server begins with http:// or https://
          member.x.query = bank example              | An address of a server is like
          member.x.query = http://u:pw@bank.example/ | Credentials do not belong into an address
          member.bank.query = https://other.example/ | 'member.bank.query' stands in line 1 already; keep one.
          member.x.query = https://bank.example/sparql | The member 'bank' has this address already; keep one.
          member.bank.timeout = 10                   | Write whole seconds from 1s to 9999s, such as 10s.
          member.bank.timeout = 0s                   | Write whole seconds from 1s to 9999s, such as 10s.
          member.bank.credentials = nowhere          | There is no credentials file
          member.grid.timeout = 10s                  | Write member.grid.query = URL too.
          when-down = maybe                          | Write error, for no answer when a member is down
          most-statements = 0                        | Write a whole number above zero.
          poll-every = often                         | Write whole seconds from 1s to 9999s
          local = bank                               | A member is called 'bank' too; rename one.
          local = the bank                           | A name has letters, digits, hyphens and underscores.
          """)
  void says_which_line_is_wrong_and_what_to_write(String line, String message) {
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> read(BANK, line));

    String said = String.valueOf(refused.getMessage());
    assertTrue(said.startsWith(folder.resolve("federation.conf") + ", line 2: " + message), said);
    assertFalse(said.contains("pw"), said);
  }

  @Test
  void wants_members() {
    assertEquals(
        "The federation file %s names no member. Write a line member.NAME.query = URL for each."
            .formatted(folder.resolve("federation.conf")),
        assertThrows(IllegalArgumentException.class, () -> read("local = here")).getMessage());
  }

  @Test
  void says_that_there_is_no_file() {
    Path file = folder.resolve("nowhere.conf");
    assertEquals(
        "There is no federation file " + file + ".",
        assertThrows(IllegalArgumentException.class, () -> FederationFile.read(file)).getMessage());
  }

  private FederationConfig read(String... lines) throws IOException {
    Path file = folder.resolve("federation.conf");
    Files.write(file, List.of(lines));
    return FederationFile.read(file);
  }
}
