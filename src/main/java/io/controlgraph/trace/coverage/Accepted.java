package io.controlgraph.trace.coverage;

/** A valid acceptance of what remains of a risk. All are numbers of the index. */
public record Accepted(int organisation, int risk, int evaluation, int acceptance) {}
