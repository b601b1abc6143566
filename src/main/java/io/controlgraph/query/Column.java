package io.controlgraph.query;

/**
 * A column of a question's answer.
 *
 * @param name the variable, without its question mark
 * @param type what its values are; a cell may also be empty
 */
public record Column(String name, ValueType type) {}
