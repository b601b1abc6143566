package io.controlgraph.api;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Handler;

/** Some routes of the server. */
interface Routes {
  void addTo(RoutesConfig routes);

  /** What is answered to GET, and to HEAD with the same headers. */
  static void read(RoutesConfig routes, String path, Handler handler) {
    routes.get(path, handler).head(path, handler);
  }
}
