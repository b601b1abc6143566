package io.controlgraph.query;

import java.time.LocalDate;

/**
 * What binding needs beside the arguments.
 *
 * @param day the effective day
 * @param baseIri the IRI that the store's instance IRIs begin with
 * @param names finds the nodes that arguments name
 */
public record BindContext(LocalDate day, String baseIri, NameResolver names) {}
