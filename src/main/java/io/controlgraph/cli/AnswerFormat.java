package io.controlgraph.cli;

/** How a command prints an answer. The names are the words of {@code --format}. */
@SuppressWarnings("MemberName") // picocli shows and reads the constants' names
enum AnswerFormat {
  table("application/sparql-results+json, text/turtle;q=0.9"),
  csv("text/csv"),
  tsv("text/tab-separated-values"),
  json("application/sparql-results+json, application/ld+json;q=0.9"),
  xml("application/sparql-results+xml, application/rdf+xml;q=0.9"),
  turtle("text/turtle");

  private final String accept;

  AnswerFormat(String accept) {
    this.accept = accept;
  }

  /** What to ask the server for. */
  String accept() {
    return accept;
  }
}
