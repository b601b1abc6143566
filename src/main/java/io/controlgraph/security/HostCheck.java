package io.controlgraph.security;

import java.util.Locale;
import java.util.Set;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps pages of other sites away from a server on the loopback address.
 *
 * <p>A name that an attacker points at 127.0.0.1 (DNS rebinding) shows in the Host header, and a
 * page of another site in the Origin header; neither can be forged by a page in a browser.
 */
public final class HostCheck {
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

  private final String bound;
  private final IntSupplier port;

  /**
   * A check for one server.
   *
   * @param bound the address the server was told to bind, as it was written
   * @param port the port the server listens on, asked at each check since it may be chosen late
   */
  public HostCheck(String bound, IntSupplier port) {
    this.bound = bound.toLowerCase(Locale.ROOT);
    this.port = port;
  }

  /**
   * Lets the request pass or refuses it.
   *
   * @param host the Host header
   * @param origin the Origin header, which browsers send with what a page asks for
   * @throws Refusal 400 without a host, 421 for a host that is not this one, 403 for an origin that
   *     is not this server
   */
  public void check(@Nullable String host, @Nullable String origin) {
    if (host == null || host.isBlank()) {
      throw new Refusal(400, "missing-host", "The request names no host.");
    }
    if (!isThisServer(host)) {
      throw new Refusal(
          421,
          "unknown-host",
          "This server answers to localhost and %s on port %d only."
              .formatted(bound, port.getAsInt()));
    }
    if (origin != null && !isOwnOrigin(origin)) {
      throw new Refusal(
          403, "foreign-origin", "Pages of other sites may not use this server: " + origin);
    }
  }

  private boolean isOwnOrigin(String origin) {
    String scheme = "http://";
    return origin.toLowerCase(Locale.ROOT).startsWith(scheme)
        && isThisServer(origin.substring(scheme.length()));
  }

  private boolean isThisServer(String authority) {
    String lower = authority.strip().toLowerCase(Locale.ROOT);
    int colon = lower.lastIndexOf(':');
    boolean hasPort = colon > lower.lastIndexOf(']');
    String name = hasPort ? lower.substring(0, colon) : lower;
    String digits = hasPort ? lower.substring(colon + 1) : "80";
    return (LOOPBACK.contains(name) || name.equals(bound))
        && digits.equals(Integer.toString(port.getAsInt()));
  }
}
