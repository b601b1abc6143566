package io.controlgraph.graph.jena;

import java.util.Map;
import org.apache.jena.query.ARQ;
import org.apache.jena.sparql.ARQConstants;
import org.apache.jena.sparql.algebra.optimize.RewriteFactory;
import org.apache.jena.sparql.engine.main.OpExecutorFactory;
import org.apache.jena.sparql.function.FunctionRegistry;
import org.apache.jena.sparql.service.ServiceExecutorRegistry;
import org.apache.jena.sparql.util.Symbol;
import org.apache.jena.tdb2.TDB2;

/** What Jena is told for each query and each update. */
final class Settings {
  private static final FunctionRegistry FUNCTIONS = new ClosedFunctions();
  private static final RewriteFactory OPTIMIZER = SubSelectsOnce::new;

  private Settings() {}

  /**
   * The settings. Jena's own ways to other servers, and what others may have registered, are off:
   * {@link StoreExecutor} goes by {@link ServiceCalls} alone.
   *
   * @param union whether TDB2 makes the union of all graphs the default graph
   * @param services how other servers are asked
   * @param executor evaluates the queries
   */
  static Map<Symbol, Object> of(boolean union, ServiceCalls services, OpExecutorFactory executor) {
    return Map.of(
        ServiceCalls.KEY,
        services,
        ARQ.httpServiceAllowed,
        false,
        ARQConstants.registryServiceExecutors,
        new ServiceExecutorRegistry(),
        ARQ.enablePropertyFunctions,
        false,
        ARQConstants.registryFunctions,
        FUNCTIONS,
        ARQConstants.sysOptimizerFactory,
        OPTIMIZER,
        ARQConstants.sysOpExecutorFactory,
        executor,
        TDB2.symUnionDefaultGraph,
        union);
  }
}
