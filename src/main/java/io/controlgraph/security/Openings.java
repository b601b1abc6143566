package io.controlgraph.security;

import io.controlgraph.graph.ServiceList;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What whoever runs a server opens beyond the usual. Nothing of it is open unless asked for.
 *
 * @param updates whether SPARQL endpoint and Graph Store Protocol take changes
 * @param proxy whether a reverse proxy stands before the server, whose word on the address that the
 *     client asked is believed
 * @param origins the origins whose pages may read ({@code https://app.example.org}); {@code *}
 *     stands for all
 * @param services the endpoints of other servers that queries may ask
 */
public record Openings(boolean updates, boolean proxy, Set<String> origins, List<String> services) {
  /** Any origin. */
  public static final String ANY = "*";

  /** Nothing is open. */
  public static final Openings NONE = new Openings(false, false, Set.of(), List.of());

  /**
   * Keeps the origins as browsers write them.
   *
   * @throws IllegalArgumentException if one is not an origin, or a service no address of one
   */
  public Openings {
    origins = origins.stream().map(Openings::origin).collect(Collectors.toUnmodifiableSet());
    services = List.copyOf(services);
    ServiceList.of(services);
  }

  /** Whether pages of an origin may read. */
  public boolean letsRead(String origin) {
    return origins.contains(ANY) || origins.contains(origin.toLowerCase(Locale.ROOT));
  }

  /** Scheme, host, and the port if it is not the scheme's own (RFC 6454, section 6.2). */
  private static String origin(String text) {
    if (text.equals(ANY)) {
      return text;
    }
    try {
      URI uri = URI.create(text);
      String bare = uri.getScheme() + "://" + uri.getRawAuthority();
      boolean web =
          "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
      if (web && uri.getHost() != null && uri.getUserInfo() == null && text.equals(bare)) {
        return bare.toLowerCase(Locale.ROOT)
            .replaceFirst("^(http://.*):80$|^(https://.*):443$", "$1$2");
      }
    } catch (IllegalArgumentException e) {
      throw notAnOrigin(text, e);
    }
    throw notAnOrigin(text, null);
  }

  private static IllegalArgumentException notAnOrigin(String text, @Nullable Exception cause) {
    return new IllegalArgumentException(
        "An origin is a scheme and a host, such as https://app.example.org, or * for all; not: "
            + text,
        cause);
  }
}
