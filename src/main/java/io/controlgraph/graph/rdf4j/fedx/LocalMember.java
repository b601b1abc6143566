package io.controlgraph.graph.rdf4j.fedx;

import io.controlgraph.graph.Deadline;
import io.controlgraph.graph.GraphStore;
import io.controlgraph.graph.Scope;
import io.controlgraph.graph.View;
import io.controlgraph.graph.rdf4j.Terms;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.RowSet;
import org.eclipse.rdf4j.common.iteration.CloseableIteration;
import org.eclipse.rdf4j.common.iteration.CloseableIteratorIteration;
import org.eclipse.rdf4j.query.BindingSet;
import org.eclipse.rdf4j.query.impl.MapBindingSet;

/**
 * A member that is the store of this process. Its rows are read to the end at once, unless they are
 * followed, since a view is for one thread.
 */
record LocalMember(String name, GraphStore store) implements Member {
  @Override
  public String where() {
    return "the local store";
  }

  @Override
  public CloseableIteration<BindingSet> rows(String query, Deadline deadline) {
    return new CloseableIteratorIteration<>(
        store.read(Scope.ALL, deadline, view -> all(view, query)).iterator());
  }

  private static List<BindingSet> all(View view, String query) {
    List<BindingSet> all = new ArrayList<>();
    view.select(query).forEachRemaining(each -> all.add(row(each)));
    return all;
  }

  @Override
  public void follow(String query, Deadline deadline, Consumer<BindingSet> taker) {
    store.read(
        Scope.ALL,
        deadline,
        view -> {
          RowSet rows = view.select(query);
          rows.forEachRemaining(each -> taker.accept(row(each)));
          return rows.getRowNumber();
        });
  }

  private static BindingSet row(Binding binding) {
    MapBindingSet row = new MapBindingSet();
    binding.forEach((variable, node) -> row.addBinding(variable.getVarName(), Terms.value(node)));
    return row;
  }

  /** The store is not the federation's to close as a member; see {@link FedxGraphStore}. */
  @Override
  public void close() {
    // Whoever handed the store over keeps it.
  }
}
