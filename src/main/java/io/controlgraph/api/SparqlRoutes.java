package io.controlgraph.api;

import io.controlgraph.api.openapi.Input;
import io.controlgraph.api.openapi.Offers;
import io.controlgraph.api.openapi.Operation;
import io.controlgraph.sparql.AnswerFormat;
import io.controlgraph.sparql.GraphFormat;
import io.controlgraph.sparql.RowFormat;
import io.controlgraph.sparql.SparqlEndpoint;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The SPARQL endpoint. Some clients end its address with a slash. */
final class SparqlRoutes implements Routes {
  private static final String GROUP = "SPARQL";
  private static final List<AnswerFormat> FORMATS =
      Stream.concat(RowFormat.all().stream(), GraphFormat.all().stream()).toList();
  private static final Input[] DATASET = {
    Input.texts("default-graph-uri", "A graph of the default graph, in place of FROM."),
    Input.texts("named-graph-uri", "A named graph, in place of FROM NAMED.")
  };

  private final SparqlEndpoint endpoint;

  SparqlRoutes(SparqlEndpoint endpoint) {
    this.endpoint = endpoint;
  }

  @Override
  public void addTo(Api api) {
    add(api, "/sparql", "");
    add(api, "/sparql/", "AtSlash");
  }

  private void add(Api api, String path, String ending) {
    Offers offers = new Offers(FORMATS);
    Input[] options = {offers.input(), Input.timeout(), Input.origins()};
    api.on(
        Operation.get(
                path, "query" + ending, GROUP, "Ask in SPARQL; without a query, what is served")
            .lenient()
            .takes(Input.text("query", "A query of SPARQL 1.1."))
            .takes(DATASET)
            .takes(options)
            .tagged()
            .gives(200, "The answer.", offers.mediaTypes()),
        endpoint);
    api.on(
        Operation.of("POST", path, "queryOrUpdate" + ending, GROUP, "Ask or update in SPARQL")
            .lenient()
            .guardedWhereItWrites()
            .takes(DATASET)
            .takes(
                Input.texts("using-graph-uri", "For an update, in place of USING."),
                Input.texts("using-named-graph-uri", "For an update, in place of USING NAMED."),
                Input.text("author", "Who updates, for the history."),
                Input.text("message", "Why, for the history."))
            .takes(options)
            .sends("application/sparql-query", "application/sparql-update")
            .sends(
                "application/x-www-form-urlencoded",
                Map.of(
                    "type",
                    "object",
                    "properties",
                    Map.of("query", Map.of("type", "string"), "update", Map.of("type", "string"))))
            .gives(200, "The answer of a query.", offers.mediaTypes())
            .gives(204, "The update is done.", List.of()),
        endpoint);
  }
}
