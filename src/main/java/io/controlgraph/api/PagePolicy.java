package io.controlgraph.api;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a page of this server may load and do (Content Security Policy, level 3). */
final class PagePolicy {
  private static final String SCRIPTS = "script-src 'self'";

  /** Nothing but what this server gives. */
  static final String USUAL =
      "default-src 'none'; "
          + SCRIPTS
          + "; style-src 'self'; img-src 'self'; connect-src 'self'; worker-src 'self'; base-uri"
          + " 'none'; form-action 'self'; frame-ancestors 'none'";

  /** Says where the modules of a page are. Browsers take it only from the page itself. */
  private static final Pattern IMPORT_MAP =
      Pattern.compile("<script type=\"importmap\">(?<text>.*?)</script>", Pattern.DOTALL);

  private PagePolicy() {}

  /**
   * The usual policy, with the import map of a page.
   *
   * @throws IllegalArgumentException if the page has none
   */
  static String letting(String page) {
    Matcher map = IMPORT_MAP.matcher(page);
    if (!map.find()) {
      throw new IllegalArgumentException("The page has no import map.");
    }
    byte[] hash = sha256().digest(map.group("text").getBytes(StandardCharsets.UTF_8));
    return USUAL.replace(
        SCRIPTS, SCRIPTS + " 'sha256-" + Base64.getEncoder().encodeToString(hash) + "'");
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
