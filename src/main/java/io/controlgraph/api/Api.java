package io.controlgraph.api;

import io.controlgraph.api.openapi.Operation;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Handler;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * All that the server answers: each operation is declared, and so described, where it is served.
 */
final class Api {
  private final RoutesConfig routes;
  private final List<Supplier<List<Operation>>> declared = new ArrayList<>();

  Api(RoutesConfig routes) {
    this.routes = routes;
  }

  /** Serves an operation; one that is got is answered to HEAD too, with the same headers. */
  void on(Operation operation, Handler handler) {
    declared.add(() -> List.of(operation));
    serve(
        operation.method(),
        operation.path(),
        ctx -> {
          operation.check(ctx.queryString());
          handler.handle(ctx);
        });
  }

  /** Serves reads that are told apart by their paths, and hold to their parameters themselves. */
  void onEach(String path, Supplier<List<Operation>> operations, Handler handler) {
    declared.add(operations);
    serve("GET", path, handler);
  }

  /** All that is served, as declared. */
  List<Operation> operations() {
    return declared.stream().flatMap(each -> each.get().stream()).toList();
  }

  private void serve(String method, String path, Handler handler) {
    switch (method) {
      case "GET" -> routes.get(path, handler).head(path, handler);
      case "POST" -> routes.post(path, handler);
      case "PUT" -> routes.put(path, handler);
      case "PATCH" -> routes.patch(path, handler);
      case "DELETE" -> routes.delete(path, handler);
      default -> throw new IllegalArgumentException(method);
    }
  }
}
