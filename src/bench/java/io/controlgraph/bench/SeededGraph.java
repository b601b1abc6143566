package io.controlgraph.bench;

import io.controlgraph.vocab.Cg;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;

/**
 * Organisations of a seed in 200 named graphs, as uneven as real ones: some keep up their evidence
 * and some do not, graphs are of very different sizes, a few services are used by nearly everybody,
 * and data is derived from data over many steps. The same seed gives the same quads.
 *
 * <p>Each organisation is a copy of a sample, so that everything in it is as the ontology has it.
 */
final class SeededGraph {
  /** How many named graphs there are. */
  static final int GRAPHS = 200;

  private static final int FARTHEST_MOVE = 60;
  private static final int NEGLECTED_PERCENT = 15;
  private static final int NEGLECTED_FOR = 300;
  private static final int HUBS = 20;
  private static final int USES_OF_HUBS = 12;
  private static final int LONGEST_CHAIN = 40;

  private final Replicas replicas;
  private final String baseIri;
  private final Random random;

  SeededGraph(Replicas replicas, String baseIri, long seed) {
    this.replicas = replicas;
    this.baseIri = baseIri;
    this.random = new Random(seed);
  }

  /**
   * Gives the quads of so many organisations.
   *
   * @return how many quads there were
   */
  long write(int organisations, Consumer<Quad> out) {
    long[] count = new long[1];
    Consumer<Quad> counted =
        quad -> {
          count[0]++;
          out.accept(quad);
        };
    hubs(counted);
    for (int number = 0; number < organisations; number++) {
      List<Node> graphs = graphs(number, organisations);
      List<Quad> own = replicas.copy(number, days(), graphs);
      own.forEach(counted);
      more(number, graphs.get(0), own, counted);
    }
    return count[0];
  }

  /** Most dates lie around the day that is asked about; what is neglected ended long ago. */
  private int days() {
    int moved = random.nextInt(2 * FARTHEST_MOVE + 1) - FARTHEST_MOVE;
    return random.nextInt(100) < NEGLECTED_PERCENT ? moved - NEGLECTED_FOR : moved;
  }

  /** The first graphs have an organisation's share each; what comes later prefers some graphs. */
  private List<Node> graphs(int number, int organisations) {
    int each = Math.max(2, GRAPHS / organisations);
    return IntStream.range(number * each, (number + 1) * each)
        .map(graph -> graph < GRAPHS ? graph : skewed(GRAPHS))
        .mapToObj(graph -> NodeFactory.createURI(baseIri + "graph/bench/" + graph))
        .toList();
  }

  /** Less than a bound, and small far more often than large. */
  private int skewed(int bound) {
    double drawn = random.nextDouble();
    return (int) (bound * drawn * drawn * drawn);
  }

  private void hubs(Consumer<Quad> out) {
    Node graph = NodeFactory.createURI(baseIri + "graph/bench/0");
    for (int i = 0; i < HUBS; i++) {
      out.accept(quad(graph, hub(i), RDF.type.asNode(), Cg.term("Service")));
      out.accept(quad(graph, hub(i), RDFS.label.asNode(), text("Shared service " + i)));
    }
  }

  private Node hub(int number) {
    return NodeFactory.createURI(baseIri + "id/shared/SVC-" + number);
  }

  private void more(int number, Node graph, List<Quad> own, Consumer<Quad> out) {
    List<Node> assets = ofTypes(own, Cg.AI_SYSTEM, Cg.DATASET, Cg.MODEL);
    for (int i = 0; i < USES_OF_HUBS; i++) {
      Node asset = assets.get(random.nextInt(assets.size()));
      out.accept(quad(graph, asset, Cg.term("dependsOn"), hub(skewed(HUBS))));
    }
    Node from = assets.get(random.nextInt(assets.size()));
    Node organisation = ofTypes(own, Cg.ORGANISATION).get(0);
    int length = 2 + skewed(LONGEST_CHAIN);
    for (int i = 1; i <= length; i++) {
      Node next =
          NodeFactory.createURI("%sid/%s/LINEAGE-%d".formatted(baseIri, replicas.name(number), i));
      out.accept(quad(graph, next, RDF.type.asNode(), Cg.DATASET));
      out.accept(quad(graph, next, RDFS.label.asNode(), text("Lineage step " + i)));
      out.accept(quad(graph, next, Cg.IN_ORGANISATION, organisation));
      out.accept(quad(graph, from, Cg.term("derivedFrom"), next));
      from = next;
    }
  }

  private static List<Node> ofTypes(List<Quad> quads, Node... types) {
    List<Node> found = new ArrayList<>();
    for (Quad quad : quads) {
      if (quad.getPredicate().equals(RDF.type.asNode())
          && List.of(types).contains(quad.getObject())) {
        found.add(quad.getSubject());
      }
    }
    return found;
  }

  private static Node text(String text) {
    return NodeFactory.createLiteralString(text);
  }

  private static Quad quad(Node graph, Node subject, Node property, Node object) {
    return Quad.create(graph, subject, property, object);
  }
}
