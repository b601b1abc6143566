package io.controlgraph.trace.crosswalk;

/**
 * A mapping that is followed. All are numbers of the index.
 *
 * @param mapping the mapping
 * @param from where it is followed from
 * @param to what it leads to
 * @param predicate its predicate, as it is stated from its subject to its object
 * @param isForward whether it is followed from its subject to its object
 * @param match how it reads in the direction in which it is followed
 */
public record Hop(int mapping, int from, int to, int predicate, boolean isForward, Match match) {}
