package io.controlgraph.sparql;

import io.controlgraph.graph.Update;
import org.jspecify.annotations.Nullable;

/**
 * An update as the SPARQL 1.1 Protocol hands it over.
 *
 * @param update the operations, with {@code using-graph-uri} and {@code using-named-graph-uri}
 * @param timeout the {@code timeout} parameter
 * @param author the {@code author} parameter: who the revision is by
 * @param message the {@code message} parameter: why, in a line
 */
record UpdateRequest(
    Update update, @Nullable String timeout, @Nullable String author, @Nullable String message)
    implements SparqlRequest {}
