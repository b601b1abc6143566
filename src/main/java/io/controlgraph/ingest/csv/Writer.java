package io.controlgraph.ingest.csv;

import io.controlgraph.graph.Transaction;
import io.controlgraph.vocab.Cg;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;

/**
 * Brings source graphs to what rows say, subject by subject.
 *
 * <p>Where a thing came from is written only when what is said of it changes. So it names the row
 * that last changed it, and a file of which rows have only moved changes nothing.
 */
final class Writer {
  private final Transaction transaction;
  private final Names names;
  private final Settings settings;
  private final Map<Node, Pool> touched = new LinkedHashMap<>();

  /**
   * What holds for the whole import.
   *
   * @param replace whether things in no row any more are removed
   * @param author who imports
   * @param at when
   */
  record Settings(boolean replace, String author, Instant at) {}

  Writer(Transaction transaction, Names names, Settings settings) {
    this.transaction = transaction;
    this.names = names;
    this.settings = settings;
  }

  /** Makes the statements of the row's thing those of the row. */
  void write(Pool pool, Statements.OfRow said, Counts counts) {
    Node graph = names.graph(pool.organisation(), pool.kind().name());
    if (!said.thing().inGraph()) {
      said.content().forEach(triple -> transaction.add(Quad.create(graph, triple)));
      said.provenance().forEach(triple -> transaction.add(Quad.create(graph, triple)));
      counts.added();
      touched.put(graph, pool);
      return;
    }
    List<Quad> before = quads(graph, said.thing().node());
    Set<Triple> content = new HashSet<>();
    for (Quad quad : before) {
      if (!isProvenance(quad.getPredicate())) {
        content.add(quad.asTriple());
      }
    }
    if (content.equals(said.content())) {
      counts.unchanged();
      return;
    }
    Set<Triple> after = new HashSet<>(said.content());
    after.addAll(said.provenance());
    bring(graph, before, after);
    counts.changed();
    touched.put(graph, pool);
  }

  /** Removes everything that the source graph says of the thing. */
  void remove(Pool pool, Thing thing, Counts counts) {
    Node graph = names.graph(pool.organisation(), pool.kind().name());
    quads(graph, thing.node()).forEach(transaction::delete);
    counts.removed();
    touched.put(graph, pool);
  }

  /** Says of each graph that was changed whose it is, who changed it and when. */
  void describeGraphs() {
    touched.forEach(
        (graph, pool) -> {
          List<Quad> before = quads(graph, graph);
          Node now = NodeFactory.createLiteralDT(settings.at().toString(), XSDDatatype.XSDdateTime);
          Set<Triple> after = new HashSet<>();
          after.add(Triple.create(graph, RDF.Nodes.type, Cg.SOURCE_GRAPH));
          after.add(
              Triple.create(graph, Cg.IN_ORGANISATION, names.organisation(pool.organisation())));
          after.add(text(graph, Cg.SOURCE_KIND, pool.kind().name()));
          after.add(text(graph, Cg.SOURCE_AGENT, settings.author()));
          after.add(Triple.create(graph, Terms.MODIFIED, now));
          Node created =
              before.stream()
                  .filter(quad -> quad.getPredicate().equals(Terms.CREATED))
                  .map(Quad::getObject)
                  .findFirst()
                  .orElse(now);
          after.add(Triple.create(graph, Terms.CREATED, created));
          bring(graph, before, after);
        });
  }

  private static Triple text(Node subject, Node property, String text) {
    return Triple.create(subject, property, NodeFactory.createLiteralString(text));
  }

  private void bring(Node graph, List<Quad> before, Set<Triple> after) {
    for (Quad quad : before) {
      if (!after.contains(quad.asTriple())) {
        transaction.delete(quad);
      }
    }
    after.forEach(triple -> transaction.add(Quad.create(graph, triple)));
  }

  private List<Quad> quads(Node graph, Node subject) {
    try (Stream<Quad> quads = transaction.quads(graph, subject, Node.ANY, Node.ANY)) {
      return quads.toList();
    }
  }

  static boolean isProvenance(Node property) {
    return property.equals(Cg.SOURCE_FILE) || property.equals(Cg.SOURCE_ROW);
  }
}
