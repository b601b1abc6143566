package io.controlgraph.query;

import java.util.LinkedHashMap;
import java.util.Map;

/** The short names that fixtures and expected rows are written with. */
final class Names {
  static final String EXAMPLE = "http://example.org/";
  static final String REFERENCE = "https://w3id.org/controlgraph/id/";
  static final String ONTOLOGY = "https://w3id.org/controlgraph/ns#";
  static final String INSTANCE = "http://localhost:7070/id/";
  static final String GRAPH = "http://localhost:7070/graph/";

  private static final Map<String, String> PREFIXES = new LinkedHashMap<>();

  static {
    PREFIXES.put("ex", EXAMPLE);
    PREFIXES.put("ref", REFERENCE);
    PREFIXES.put("cg", ONTOLOGY);
    PREFIXES.put("id", INSTANCE);
    PREFIXES.put("graph", GRAPH);
  }

  private Names() {}

  static String shorten(String iri) {
    for (Map.Entry<String, String> prefix : PREFIXES.entrySet()) {
      if (iri.startsWith(prefix.getValue())) {
        return prefix.getKey() + ":" + iri.substring(prefix.getValue().length());
      }
    }
    return iri;
  }

  static NameResolver.Resolution resolve(String name) {
    if (name.startsWith("https://")) {
      return new NameResolver.Resolution.Found(name);
    }
    int colon = name.indexOf(':');
    String namespace = colon < 0 ? null : PREFIXES.get(name.substring(0, colon));
    return namespace == null
        ? new NameResolver.Resolution.Unknown("nothing is called '" + name + "'")
        : new NameResolver.Resolution.Found(namespace + name.substring(colon + 1));
  }
}
