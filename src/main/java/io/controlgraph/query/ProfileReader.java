package io.controlgraph.query;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads the file of a profile, which is YAML:
 *
 * <pre>
 * summary: What a team that begins should not let pass
 * rules:
 *   ownership/without-accountable-post:
 *   gaps/evidence-expiring-soon: { severity: medium, params: { days: 60 } }
 * </pre>
 */
final class ProfileReader {
  private static final YAMLFactory YAML =
      YAMLFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private final String origin;
  private final List<CatalogueFault> faults = new ArrayList<>();
  private final List<Profile.Rule> rules = new ArrayList<>();
  private @Nullable String summary;

  private ProfileReader(String origin) {
    this.origin = origin;
  }

  /**
   * Reads a profile.
   *
   * @param name how it will be called
   * @param origin where it lies, for messages
   * @throws CatalogueException if the text is faulty; it names every line
   */
  static Profile read(String name, String origin, String text) {
    ProfileReader reader = new ProfileReader(origin);
    try (JsonParser parser = YAML.createParser(text)) {
      reader.read(parser);
    } catch (JsonProcessingException e) {
      int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
      reader.fault(line, "no YAML: " + e.getOriginalMessage().lines().findFirst().orElse(""));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (reader.faults.isEmpty() && (reader.summary == null || reader.rules.isEmpty())) {
      reader.fault(1, "a profile has a summary and at least one of rules");
    }
    if (!reader.faults.isEmpty()) {
      throw new CatalogueException(reader.faults);
    }
    return new Profile(name, String.valueOf(reader.summary), reader.rules);
  }

  private void read(JsonParser parser) throws IOException {
    if (!opens(parser, "a profile is a mapping with the keys summary and rules")) {
      return;
    }
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String key = parser.currentName();
      switch (key) {
        case "summary" -> summary = scalar(parser, key);
        case "rules" -> readRules(parser);
        default -> unknown(parser, key, "summary, rules");
      }
    }
  }

  private void readRules(JsonParser parser) throws IOException {
    if (!opens(parser, "rules is a mapping of questions' names")) {
      return;
    }
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String question = parser.currentName();
      Map<String, String> arguments = new LinkedHashMap<>();
      Severity severity = null;
      if (parser.nextToken() == JsonToken.START_OBJECT) {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
          String key = parser.currentName();
          switch (key) {
            case "severity" -> severity = severity(parser);
            case "params" -> readArguments(parser, arguments);
            default -> unknown(parser, key, "severity, params");
          }
        }
      } else if (parser.currentToken() != JsonToken.VALUE_NULL
          && !parser.getValueAsString("").isEmpty()) {
        fault(line(parser), "'" + question + "' takes { severity: …, params: … } or nothing");
        parser.skipChildren();
      }
      rules.add(new Profile.Rule(question, severity, arguments));
    }
  }

  private void readArguments(JsonParser parser, Map<String, String> into) throws IOException {
    if (!opens(parser, "params is a mapping of parameters' names to values")) {
      return;
    }
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      String value = scalar(parser, name);
      if (value != null) {
        into.put(name, value);
      }
    }
  }

  private @Nullable Severity severity(JsonParser parser) throws IOException {
    String text = scalar(parser, "severity");
    if (text == null) {
      return null;
    }
    Severity severity = Severity.named(text).orElse(null);
    if (severity == null) {
      fault(line(parser), "severity '" + text + "': expected low, medium, high or critical");
    }
    return severity;
  }

  private boolean opens(JsonParser parser, String expected) throws IOException {
    if (parser.nextToken() == JsonToken.START_OBJECT) {
      return true;
    }
    fault(line(parser), expected);
    parser.skipChildren();
    return false;
  }

  private @Nullable String scalar(JsonParser parser, String key) throws IOException {
    JsonToken token = parser.nextToken();
    if (token != null && token.isScalarValue() && token != JsonToken.VALUE_NULL) {
      return parser.getText().strip();
    }
    fault(line(parser), "'" + key + "' takes one value");
    parser.skipChildren();
    return null;
  }

  private void unknown(JsonParser parser, String key, String expected) throws IOException {
    fault(line(parser), "unknown key '" + key + "': expected one of " + expected);
    parser.nextToken();
    parser.skipChildren();
  }

  private static int line(JsonParser parser) {
    return Math.max(1, parser.currentTokenLocation().getLineNr());
  }

  private void fault(int line, String message) {
    faults.add(new CatalogueFault(origin, Math.max(1, line), message));
  }
}
