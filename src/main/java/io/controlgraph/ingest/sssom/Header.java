package io.controlgraph.ingest.sssom;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The metadata block that opens an SSSOM/TSV file: YAML behind {@code #}. */
final class Header {

  private static final ObjectReader YAML =
      new YAMLMapper().reader().with(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);

  private final JsonNode root;
  private final List<String> lines;
  private final Problems problems;

  private Header(JsonNode root, List<String> lines, Problems problems) {
    this.root = root;
    this.lines = lines;
    this.problems = problems;
  }

  /**
   * Parses the block.
   *
   * @param lines its lines without the leading {@code #}, so that line numbers are those of the
   *     file
   */
  static Header parse(List<String> lines, Problems problems) {
    JsonNode root = MissingNode.getInstance();
    if (lines.isEmpty()) {
      problems.add(1, "", "expected a metadata block: lines of YAML behind '#' before the columns");
    } else {
      root = readYaml(lines, problems);
    }
    return new Header(root, lines, problems);
  }

  private static JsonNode readYaml(List<String> lines, Problems problems) {
    try {
      JsonNode node = YAML.readTree(String.join("\n", lines));
      if (node.isObject()) {
        return node;
      }
      problems.add(1, "", "expected the metadata block to be a YAML mapping of slots to values");
    } catch (JsonProcessingException e) {
      int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
      problems.add(
          Math.max(1, line), "", "the metadata block is not YAML: " + e.getOriginalMessage());
    }
    return MissingNode.getInstance();
  }

  /** The value of a slot, if the block has it. */
  Optional<String> text(String slot) {
    JsonNode node = root.path(slot);
    return node.isValueNode() && !node.asText().isBlank()
        ? Optional.of(node.asText().strip())
        : Optional.empty();
  }

  /** The value of a slot that must be there and be an absolute IRI; empty when it is wrong. */
  String requiredIri(String slot) {
    Optional<String> value = text(slot);
    if (value.isEmpty()) {
      problems.add(lineOf(slot), slot, "expected an IRI, found nothing");
      return "";
    }
    if (!Curies.isAbsolute(value.get())) {
      problems.add(lineOf(slot), slot, "expected an absolute IRI, found '" + value.get() + "'");
    }
    return value.get();
  }

  /** The prefixes that the block declares. */
  Curies curies() {
    Map<String, String> declared = new HashMap<>();
    for (Map.Entry<String, JsonNode> entry : root.path("curie_map").properties()) {
      String prefix = entry.getKey();
      String iri = entry.getValue().asText();
      String builtIn = Curies.BUILT_IN.get(prefix);
      if (!Curies.isAbsolute(iri)) {
        problems.add(
            lineOf(prefix),
            "curie_map",
            "expected an absolute IRI for prefix '" + prefix + "', found '" + iri + "'");
      } else if (builtIn != null && !builtIn.equals(iri)) {
        problems.add(
            lineOf(prefix), "curie_map", "prefix '" + prefix + "' always stands for " + builtIn);
      }
      declared.put(prefix, iri);
    }
    return new Curies(declared);
  }

  /** The line that holds a key, or the first line when none does. */
  int lineOf(String key) {
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).strip().startsWith(key + ":")) {
        return i + 1;
      }
    }
    return 1;
  }
}
