package io.controlgraph.graph.jena;

import static io.controlgraph.graph.Quads.iri;

import io.controlgraph.graph.WriteOutcome;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;

/**
 * A process that commits as fast as it can, until it is killed or nobody listens any more. It
 * prints the number of each revision once it has been told that it is committed.
 *
 * <p>Revision n adds {@link #QUADS} quads about n, and removes those that n - 1 added but one.
 */
final class CommittingChild {
  static final int QUADS = 4;

  static final String READY = "ready";
  static final String COMMITTED = "committed ";

  private CommittingChild() {}

  public static void main(String[] args) {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    try (Tdb2GraphStore store = open(Path.of(args[0]))) {
      out.println(READY);
      while (!out.checkError()) {
        long number = store.revision().number() + 1;
        WriteOutcome outcome =
            store.write(
                "child",
                "number " + number,
                transaction -> {
                  for (int i = 0; i < QUADS; i++) {
                    transaction.add(quad(number, i));
                    if (i > 0) {
                      transaction.delete(quad(number - 1, i));
                    }
                  }
                });
        if (outcome instanceof WriteOutcome.Committed committed) {
          out.println(COMMITTED + committed.revision().number());
        }
      }
    }
  }

  /** Compacts again and again, so that the child is killed in the middle of that too. */
  static Tdb2GraphStore open(Path data) {
    return Tdb2GraphStore.open(
        data,
        new StoreOptions(
            "http://localhost/",
            GraphFactory::createDefaultGraph,
            new CompactionPolicy(8L << 20, 1)));
  }

  static Quad quad(long number, int i) {
    return Quad.create(
        iri("g" + i),
        iri("n" + number),
        iri("p" + i),
        NodeFactory.createLiteralString(number + "/" + i));
  }
}
