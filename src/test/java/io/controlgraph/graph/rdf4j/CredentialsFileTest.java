package io.controlgraph.graph.rdf4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CredentialsFileTest {
  private static final String SECRET = "s3cret";
  private final Path folder;

  CredentialsFileTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void a_user_with_a_password_or_a_token() throws IOException {
    // dXNlcjpww6Q9IQ== is the Base64 of user:pä=! in UTF-8.
    assertEquals(
        Optional.of("Basic dXNlcjpww6Q9IQ=="),
        CredentialsFile.read(file("user=user\npassword=p\u00E4=!\n")).authorization());
    assertEquals(
        Optional.of("Bearer abc.DEF-1_2~3+/=="),
        CredentialsFile.read(file("# mine\ntoken = abc.DEF-1_2~3+/==\n")).authorization());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "user=a",
        "password=s3cret",
        "user=a\npassword=s3cret\ntoken=s3cret",
        "user=a\ntoken=s3cret",
        "user=a\npassword=s3cret\nserver=x",
        "User=a\nPassword=s3cret",
        "s3cret",
        "s3cret=1",
        "a:s3cret",
        "token=",
        "token=s3cret with spaces",
        "token=s3cret\\nx",
        "user=a:b\npassword=s3cret",
        "user=\npassword=s3cret",
        "user=a\npassword=s3cret\\u00zz",
      })
  void other_content_is_refused_without_showing_it(String content) throws IOException {
    Path file = file(content);
    Throwable refused =
        assertThrows(IllegalArgumentException.class, () -> CredentialsFile.read(file));
    for (; refused != null; refused = refused.getCause()) {
      assertFalse(refused.toString().contains(SECRET), refused.toString());
    }
  }

  @Test
  void octets_that_are_no_text() throws IOException {
    Path file = Files.write(file(""), new byte[] {'t', 'o', (byte) 0xC3, '=', (byte) 0xFF});
    assertThrows(IllegalArgumentException.class, () -> CredentialsFile.read(file));
  }

  @Test
  void a_file_that_is_not_there() {
    Path file = folder.resolve("none");
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> CredentialsFile.read(file));
    assertEquals("There is no credentials file " + file + ".", refused.getMessage());
    assertThrows(IllegalArgumentException.class, () -> CredentialsFile.read(folder));
  }

  @ParameterizedTest
  @ValueSource(strings = {"rw-r-----", "rw----r--", "rw--w----", "rw-----w-", "rw-rw-rw-"})
  void a_file_that_others_may_read_or_write(String mode) throws IOException {
    Path file = file("token=" + SECRET);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
    String said =
        String.valueOf(
            assertThrows(IllegalArgumentException.class, () -> CredentialsFile.read(file))
                .getMessage());
    assertTrue(said.contains("chmod 600"), said);
  }

  @Test
  void a_file_that_only_its_owner_may_read() throws IOException {
    Path file = file("token=" + SECRET);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--------"));
    assertEquals("a token", CredentialsFile.read(file).toString());
  }

  @Test
  void the_environment() {
    assertEquals(Credentials.NONE, CredentialsFile.ofEnvironment(Map.of("HOME", "/")));
    assertEquals(
        new Credentials.Basic("a", SECRET),
        CredentialsFile.ofEnvironment(
            Map.of(CredentialsFile.USER, "a", CredentialsFile.PASSWORD, SECRET)));
    assertEquals(
        new Credentials.Bearer(SECRET),
        CredentialsFile.ofEnvironment(
            Map.of(CredentialsFile.TOKEN, SECRET, CredentialsFile.USER, "")));
    Map<String, String> all =
        Map.of(
            CredentialsFile.USER, SECRET,
            CredentialsFile.PASSWORD, SECRET,
            CredentialsFile.TOKEN, SECRET);
    String said =
        String.valueOf(
            assertThrows(IllegalArgumentException.class, () -> CredentialsFile.ofEnvironment(all))
                .getMessage());
    assertFalse(said.contains(SECRET), said);
    assertThrows(
        IllegalArgumentException.class,
        () -> CredentialsFile.ofEnvironment(Map.of(CredentialsFile.USER, "a")));
  }

  @Test
  void credentials_do_not_show_their_secret() {
    assertEquals("user a", new Credentials.Basic("a", SECRET).toString());
    assertEquals("a token", new Credentials.Bearer(SECRET).toString());
    assertEquals(Optional.empty(), Credentials.NONE.authorization());
  }

  private Path file(String content) throws IOException {
    Path file = Files.writeString(folder.resolve("credentials"), content, StandardCharsets.UTF_8);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    return file;
  }
}
