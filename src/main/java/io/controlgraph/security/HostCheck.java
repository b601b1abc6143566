package io.controlgraph.security;

import java.net.URI;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps pages of other sites away from a server on the loopback address.
 *
 * <p>A name that an attacker points at 127.0.0.1 (DNS rebinding) shows in the Host header, and a
 * page of another site in the Origin header; neither can be forged by a page in a browser. What a
 * proxy says that it was asked can be, so it counts only where the Host header passes too.
 */
public final class HostCheck {
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

  private final String bound;
  private final IntSupplier port;
  private final @Nullable String outside;

  /**
   * A check for one server.
   *
   * @param bound the address the server was told to bind, as it was written
   * @param port the port the server listens on, asked at each check since it may be chosen late
   * @param outside the address under which a trusted proxy shows the server; null without one
   */
  public HostCheck(String bound, IntSupplier port, @Nullable URI outside) {
    this.bound = bound.toLowerCase(Locale.ROOT);
    this.port = port;
    this.outside = outside == null ? null : origin(outside);
  }

  /**
   * Tells which address of this server a request asked, or refuses it.
   *
   * @param host the Host header
   * @param forwarded the host that a proxy says it was asked; null if none says so, or none is
   *     trusted
   * @return scheme, host, and the port if it is not the scheme's own
   * @throws Refusal 400 without a host, 421 for a host that is not this server
   */
  public String asked(@Nullable String host, @Nullable String forwarded) {
    if (host == null || host.isBlank()) {
      throw new Refusal(400, "missing-host", "The request names no host.");
    }
    String asked = asked(host);
    return forwarded == null ? asked : asked(forwarded);
  }

  private String asked(String host) {
    String shown = outside;
    if (shown != null && (names(shown, host) || names(shown + usualPort(shown), host))) {
      return shown;
    }
    if (isHere(host)) {
      return "http://" + lower(host);
    }
    throw new Refusal(
        421,
        "unknown-host",
        "This server answers to localhost and %s on port %d only%s."
            .formatted(bound, port.getAsInt(), shown == null ? "" : ", and to " + shown));
  }

  private static boolean names(String origin, String host) {
    return origin.endsWith("://" + lower(host));
  }

  private static String usualPort(String origin) {
    return origin.startsWith("https") ? ":443" : ":80";
  }

  /** Whether an origin, as browsers write it, is this server itself. */
  public boolean isOwn(String origin) {
    String scheme = "http://";
    String given = lower(origin);
    return given.equals(outside)
        || (given.startsWith(scheme) && isHere(given.substring(scheme.length())));
  }

  private boolean isHere(String authority) {
    String lower = lower(authority);
    int colon = lower.lastIndexOf(':');
    boolean hasPort = colon > lower.lastIndexOf(']');
    String name = hasPort ? lower.substring(0, colon) : lower;
    String digits = hasPort ? lower.substring(colon + 1) : "80";
    return (LOOPBACK.contains(name) || name.equals(bound))
        && digits.equals(Integer.toString(port.getAsInt()));
  }

  /** Without the port where it is the scheme's own, as browsers have it. */
  private static String origin(URI address) {
    int usual = "https".equals(address.getScheme()) ? 443 : 80;
    String ending =
        address.getPort() < 0 || address.getPort() == usual ? "" : ":" + address.getPort();
    return lower(address.getScheme() + "://" + address.getHost() + ending);
  }

  private static String lower(String text) {
    return text.strip().toLowerCase(Locale.ROOT);
  }
}
