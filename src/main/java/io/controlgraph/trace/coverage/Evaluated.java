package io.controlgraph.trace.coverage;

/** An evaluation of a risk of an organisation. All are numbers of the index. */
public record Evaluated(int organisation, int risk, int evaluation) {}
