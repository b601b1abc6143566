package io.controlgraph.ingest.csv;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.controlgraph.packaged.PackagedFiles;
import io.controlgraph.vocab.Cg;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDFS;
import org.jspecify.annotations.Nullable;

/** Reads the definition of the import format and refuses whatever it does not understand. */
final class KindsReader {
  private static final Set<String> KIND_KEYS = Set.of("class", "about", "label", "key", "columns");
  private static final Set<String> COLUMN_KEYS =
      Set.of("type", "of", "to", "list", "required", "rowGate", "about", "example");
  private static final YAMLMapper YAML =
      YAMLMapper.builder()
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
          .build();

  private KindsReader() {}

  /** Reads the parts that lie in a packaged folder. */
  static Kinds read(String folder) {
    Map<String, String> texts = new LinkedHashMap<>();
    for (String part : PackagedFiles.below(folder)) {
      texts.put(part, PackagedFiles.text(part));
    }
    return parse(texts);
  }

  /** Reads the parts, given as text by their names. */
  static Kinds parse(Map<String, String> parts) {
    Map<String, Kind> kinds = new LinkedHashMap<>();
    parts.forEach(
        (part, text) -> {
          try {
            JsonNode root = YAML.readTree(text);
            for (Map.Entry<String, JsonNode> entry : root.properties()) {
              String where = part + ", " + entry.getKey();
              if (kinds.put(entry.getKey(), kind(where, entry.getKey(), entry.getValue()))
                  != null) {
                throw bad(where, "is defined twice");
              }
            }
          } catch (IOException e) {
            throw new IllegalArgumentException(part + ": " + e.getMessage(), e);
          }
        });
    Kinds result = new Kinds(kinds.values());
    KindChecks.check(result);
    return result;
  }

  private static Kind kind(String where, String name, JsonNode node) {
    refuseUnknown(where, node, KIND_KEYS);
    JsonNode columnsNode = node.path("columns");
    if (!columnsNode.isObject() || columnsNode.isEmpty()) {
      throw bad(where, "has no columns");
    }
    List<Column> columns = new ArrayList<>();
    for (Map.Entry<String, JsonNode> entry : columnsNode.properties()) {
      columns.add(column(where + "." + entry.getKey(), entry.getKey(), entry.getValue()));
    }
    String label = optionalText(where, node, "label");
    try {
      return new Kind(
          name,
          Cg.term(text(where, node, "class")),
          text(where, node, "about"),
          label == null ? null : new LabelTemplate(label),
          node.has("key") ? texts(where, node.get("key")) : List.of(),
          columns);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(where + ": " + e.getMessage(), e);
    }
  }

  private static Column column(String where, String name, JsonNode node) {
    refuseUnknown(where, node, COLUMN_KEYS);
    ColumnType type = type(where, node);
    String to = optionalText(where, node, "to");
    boolean silent =
        type instanceof ColumnType.Id
            || type instanceof ColumnType.Note
            || type instanceof ColumnType.ClassOf;
    if (silent == (to != null)) {
      throw bad(where, silent ? "cannot have 'to'" : "needs 'to'");
    }
    return new Column(
        name,
        type,
        to == null ? null : property(to),
        flag(where, node, "required"),
        flag(where, node, "list"),
        flag(where, node, "rowGate"),
        text(where, node, "about"),
        text(where, node, "example"));
  }

  private static Node property(String to) {
    return switch (to) {
      case "label" -> RDFS.Nodes.label;
      case "description" -> DCTerms.description.asNode();
      default -> Cg.term(to);
    };
  }

  private static ColumnType type(String where, JsonNode node) {
    String name = text(where, node, "type");
    JsonNode of = node.get("of");
    ColumnType type =
        switch (name) {
          case "id" -> new ColumnType.Id();
          case "text" -> new ColumnType.Text();
          case "date" -> new ColumnType.Date();
          case "dateTime" -> new ColumnType.DateTime();
          case "integer" -> new ColumnType.Whole();
          case "decimal" -> new ColumnType.Decimal();
          case "boolean" -> new ColumnType.YesNo();
          case "uri" -> new ColumnType.Uri();
          case "sha256" -> new ColumnType.Sha256();
          case "note" -> new ColumnType.Note();
          case "framework" -> new ColumnType.Framework();
          case "requirement" -> new ColumnType.Requirement();
          case "class" -> new ColumnType.ClassOf(classes(where, of));
          case "concept" -> new ColumnType.Concept(text(where, node, "of"));
          case "ref" -> new ColumnType.Ref(texts(where, of));
          default -> throw bad(where, "has an unknown type '" + name + "'");
        };
    boolean takesOf =
        type instanceof ColumnType.ClassOf
            || type instanceof ColumnType.Concept
            || type instanceof ColumnType.Ref;
    if (of != null && !takesOf) {
      throw bad(where, "cannot have 'of'");
    }
    return type;
  }

  private static Map<String, String> classes(String where, @Nullable JsonNode of) {
    if (of == null || !of.isObject()) {
      throw bad(where, "needs 'of' with a class for each value");
    }
    Map<String, String> classes = new LinkedHashMap<>();
    of.properties().forEach(entry -> classes.put(entry.getKey(), entry.getValue().asText()));
    return classes;
  }

  private static List<String> texts(String where, @Nullable JsonNode list) {
    if (list == null || !list.isArray() || list.isEmpty()) {
      throw bad(where, "needs a list");
    }
    List<String> texts = new ArrayList<>();
    list.forEach(item -> texts.add(item.asText()));
    return texts;
  }

  private static String text(String where, JsonNode node, String key) {
    String text = optionalText(where, node, key);
    if (text == null) {
      throw bad(where, "needs '" + key + "'");
    }
    return text;
  }

  private static @Nullable String optionalText(String where, JsonNode node, String key) {
    JsonNode value = node.get(key);
    if (value == null) {
      return null;
    }
    if (!value.isTextual() || value.asText().isBlank()) {
      throw bad(where, "'" + key + "' must be text");
    }
    return value.asText();
  }

  private static boolean flag(String where, JsonNode node, String key) {
    JsonNode value = node.get(key);
    if (value != null && !value.isBoolean()) {
      throw bad(where, "'" + key + "' must be true or false");
    }
    return value != null && value.asBoolean();
  }

  private static void refuseUnknown(String where, JsonNode node, Set<String> known) {
    if (!node.isObject()) {
      throw bad(where, "must be a map");
    }
    for (Map.Entry<String, JsonNode> entry : node.properties()) {
      if (!known.contains(entry.getKey())) {
        throw bad(where, "has an unknown key '" + entry.getKey() + "'");
      }
    }
  }

  private static IllegalArgumentException bad(String where, String what) {
    return new IllegalArgumentException(where + " " + what);
  }
}
