package io.controlgraph.api;

import io.controlgraph.sparql.GraphStoreEndpoint;
import io.javalin.config.RoutesConfig;

/** The Graph Store HTTP Protocol: indirect at {@code /data}, direct at the graphs' own paths. */
final class GraphStoreRoutes implements Routes {
  private static final String INDIRECT = "/data";
  private static final String DIRECT = "/graph/<path>";

  private final GraphStoreEndpoint endpoint;

  GraphStoreRoutes(GraphStoreEndpoint endpoint) {
    this.endpoint = endpoint;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    for (String path : new String[] {INDIRECT, DIRECT}) {
      Routes.read(routes, path, endpoint::get);
      routes.put(path, endpoint::put);
      routes.post(path, endpoint::post);
      routes.delete(path, endpoint::delete);
      routes.patch(path, endpoint::patch);
    }
  }
}
