package io.controlgraph.graph.rdf4j.fedx;

import io.controlgraph.graph.Deadline;
import io.controlgraph.graph.GraphStore;
import io.controlgraph.graph.Scope;
import io.controlgraph.graph.View;
import io.controlgraph.graph.jena.StoreOptions;
import io.controlgraph.graph.jena.Tdb2GraphStore;
import io.controlgraph.testing.Served;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.graph.GraphFactory;

/** A federation for tests, and what it says. */
final class Members {
  static final String PREFIXES = "PREFIX : <http://example.org/>\n";

  private Members() {}

  /** A federation whose local store is empty and no member. */
  static GraphStore federation(Path folder, String... lines) {
    Path file = folder.resolve("federation.conf");
    try {
      Files.write(file, List.of(lines));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return FedxGraphStore.open(
        file,
        Tdb2GraphStore.open(
            folder.resolve("local"),
            new StoreOptions(Served.BASE, GraphFactory::createDefaultGraph)));
  }

  static String member(String name, Served served) {
    return "member." + name + ".query = " + served.at("/sparql");
  }

  static <T> T read(GraphStore store, Function<View, T> work) {
    return store.read(Scope.ALL, Deadline.after(Duration.ofSeconds(20)), work::apply);
  }

  /** The rows of a query, sorted, the cells of each between spaces. */
  static List<String> rows(GraphStore store, String sparql) {
    return read(store, view -> rows(view, sparql));
  }

  static List<String> rows(View view, String sparql) {
    List<String> rows = new ArrayList<>();
    RowSet set = view.select(PREFIXES + sparql);
    set.forEachRemaining(
        row ->
            rows.add(
                set.getResultVars().stream()
                    .map(variable -> text(row.get(variable)))
                    .collect(Collectors.joining(" "))));
    rows.sort(null);
    return rows;
  }

  static List<Var> variables(View view, String sparql) {
    return view.select(PREFIXES + sparql).getResultVars();
  }

  static String text(@org.jspecify.annotations.Nullable Node node) {
    if (node == null) {
      return "-";
    }
    return node.isURI()
        ? node.getURI().substring(node.getURI().lastIndexOf('/') + 1)
        : node.getLiteralLexicalForm();
  }
}
