package io.controlgraph.graph;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.jspecify.annotations.Nullable;

/**
 * The endpoints of other servers that a query may ask by SERVICE. None, unless whoever started the
 * server named them.
 *
 * <p>A SERVICE is answered if scheme, host, port, path and query string of its IRI are those of an
 * endpoint here. Scheme and host are compared without regard to case, a port that is left out is
 * that of the scheme, and an empty path is a slash (RFC 3986, section 6.2.3); nothing else is
 * normalised. What has a user or a fragment is never answered.
 */
public final class ServiceList {
  /** Asks nobody. */
  public static final ServiceList NONE = new ServiceList(List.of());

  private static final Pattern IPV4 = Pattern.compile("(?:(?:0|[1-9]\\d{0,2})(?:\\.|$)){4}");

  private final List<URI> endpoints;

  private ServiceList(List<URI> endpoints) {
    this.endpoints = endpoints;
  }

  /**
   * A list of endpoints.
   *
   * @param endpoints absolute http or https IRIs, without user and fragment
   * @throws IllegalArgumentException if one is no such IRI
   */
  public static ServiceList of(List<String> endpoints) {
    return new ServiceList(endpoints.stream().map(ServiceList::endpoint).toList());
  }

  private static URI endpoint(String text) {
    try {
      URI endpoint = new URI(text);
      if (isWeb(endpoint)) {
        return endpoint;
      }
    } catch (URISyntaxException e) {
      throw wrong(text, e);
    }
    throw wrong(text, null);
  }

  private static IllegalArgumentException wrong(String text, @Nullable Exception cause) {
    return new IllegalArgumentException(
        "A service is allowed by its address, such as https://query.example.org/sparql, without"
            + " user and fragment; not by '"
            + text
            + "'.",
        cause);
  }

  private static boolean isWeb(URI address) {
    return (scheme(address).equals("http") || scheme(address).equals("https"))
        && address.getHost() != null
        && address.getPort() != 0
        && address.getRawUserInfo() == null
        && address.getRawFragment() == null;
  }

  public boolean isEmpty() {
    return endpoints.isEmpty();
  }

  /** How many endpoints it has. */
  public int size() {
    return endpoints.size();
  }

  /**
   * The endpoint that a SERVICE may ask.
   *
   * @param service what stands behind SERVICE, or what its variable has come to
   * @return as it was named to {@link #of}
   * @throws GraphFailure.ServiceRefused if it is not on the list
   */
  public URI require(Node service) {
    if (service.isURI()) {
      try {
        URI asked = new URI(service.getURI());
        for (URI endpoint : endpoints) {
          if (isWeb(asked) && isSame(asked, endpoint)) {
            return endpoint;
          }
        }
      } catch (URISyntaxException e) {
        throw refused(service);
      }
    }
    throw refused(service);
  }

  /** What becomes of a SERVICE that is not on a list. */
  public static GraphFailure.ServiceRefused refused(Node service) {
    return new GraphFailure.ServiceRefused(
        "SERVICE %s is not answered: it is not among the endpoints that this server may ask. Whoever"
                .formatted(service.isURI() ? "<" + service.getURI() + ">" : service)
            + " starts the server names those by --allow-service URL.");
  }

  /**
   * Holds what an endpoint's name stands for against a detour to this machine: a name that somebody
   * else gives addresses to must not lead to the loopback, to a link's own addresses (where clouds
   * keep their secrets), to any or to many. An endpoint that was allowed by its address, or as
   * {@code localhost}, is what it says. Private networks are allowed: an organisation's own servers
   * are there.
   *
   * <p>Who asks resolves the name once more when it connects. Between the two the name can change,
   * if the Java runtime has dropped it from its cache of names (30 seconds by default) in that
   * moment; this is what is left of the danger.
   *
   * @param endpoint one of the list
   * @param addresses all that its host resolves to
   * @throws GraphFailure.ServiceRefused if one of them is such an address
   */
  public static void requireElsewhere(URI endpoint, List<InetAddress> addresses) {
    String host = endpoint.getHost();
    if (host.equalsIgnoreCase("localhost")
        || host.startsWith("[")
        || IPV4.matcher(host).matches()) {
      return;
    }
    for (InetAddress address : addresses) {
      if (address.isLoopbackAddress()
          || address.isLinkLocalAddress()
          || address.isAnyLocalAddress()
          || address.isMulticastAddress()) {
        throw new GraphFailure.ServiceRefused(
            "SERVICE <%s> is not answered: the name %s stands for %s. To mean that, allow the"
                    .formatted(endpoint, host, address.getHostAddress())
                + " address itself by --allow-service.");
      }
    }
  }

  private static boolean isSame(URI one, URI other) {
    return scheme(one).equals(scheme(other))
        && one.getHost().equalsIgnoreCase(other.getHost())
        && port(one) == port(other)
        && path(one).equals(path(other))
        && Objects.equals(one.getRawQuery(), other.getRawQuery());
  }

  private static String scheme(URI address) {
    return address.getScheme() == null ? "" : address.getScheme().toLowerCase(Locale.ROOT);
  }

  private static int port(URI address) {
    if (address.getPort() != -1) {
      return address.getPort();
    }
    return scheme(address).equals("https") ? 443 : 80;
  }

  private static String path(URI address) {
    return address.getRawPath().isEmpty() ? "/" : address.getRawPath();
  }
}
