package io.controlgraph.sparql;

import io.controlgraph.graph.Revision;
import io.controlgraph.graph.View;
import io.controlgraph.testing.Served;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.exec.RowSet;

/**
 * A process that serves a small store whose graphs are long: each statement is read many times
 * over. It prints its address and serves until its input ends.
 */
final class ServingChild {
  private ServingChild() {}

  /** Takes a folder, how many statements to store, and how many times a graph gives each. */
  public static void main(String[] args) throws IOException {
    int statements = Integer.parseInt(args[1]);
    int times = Integer.parseInt(args[2]);
    try (Served served =
        Served.in(
                Path.of(args[0]),
                Served.Recipe.PLAIN.withQuestions(Path.of(args[3])),
                store -> new ReadsSeen(store).through(view -> new Repeating(view, times)))
            .with(Fixture.many(statements))) {
      System.out.println(served.at("/"));
      while (System.in.read() >= 0) {
        Thread.onSpinWait();
      }
    }
  }

  private record Repeating(View view, int times) implements View {

    @Override
    public Stream<Quad> quads(Node graph, Node subject, Node predicate, Node object) {
      return IntStream.range(0, times)
          .boxed()
          .flatMap(time -> view.quads(graph, subject, predicate, object));
    }

    @Override
    public Revision revision() {
      return view.revision();
    }

    @Override
    public RowSet select(String sparql) {
      return view.select(sparql);
    }

    @Override
    public boolean ask(String sparql) {
      return view.ask(sparql);
    }

    @Override
    public void construct(String sparql, StreamRDF sink) {
      view.construct(sparql, sink);
    }
  }
}
