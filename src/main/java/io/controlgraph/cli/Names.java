package io.controlgraph.cli;

/**
 * Short names of IRIs for people: {@code iso27001-2022/A.8.24}, {@code hospital/assets/SYS-CXR},
 * {@code cg:Dataset}. Commands take these names back.
 */
final class Names {
  private static final String REFERENCE = "https://w3id.org/controlgraph/id/";
  private static final String TERMS = "https://w3id.org/controlgraph/ns#";

  private Names() {}

  static String shorten(String iri) {
    if (iri.startsWith(REFERENCE)) {
      return iri.substring(REFERENCE.length()).replaceFirst("/(annex-a|clauses)/", "/");
    }
    if (iri.startsWith(TERMS)) {
      return "cg:" + iri.substring(TERMS.length());
    }
    int instance = iri.indexOf("/id/");
    return instance < 0 ? iri : iri.substring(instance + "/id/".length());
  }
}
