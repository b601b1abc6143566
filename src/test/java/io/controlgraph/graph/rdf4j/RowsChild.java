package io.controlgraph.graph.rdf4j;

import io.controlgraph.graph.Deadline;
import io.controlgraph.graph.GraphStore;
import io.controlgraph.graph.Scope;
import java.net.URI;
import java.time.Duration;
import org.apache.jena.sparql.exec.RowSet;

/** A process that reads all rows of a query from a server, and prints how many there are. */
final class RowsChild {
  private RowsChild() {}

  /** Takes the address for queries, and the query. */
  public static void main(String[] args) {
    try (GraphStore store = Servers.open(new ServerAddress(URI.create(args[0]), null))) {
      long begun = System.nanoTime();
      long count =
          store.<Long, RuntimeException>read(
              Scope.ALL,
              Deadline.after(Duration.ofMinutes(2)),
              view -> {
                long rows = 0;
                RowSet found = view.select(args[1]);
                while (found.hasNext()) {
                  found.next();
                  rows++;
                }
                return rows;
              });
      System.out.println(count);
      System.out.println(Duration.ofNanos(System.nanoTime() - begun).toMillis() + " ms");
    }
  }
}
