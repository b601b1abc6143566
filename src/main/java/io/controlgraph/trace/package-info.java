/**
 * Answers about traceability from an index in memory: coverage, traces, paths, impact.
 *
 * <p>Where a question of the catalogue has the same answer, the question says what the answer
 * means, and tests hold the index to it row by row.
 */
@org.jspecify.annotations.NullMarked
package io.controlgraph.trace;
