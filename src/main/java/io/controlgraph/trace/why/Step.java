package io.controlgraph.trace.why;

import io.controlgraph.trace.coverage.Rung;

/**
 * A rung of the ladder and whether a cell has reached it.
 *
 * @param part reached if it and all rungs below hold
 */
public record Step(Rung rung, Part part) {}
