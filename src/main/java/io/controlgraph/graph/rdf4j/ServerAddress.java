package io.controlgraph.graph.rdf4j;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a server takes queries and updates.
 *
 * @param query takes queries by the SPARQL 1.1 Protocol
 * @param update takes updates; null for a server that is only read
 */
public record ServerAddress(URI query, @Nullable URI update) {

  /** The beginning of an engine's name that says it is such a server. */
  public static final String SCHEME = "sparql:";

  private static final String FORM = SCHEME + "QUERY_URL[,UPDATE_URL]";

  /**
   * Reads {@code sparql:QUERY_URL[,UPDATE_URL]}.
   *
   * @throws IllegalArgumentException if it is not of that form; names no secret that it may have
   */
  public static ServerAddress parse(String engine) {
    if (!engine.startsWith(SCHEME)) {
      throw new IllegalArgumentException("A server is given as " + FORM + ".");
    }
    List<String> parts = List.of(engine.substring(SCHEME.length()).split(",", -1));
    if (parts.size() > 2) {
      throw new IllegalArgumentException(
          "A server has up to two addresses, %s, for graphs are read and written there by query and update alone; a comma in one is written %%2C."
              .formatted(FORM));
    }
    return new ServerAddress(web(parts.get(0)), parts.size() > 1 ? web(parts.get(1)) : null);
  }

  /**
   * An address of the web.
   *
   * @throws IllegalArgumentException if it is none, or has a user, a password or a fragment
   */
  public static URI web(String text) {
    URI address;
    try {
      address = new URI(text);
    } catch (URISyntaxException e) {
      // Not as the cause, which has the text, and with it perhaps a password.
      throw new IllegalArgumentException(
          "An address of a server is like http://127.0.0.1:3030/graph/sparql; this is none (at"
              + " character "
              + (e.getIndex() + 1)
              + ").");
    }
    if (address.getRawUserInfo() != null) {
      throw new IllegalArgumentException(
          "Credentials do not belong into an address, where everybody on the machine sees them. Put"
              + " them into a file, or into the environment variables %s and %s."
                  .formatted(CredentialsFile.USER, CredentialsFile.PASSWORD));
    }
    boolean web = "http".equals(address.getScheme()) || "https".equals(address.getScheme());
    if (!web || address.getHost() == null || address.getRawFragment() != null) {
      throw new IllegalArgumentException(
          "An address of a server begins with http:// or https:// and has a host and no fragment: %s does not."
              .formatted(text.contains("@") ? "one that has an @" : "'" + text + "'"));
    }
    return address;
  }

  /** The server as messages name it. */
  public String name() {
    return query.toString();
  }
}
