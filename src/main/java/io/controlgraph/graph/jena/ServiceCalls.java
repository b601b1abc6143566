package io.controlgraph.graph.jena;

import io.controlgraph.graph.GraphFailure;
import io.controlgraph.graph.ServiceList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.util.Context;
import org.apache.jena.sparql.util.Symbol;

/** How an execution asks other servers. Each has one in its context. */
@FunctionalInterface
interface ServiceCalls {
  /** Under which it is in the context. */
  Symbol KEY = Symbol.create("https://w3id.org/controlgraph/serviceCalls");

  /** Asks nobody. */
  ServiceCalls NONE =
      (service, query, here) -> {
        throw ServiceList.refused(service);
      };

  /**
   * Sends a query and waits for all rows, which are held.
   *
   * @param service the name of the endpoint, as the query has it
   * @param query a SELECT
   * @param here what is held of each row
   * @throws GraphFailure.ServiceRefused if it may not be asked
   * @throws GraphFailure.ServiceFailed if it gives no rows, or more than are taken
   * @throws GraphFailure.DeadlineExceeded if it does not until the deadline
   */
  List<Binding> ask(Node service, String query, UnaryOperator<Binding> here);

  /** That of an execution; one without asks nobody. */
  static ServiceCalls of(Context context) {
    ServiceCalls own = context.get(KEY);
    return own == null ? NONE : own;
  }
}
