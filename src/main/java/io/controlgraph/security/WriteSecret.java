package io.controlgraph.security;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** The secret that a write must show, known to whoever can read the data directory. */
public final class WriteSecret {
  private static final int BYTES = 32;
  private static final String SCHEME = "Bearer ";

  private final String value;

  /**
   * @param value at least 16 characters
   */
  public WriteSecret(String value) {
    if (value.length() < 16) {
      throw new IllegalArgumentException("A write secret has at least 16 characters.");
    }
    this.value = value;
  }

  /** A new secret of 256 random bits. */
  public static WriteSecret random() {
    byte[] bytes = new byte[BYTES];
    new SecureRandom().nextBytes(bytes);
    return new WriteSecret(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  /** The secret itself, for the file that hands it to the commands. */
  public String value() {
    return value;
  }

  /**
   * Lets the request pass or refuses it. How long it takes tells nothing of the secret.
   *
   * @param authorization the Authorization header
   * @throws Refusal 401 without credentials, 403 with wrong ones
   */
  public void check(@Nullable String authorization) {
    if (authorization == null
        || !authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      throw new Refusal(
              401,
              "missing-secret",
              "Writing needs the header 'Authorization: Bearer SECRET'; the secret stands in the"
                  + " file 'server' of the data directory.")
          .withHeader("WWW-Authenticate", "Bearer realm=\"controlgraph\"");
    }
    byte[] given =
        authorization.substring(SCHEME.length()).strip().getBytes(StandardCharsets.UTF_8);
    if (!MessageDigest.isEqual(given, value.getBytes(StandardCharsets.UTF_8))) {
      throw new Refusal(403, "wrong-secret", "That is not the secret of this server.");
    }
  }

  @Override
  public String toString() {
    return "WriteSecret[hidden]";
  }
}
