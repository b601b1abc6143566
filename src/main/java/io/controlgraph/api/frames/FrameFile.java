package io.controlgraph.api.frames;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.controlgraph.packaged.PackagedFiles;
import java.util.HashMap;
import java.util.Map;

/**
 * The form of a tree: a file in the terms of JSON-LD 1.1 Framing, with its own terms over those of
 * the ontology's context.
 *
 * <p>It is read so: every member is followed, {@code @type} keeps to things of that class, and what
 * is not named is left out ({@code @explicit}); a thing is told in full wherever it comes up
 * ({@code @embed: @always}). Unlike in the standard, two members may follow one property, to things
 * of different classes or to texts with and without a language.
 *
 * @param context the context of the answers: the ontology's, with the frame's terms
 * @param tree the frame without its context
 * @param terms what the names mean
 */
record FrameFile(ObjectNode context, JsonNode tree, Map<String, Term> terms) {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final String FOLDER = "ontology/";
  private static final String CONTEXT = "@context";

  /** The file of a frame. */
  static FrameFile of(Frame frame) {
    ObjectNode tree = read(FOLDER + "frames/" + frame.label() + ".jsonld");
    ObjectNode context = (ObjectNode) read(FOLDER + "context.jsonld").required(CONTEXT);
    for (Map.Entry<String, JsonNode> own : tree.remove(CONTEXT).properties()) {
      if (own.getValue().isNull()) {
        context.remove(own.getKey());
      } else {
        context.set(own.getKey(), own.getValue());
      }
    }
    return new FrameFile(context, tree, terms(context));
  }

  /** The term of a name; every name in a frame has one. */
  Term term(String name) {
    Term term = terms.get(name);
    if (term == null) {
      throw new IllegalStateException("The context does not define '" + name + "'.");
    }
    return term;
  }

  /**
   * Whether an IRI means itself in a document with this context: "title:x" and "cg:x" are IRIs too,
   * but would be read as short for others.
   */
  boolean isPlain(String iri) {
    int colon = iri.indexOf(':');
    return colon > 0 && (iri.startsWith("//", colon + 1) || !context.has(iri.substring(0, colon)));
  }

  private static Map<String, Term> terms(ObjectNode context) {
    Map<String, Term> terms = new HashMap<>();
    for (Map.Entry<String, JsonNode> entry : context.properties()) {
      JsonNode definition = entry.getValue();
      if (!entry.getKey().startsWith("@")) {
        boolean reverse = definition.has("@reverse");
        String iri =
            definition.isTextual()
                ? definition.asText()
                : definition.path(reverse ? "@reverse" : "@id").asText();
        terms.put(
            entry.getKey(),
            new Term(
                expanded(context, iri),
                reverse,
                definition.path("@container").asText().equals("@set"),
                expanded(context, definition.path("@type").asText()),
                definition.path("@language").asText()));
      }
    }
    return Map.copyOf(terms);
  }

  private static String expanded(ObjectNode context, String compact) {
    int colon = compact.indexOf(':');
    JsonNode prefix = colon < 0 ? null : context.get(compact.substring(0, colon));
    return prefix == null || !prefix.isTextual()
        ? compact
        : prefix.asText() + compact.substring(colon + 1);
  }

  private static ObjectNode read(String path) {
    try {
      return (ObjectNode) MAPPER.readTree(PackagedFiles.text(path));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(path + " is no JSON: " + e.getMessage(), e);
    }
  }
}
