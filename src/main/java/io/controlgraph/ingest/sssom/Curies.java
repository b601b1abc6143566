package io.controlgraph.ingest.sssom;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.irix.IRIException;
import org.apache.jena.irix.IRIx;

/** The prefixes of one file, those that SSSOM builds in included. */
final class Curies {

  /** The prefixes that a file need not declare: SSSOM, introduction, "IRI prefixes". */
  static final Map<String, String> BUILT_IN =
      Map.of(
          "owl", "http://www.w3.org/2002/07/owl#",
          "rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
          "rdfs", "http://www.w3.org/2000/01/rdf-schema#",
          "semapv", "https://w3id.org/semapv/vocab/",
          "skos", "http://www.w3.org/2004/02/skos/core#",
          "sssom", "https://w3id.org/sssom/",
          "xsd", "http://www.w3.org/2001/XMLSchema#",
          "linkml", "https://w3id.org/linkml/");

  private final Map<String, String> prefixes;

  Curies(Map<String, String> declared) {
    this.prefixes = new HashMap<>(declared);
    this.prefixes.putAll(BUILT_IN);
  }

  /** The IRI that a CURIE stands for, or nothing when its prefix is not declared. */
  Optional<String> expand(String curie) {
    int colon = curie.indexOf(':');
    if (colon < 0) {
      return Optional.empty();
    }
    String start = prefixes.get(curie.substring(0, colon));
    return start == null
        ? Optional.empty()
        : Optional.of(start + curie.substring(colon + 1)).filter(Curies::isAbsolute);
  }

  /** Whether it has a scheme; unlike in RFC 3986, it may have a fragment. */
  static boolean isAbsolute(String iri) {
    try {
      return IRIx.create(iri).isReference();
    } catch (IRIException e) {
      return false;
    }
  }
}
