package io.controlgraph.sparql;

import java.util.List;

/** A form in which paths, traces and impact are written. */
public enum TraceFormat implements AnswerFormat {
  JSON,
  TURTLE,
  NTRIPLES,
  DOT,
  MERMAID;

  /** All of them, the one for a client without a wish first. */
  public static List<AnswerFormat> all() {
    return List.of(values());
  }

  @Override
  public List<String> names() {
    return switch (this) {
      case JSON -> List.of("json");
      case TURTLE -> List.of("turtle", "ttl");
      case NTRIPLES -> List.of("ntriples", "nt");
      case DOT -> List.of("dot");
      case MERMAID -> List.of("mermaid");
    };
  }

  @Override
  public List<String> mediaTypes() {
    return switch (this) {
      case JSON -> List.of("application/json");
      case TURTLE -> List.of("text/turtle");
      case NTRIPLES -> List.of("application/n-triples");
      case DOT -> List.of("text/vnd.graphviz");
      case MERMAID -> List.of("application/vnd.mermaid");
    };
  }
}
