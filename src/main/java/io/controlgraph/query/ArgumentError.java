package io.controlgraph.query;

/**
 * An argument that cannot be taken.
 *
 * @param parameter the name as it was given, or of the parameter that lacks one
 * @param message what is wrong and what was expected
 */
public record ArgumentError(String parameter, String message) {}
