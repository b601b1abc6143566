package io.controlgraph.bench;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One request.
 *
 * @param path with its query, relative to where the server's addresses begin
 * @param body to POST; null to GET
 * @param headers by name
 */
record Ask(String path, @Nullable String body, Map<String, String> headers) {
  private static final String RESULTS = "application/sparql-results+json";

  Ask {
    headers = Map.copyOf(headers);
  }

  /** A GET of an API. */
  static Ask api(String path) {
    return new Ask(path, null, Map.of("Accept", "application/json"));
  }

  /** A query, by direct POST (SPARQL 1.1 Protocol, section 2.1.3). */
  static Ask query(String endpoint, String sparql) {
    return new Ask(
        endpoint,
        sparql,
        Map.of("Accept", RESULTS, "Content-Type", "application/sparql-query; charset=utf-8"));
  }

  /** The same with one header more. */
  Ask with(String header, String value) {
    Map<String, String> more = new TreeMap<>(headers);
    more.put(header, value);
    return new Ask(path, body, more);
  }

  /** The same, but not to be answered with what the server knows already. */
  Ask workedOutAnew() {
    return with("Cache-Control", "no-cache");
  }

  /** The same with another time limit. */
  Ask allowing(int seconds) {
    return new Ask(path + "&timeout=" + seconds, body, headers);
  }

  /** The query of an address. */
  static String parameters(Map<String, String> values) {
    return new TreeMap<>(values)
        .entrySet().stream()
            .map(each -> each.getKey() + "=" + encoded(each.getValue()))
            .collect(Collectors.joining("&"));
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  HttpRequest request(URI base, Duration longest) {
    HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path)).timeout(longest);
    headers.forEach(request::header);
    return (body == null ? request.GET() : request.POST(HttpRequest.BodyPublishers.ofString(body)))
        .build();
  }
}
