package io.controlgraph.sparql;

import io.controlgraph.security.Refusal;
import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Parameters of a query string or of a form, read strictly as UTF-8. */
public final class Parameters {
  private final Map<String, List<String>> values;

  private Parameters(Map<String, List<String>> values) {
    this.values = values;
  }

  /**
   * Reads {@code name=value&name=value}; nothing gives no parameters.
   *
   * @throws Refusal 400 if a percent sign or the UTF-8 behind it is broken
   */
  public static Parameters parse(@Nullable String text) {
    Map<String, List<String>> values = new LinkedHashMap<>();
    if (text != null) {
      for (String pair : text.split("&", -1)) {
        if (!pair.isEmpty()) {
          int equals = pair.indexOf('=');
          String name = decode(equals < 0 ? pair : pair.substring(0, equals));
          String value = equals < 0 ? "" : decode(pair.substring(equals + 1));
          values.computeIfAbsent(name, n -> new ArrayList<>()).add(value);
        }
      }
    }
    return new Parameters(values);
  }

  /** The names given, in their order. */
  public Set<String> names() {
    return values.keySet();
  }

  /** These parameters as a query string, in which one has another value, or is added. */
  public String with(String name, String value) {
    Map<String, List<String>> changed = new LinkedHashMap<>(values);
    changed.put(name, List.of(value));
    return changed.entrySet().stream()
        .flatMap(each -> each.getValue().stream().map(one -> encode(each.getKey(), one)))
        .collect(Collectors.joining("&"));
  }

  private static String encode(String name, String value) {
    return URLEncoder.encode(name, StandardCharsets.UTF_8)
        + "="
        + URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  /** All values of a parameter. */
  public List<String> all(String name) {
    return values.getOrDefault(name, List.of());
  }

  /**
   * The value of a parameter that may be given once, or null.
   *
   * @throws Refusal 400 if it is given more than once
   */
  public @Nullable String one(String name) {
    List<String> given = all(name);
    if (given.size() > 1) {
      throw new Refusal(
          400, "repeated-parameter", "The parameter '" + name + "' may be given only once.");
    }
    return given.isEmpty() ? null : given.get(0);
  }

  /**
   * The whole number given for a parameter, or {@code otherwise}.
   *
   * @throws Refusal 400 if it is no number from {@code least} up
   */
  public long number(String name, long least, long otherwise) {
    String given = one(name);
    if (given == null) {
      return otherwise;
    }
    if (given.matches("\\d{1,18}") && Long.parseLong(given) >= least) {
      return Long.parseLong(given);
    }
    throw new Refusal(
        400,
        "bad-parameter",
        "The parameter '" + name + "' is a whole number from " + least + " up, not: " + given);
  }

  /**
   * Whether a parameter is given as true; given without a value it is.
   *
   * @throws Refusal 400 if it is neither true nor false
   */
  public boolean flag(String name) {
    String given = one(name);
    if (given == null || given.equals("false")) {
      return false;
    }
    if (given.isEmpty() || given.equals("true")) {
      return true;
    }
    throw new Refusal(
        400, "bad-parameter", "The parameter '" + name + "' is true or false, not: " + given);
  }

  private static String decode(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length());
    int i = 0;
    while (i < text.length()) {
      char c = text.charAt(i);
      if (c == '%') {
        bytes.write(octet(text, i));
        i += 3;
      } else {
        byte[] literal =
            (c == '+' ? " " : text.substring(i, i + width(text, i)))
                .getBytes(StandardCharsets.UTF_8);
        bytes.write(literal, 0, literal.length);
        i += c == '+' ? 1 : width(text, i);
      }
    }
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(bytes.toByteArray()))
          .toString();
    } catch (CharacterCodingException e) {
      throw new Refusal(400, "bad-encoding", "A parameter is not encoded as UTF-8.");
    }
  }

  private static int width(String text, int at) {
    return Character.charCount(text.codePointAt(at));
  }

  private static int octet(String text, int percent) {
    if (percent + 2 < text.length()) {
      int high = Character.digit(text.charAt(percent + 1), 16);
      int low = Character.digit(text.charAt(percent + 2), 16);
      if (high >= 0 && low >= 0) {
        return high * 16 + low;
      }
    }
    throw new Refusal(
        400, "bad-encoding", "A percent sign in a parameter must be followed by two hex digits.");
  }
}
