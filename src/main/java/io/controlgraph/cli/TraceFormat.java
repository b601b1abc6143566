package io.controlgraph.cli;

/** How paths, traces and impact are printed. The names are the words of {@code --format}. */
@SuppressWarnings("MemberName") // picocli shows and reads the constants' names
enum TraceFormat {
  text("application/json"),
  json("application/json"),
  dot("text/vnd.graphviz"),
  mermaid("application/vnd.mermaid"),
  turtle("text/turtle");

  private final String accept;

  TraceFormat(String accept) {
    this.accept = accept;
  }

  /** What to ask the server for. */
  String accept() {
    return accept;
  }
}
