package io.controlgraph.graph.rdf4j;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** What another server wants to see before it answers. Their texts show no secret. */
public sealed interface Credentials {

  /** Shows nothing. */
  Credentials NONE = new None();

  /** The value of the header Authorization, if one is to be sent. */
  Optional<String> authorization();

  /** Nothing to show. */
  record None() implements Credentials {
    @Override
    public Optional<String> authorization() {
      return Optional.empty();
    }
  }

  /**
   * A user and a password, sent as RFC 7617 has it.
   *
   * @param user the user; no colon
   */
  record Basic(String user, String password) implements Credentials {
    public Basic {
      if (user.contains(":")) {
        throw new IllegalArgumentException("A user's name has no colon (RFC 7617, section 2).");
      }
    }

    @Override
    public Optional<String> authorization() {
      byte[] pair = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
      return Optional.of("Basic " + Base64.getEncoder().encodeToString(pair));
    }

    @Override
    public String toString() {
      return "user " + user;
    }
  }

  /**
   * A bearer token, sent as RFC 6750 has it.
   *
   * @param token letters, digits and -._~+/, then perhaps =
   */
  record Bearer(String token) implements Credentials {
    public Bearer {
      if (!token.matches("[A-Za-z0-9\\-._~+/]+=*")) {
        throw new IllegalArgumentException(
            "A token has only letters, digits and -._~+/ (RFC 6750, section 2.1).");
      }
    }

    @Override
    public Optional<String> authorization() {
      return Optional.of("Bearer " + token);
    }

    @Override
    public String toString() {
      return "a token";
    }
  }
}
