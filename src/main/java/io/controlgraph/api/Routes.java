package io.controlgraph.api;

import io.javalin.config.RoutesConfig;

/** Some routes of the server. */
interface Routes {
  void addTo(RoutesConfig routes);
}
