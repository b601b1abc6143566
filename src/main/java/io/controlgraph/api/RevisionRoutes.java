package io.controlgraph.api;

import io.controlgraph.graph.GraphStore;
import io.controlgraph.graph.Revision;
import io.controlgraph.security.Refusal;
import io.controlgraph.sparql.Parameters;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.Map;

/** The history: what was committed, when, by whom and why. */
final class RevisionRoutes implements Routes {
  private static final int USUAL = 50;
  private static final int MOST = 1000;

  private final GraphStore store;

  RevisionRoutes(GraphStore store) {
    this.store = store;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    Routes.read(routes, "/api/v1/revisions", this::list);
    Routes.read(routes, "/api/v1/revisions/{number}", this::one);
  }

  private void list(Context ctx) {
    Parameters parameters = Parameters.parse(ctx.queryString());
    long newest = store.revision().number();
    long from = Math.min(newest, parameters.number("from", 0, newest));
    int limit = (int) Math.min(MOST, parameters.number("limit", 1, USUAL));
    Json.send(
        ctx.header("ControlGraph-Revision", Long.toString(newest)),
        Map.of("revisions", store.log().list(from, limit)));
  }

  private void one(Context ctx) {
    String number = ctx.pathParam("number");
    List<Revision> found =
        number.matches("[1-9]\\d{0,17}") ? store.log().list(Long.parseLong(number), 1) : List.of();
    if (found.isEmpty() || !Long.toString(found.get(0).number()).equals(number)) {
      throw new Refusal(404, "no-such-revision", "There is no revision " + number + ".");
    }
    Json.send(ctx, found.get(0));
  }
}
