package io.controlgraph.graph.jena;

import java.util.Iterator;
import org.apache.jena.sparql.function.FunctionFactory;
import org.apache.jena.sparql.function.FunctionRegistry;
import org.jspecify.annotations.Nullable;

/**
 * The functions a query may call: those that Jena has registered, and none that it would load by
 * the name of a Java class, for among these are some that wait, print or look around.
 */
final class ClosedFunctions extends FunctionRegistry {

  ClosedFunctions() {
    FunctionRegistry standard = FunctionRegistry.standardRegistry();
    for (Iterator<String> names = standard.keys(); names.hasNext(); ) {
      String name = names.next();
      put(name, standard.get(name));
    }
  }

  @Override
  public @Nullable FunctionFactory get(String uri) {
    return isRegistered(uri) ? super.get(uri) : null;
  }
}
