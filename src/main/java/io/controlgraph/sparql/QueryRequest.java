package io.controlgraph.sparql;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A query as the SPARQL 1.1 Protocol hands it over.
 *
 * @param text the query
 * @param defaultGraphs {@code default-graph-uri}; with the named graphs it replaces FROM
 * @param namedGraphs {@code named-graph-uri}
 * @param format the {@code format} parameter
 * @param timeout the {@code timeout} parameter
 * @param origins whether each row shall say which members of a federation it came from
 */
record QueryRequest(
    String text,
    List<String> defaultGraphs,
    List<String> namedGraphs,
    @Nullable String format,
    @Nullable String timeout,
    boolean origins)
    implements SparqlRequest {
  QueryRequest {
    defaultGraphs = List.copyOf(defaultGraphs);
    namedGraphs = List.copyOf(namedGraphs);
  }
}
