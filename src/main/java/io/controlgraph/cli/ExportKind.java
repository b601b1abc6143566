package io.controlgraph.cli;

/** What can be exported. The names are the command's words. */
@SuppressWarnings("MemberName") // picocli shows and reads the constants' names
enum ExportKind {
  rdf
}
