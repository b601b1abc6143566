package io.controlgraph.cli;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The query parameters of one request, in order. */
final class Arguments {
  private final List<String> pairs = new ArrayList<>();

  static Arguments none() {
    return new Arguments();
  }

  /** Adds a parameter, unless its value is null. */
  Arguments with(String name, @Nullable Object value) {
    if (value != null) {
      pairs.add(encode(name) + "=" + encode(value.toString()));
    }
    return this;
  }

  /** The part of the address that begins with "?"; empty if there are none. */
  String asQuery() {
    return pairs.isEmpty() ? "" : "?" + asForm();
  }

  /** The parameters as a form body. */
  String asForm() {
    return String.join("&", pairs);
  }

  /** A name with slashes as the path of an address; it cannot lead out of where it stands. */
  static String path(String name) {
    return Arrays.stream(name.split("/", -1))
        .map(part -> part.equals(".") || part.equals("..") ? "%2E" : encode(part))
        .map(part -> part.replace("+", "%20"))
        .collect(Collectors.joining("/"));
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
