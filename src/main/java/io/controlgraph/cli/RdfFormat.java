package io.controlgraph.cli;

/** How RDF is written. The names are the words of {@code --format}. */
@SuppressWarnings("MemberName") // picocli shows and reads the constants' names
enum RdfFormat {
  turtle,
  trig,
  nquads,
  jsonld,
  rdfxml
}
