package io.controlgraph.cli;

/** What coverage is summed up by. The names are the words of {@code --by}. */
@SuppressWarnings("MemberName") // picocli shows and reads the constants' names
enum CoverageGrouping {
  framework,
  organisation,
  theme,
  requirement,
  target,
  kind,
  matrix,
  owner,
  unit
}
