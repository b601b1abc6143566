package io.controlgraph.bench;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** What {@link ServerBench} can measure by itself. All of it takes an hour and more. */
enum Part {
  /** The index inside the process, by JMH. */
  INDEX,
  /** From the start of a process to its first answer. */
  START,
  /** Coverage, the dashboard and gaps. */
  FIGURES,
  /** Traces, impact, neighbours, paths and what-if. */
  TRACES,
  /** Every question of the catalogue through /sparql. */
  CATALOGUE,
  /** A write until answers show it, and readers beside a writer. */
  WRITES,
  /** The same at ten times the size. */
  GROWTH;

  /** Parts by their names in small letters, with commas between; all if the text is empty. */
  static Set<Part> of(String text) {
    return text.isBlank()
        ? EnumSet.allOf(Part.class)
        : Arrays.stream(text.split(",", -1))
            .map(name -> valueOf(name.strip().toUpperCase(Locale.ROOT)))
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(Part.class)));
  }
}
