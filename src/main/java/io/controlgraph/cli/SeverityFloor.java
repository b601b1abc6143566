package io.controlgraph.cli;

/** From which severity on a gate fails. The names are the words of {@code --fail-on}. */
@SuppressWarnings("MemberName") // picocli shows and reads the constants' names
enum SeverityFloor {
  low,
  medium,
  high,
  critical
}
