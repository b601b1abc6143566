package io.controlgraph.query;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the header of a file: the {@code #+} lines it opens with, as YAML. Every key must be known
 * and every value of the kind expected; what is not is a fault with its line.
 */
final class HeaderReader {
  private static final String MARK = "#+";
  private static final String KEYS =
      "summary, question, description, tags, params, columns, severity, mend, use";
  private static final Pattern VARIABLE = Pattern.compile("[A-Za-z][A-Za-z0-9_]*");
  private static final YAMLFactory YAML =
      YAMLFactory.builder()
          .enable(com.fasterxml.jackson.core.StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();

  private static final List<String> PARAMETER_KEYS =
      List.of("type", "required", "default", "of", "example", "summary");

  private final QueryText file;
  private final List<CatalogueFault> faults;
  private final Map<String, String> texts = new HashMap<>();
  private final Map<String, Integer> lines = new HashMap<>();
  private final List<String> tags = new ArrayList<>();
  private final List<String> use = new ArrayList<>();
  private final List<Parameter> parameters = new ArrayList<>();
  private final List<Column> columns = new ArrayList<>();

  private HeaderReader(QueryText file, List<CatalogueFault> faults) {
    this.file = file;
    this.faults = faults;
  }

  /** Reads the header, adding what is wrong to {@code faults}. */
  static Header read(QueryText file, List<CatalogueFault> faults) {
    HeaderReader reader = new HeaderReader(file, faults);
    reader.read();
    return reader.header();
  }

  private Header header() {
    String severity = texts.get("severity");
    if (severity != null && Severity.named(severity).isEmpty()) {
      fault(
          lines.getOrDefault("severity", 1),
          "severity '" + severity + "': expected low, medium, high or critical");
    }
    return new Header(
        texts.get("summary"),
        texts.get("question"),
        texts.get("description"),
        tags,
        parameters,
        columns,
        severity == null ? null : Severity.named(severity).orElse(null),
        texts.get("mend"),
        use,
        lines);
  }

  private void read() {
    StringBuilder yaml = new StringBuilder();
    for (String line : file.text().lines().toList()) {
      if (!line.startsWith(MARK)) {
        break;
      }
      String content = line.substring(MARK.length());
      yaml.append(content.startsWith(" ") ? content.substring(1) : content).append('\n');
    }
    if (yaml.isEmpty()) {
      fault(1, "the file does not open with a header of '#+' lines");
      return;
    }
    try (JsonParser parser = YAML.createParser(yaml.toString())) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        fault(1, "the header is no mapping of keys to values");
        return;
      }
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        readKey(parser);
      }
    } catch (JsonProcessingException e) {
      int line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNr());
      fault(
          line, "the header is no YAML: " + e.getOriginalMessage().lines().findFirst().orElse(""));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void readKey(JsonParser parser) throws IOException {
    String key = parser.currentName();
    int line = line(parser);
    lines.put(key, line);
    parser.nextToken();
    switch (key) {
      case "summary", "question", "description", "severity", "mend" -> {
        String text = scalar(parser, key);
        if (text != null) {
          texts.put(key, text.strip());
        }
      }
      case "tags" -> readList(parser, key, tags);
      case "use" -> readList(parser, key, use);
      case "columns" -> readColumns(parser);
      case "params" -> readParameters(parser);
      default -> {
        fault(line, "unknown key '" + key + "': expected one of " + KEYS);
        parser.skipChildren();
      }
    }
  }

  private void readList(JsonParser parser, String key, List<String> into) throws IOException {
    if (parser.currentToken() != JsonToken.START_ARRAY) {
      String single = scalar(parser, key);
      if (single != null) {
        into.add(single);
      }
      return;
    }
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      String item = scalar(parser, key);
      if (item != null) {
        into.add(item);
      }
    }
  }

  private void readColumns(JsonParser parser) throws IOException {
    if (!isMapping(parser, "columns")) {
      return;
    }
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      int line = line(parser);
      parser.nextToken();
      String type = scalar(parser, name);
      if (type == null) {
        continue;
      }
      ValueType.named(type)
          .ifPresentOrElse(
              known -> columns.add(new Column(name, known)),
              () ->
                  fault(
                      line,
                      "column '"
                          + name
                          + "' has the unknown type '"
                          + type
                          + "': expected one of "
                          + ValueType.names(false)));
    }
  }

  private void readParameters(JsonParser parser) throws IOException {
    if (!isMapping(parser, "params")) {
      return;
    }
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      int line = line(parser);
      lines.put("params." + name, line);
      if (!VARIABLE.matcher(name).matches()) {
        fault(line, "parameter '" + name + "' is no name of a variable");
      }
      parser.nextToken();
      if (isMapping(parser, name)) {
        readParameter(parser, name, line);
      }
    }
  }

  private void readParameter(JsonParser parser, String name, int line) throws IOException {
    Map<String, String> given = new LinkedHashMap<>();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String key = parser.currentName();
      int keyLine = line(parser);
      parser.nextToken();
      if (!PARAMETER_KEYS.contains(key)) {
        fault(
            keyLine,
            "unknown key '"
                + key
                + "' of parameter '"
                + name
                + "': expected one of "
                + String.join(", ", PARAMETER_KEYS));
        parser.skipChildren();
        continue;
      }
      String value = scalar(parser, key);
      if (value != null) {
        given.put(key, value);
      }
    }
    String typeName = given.getOrDefault("type", "");
    ValueType type = ValueType.named(typeName).filter(ValueType::isForParameters).orElse(null);
    if (type == null) {
      fault(
          line,
          "parameter '"
              + name
              + "' has the unknown type '"
              + typeName
              + "': expected one of "
              + ValueType.names(true));
      return;
    }
    String required = given.getOrDefault("required", "false");
    if (!required.equals("true") && !required.equals("false")) {
      fault(line, "parameter '" + name + "': required is true or false, not '" + required + "'");
    }
    String defaultValue = given.get("default");
    if (required.equals("true") && defaultValue != null) {
      fault(line, "parameter '" + name + "' is required, so its default is never taken");
    }
    parameters.add(
        new Parameter(
            name,
            type,
            required.equals("true"),
            defaultValue,
            given.get("of"),
            given.get("example"),
            given.get("summary")));
  }

  private boolean isMapping(JsonParser parser, String key) throws IOException {
    if (parser.currentToken() == JsonToken.START_OBJECT) {
      return true;
    }
    fault(line(parser), "'" + key + "' takes a mapping of names");
    parser.skipChildren();
    return false;
  }

  private @Nullable String scalar(JsonParser parser, String key) throws IOException {
    if (parser.currentToken().isScalarValue() && parser.currentToken() != JsonToken.VALUE_NULL) {
      return parser.getText();
    }
    fault(line(parser), "'" + key + "' takes a text");
    parser.skipChildren();
    return null;
  }

  private static int line(JsonParser parser) {
    return Math.max(1, parser.currentTokenLocation().getLineNr());
  }

  private void fault(int line, String message) {
    faults.add(new CatalogueFault(file.origin(), line, message));
  }
}
