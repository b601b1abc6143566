package io.controlgraph.cli;

/** How a command prints a report. The names are the words of {@code --format}. */
@SuppressWarnings("MemberName") // picocli shows and reads the constants' names
enum ReportFormat {
  text,
  json
}
