package io.controlgraph.api;

import io.controlgraph.api.openapi.Input;
import io.controlgraph.api.openapi.Offers;
import io.controlgraph.api.openapi.Operation;
import io.controlgraph.sparql.GraphFormat;
import io.controlgraph.sparql.GraphStoreEndpoint;
import java.util.List;
import java.util.Map;

/** The Graph Store HTTP Protocol: indirect at {@code /data}, direct at the graphs' own paths. */
final class GraphStoreRoutes implements Routes {
  private static final Map<String, Object> FILES =
      Map.of(
          "type",
          "object",
          "description",
          "Files of RDF, in parts of any name.",
          "additionalProperties",
          Map.of("type", "string", "format", "binary"));
  private static final String INDIRECT = "/data";
  private static final String GROUP = "Graph Store Protocol";
  private static final String DIRECT = "/graph/<path>";

  private final GraphStoreEndpoint endpoint;

  GraphStoreRoutes(GraphStoreEndpoint endpoint) {
    this.endpoint = endpoint;
  }

  @Override
  public void addTo(Api api) {
    add(
        api,
        INDIRECT,
        "Graph",
        Input.text("graph", "The IRI of the graph."),
        Input.flag("default", "The union of all graphs, to be read only."));
    add(
        api,
        DIRECT,
        "GraphAtItsPath",
        Input.path("path", "What follows /graph/ in its IRI; one without slashes."));
  }

  private void add(Api api, String path, String name, Input... which) {
    Offers offers = new Offers(GraphFormat.all());
    String[] rdf = new Offers(GraphFormat.forTriples()).mediaTypes().toArray(String[]::new);
    api.on(
        Operation.get(path, "get" + name, GROUP, "The triples of a graph")
            .lenient()
            .takes(which)
            .takes(offers.input(), Input.timeout())
            .tagged()
            .gives(200, "The triples.", offers.mediaTypes()),
        endpoint::get);
    api.on(write("PUT", path, "put" + name, "Replace a graph", which).sends(rdf), endpoint::put);
    api.on(
        write("POST", path, "post" + name, "Add to a graph, or make one", which)
            .sends(rdf)
            .sends("multipart/form-data", FILES),
        endpoint::post);
    api.on(write("DELETE", path, "delete" + name, "Delete a graph", which), endpoint::delete);
    api.on(
        write("PATCH", path, "patch" + name, "Update within a graph", which)
            .sends("application/sparql-update"),
        endpoint::patch);
  }

  private static Operation write(
      String method, String path, String id, String summary, Input... which) {
    return Operation.of(method, path, id, GROUP, summary)
        .lenient()
        .guarded()
        .takes(which)
        .takes(
            Input.text("author", "Who writes, for the history."),
            Input.text("message", "Why, for the history."),
            Input.timeout(),
            Input.header("If-Match", "The ETag under which the graph was read; 412 if it changed."),
            Input.header("If-None-Match", "* to make a graph only if there is none."))
        .gives(201, "The graph was made; Location tells where it is.", List.of())
        .gives(204, "It is done.", List.of());
  }
}
