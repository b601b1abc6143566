package io.controlgraph.bench;

import io.controlgraph.graph.Deadline;
import io.controlgraph.graph.GraphStore;
import io.controlgraph.graph.Scope;
import io.controlgraph.ingest.ImportOptions;
import io.controlgraph.ingest.Progress;
import io.controlgraph.ingest.csv.CsvImporter;
import io.controlgraph.ingest.reference.SampleOrganisations;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.stream.Stream;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.DCTerms;

/**
 * Many organisations, made of the samples: each a copy with IRIs of its own, in two named graphs of
 * its own, its dates moved by up to two months either way. The same seed gives the same quads.
 */
final class Replicas {
  private static final int FARTHEST_MOVE = 60;
  private static final int AT_ONCE = 20;

  private final GraphStore store;
  private final long seed;
  private final Random random;
  private final Map<String, List<Quad>> samples;

  /**
   * Reads the samples.
   *
   * @param store the store to fill
   * @param scratch a store to read the samples in
   */
  Replicas(GraphStore store, GraphStore scratch, long seed) throws IOException {
    this(store, seed, new TreeMap<>());
    new CsvImporter(scratch, Clock.systemUTC())
        .run(
            SampleOrganisations.files(),
            ImportOptions.of("bench", "Import the samples"),
            Progress.NONE);
    String graphs = scratch.baseIri() + "graph/";
    scratch.read(
        Scope.ALL,
        Deadline.after(Duration.ofMinutes(5)),
        view -> {
          try (Stream<Quad> quads = view.quads(Node.ANY, Node.ANY, Node.ANY, Node.ANY)) {
            quads
                .filter(quad -> quad.getGraph().getURI().startsWith(graphs))
                .forEach(
                    quad -> {
                      String rest = quad.getGraph().getURI().substring(graphs.length());
                      samples
                          .computeIfAbsent(
                              rest.substring(0, rest.indexOf('/')), name -> new ArrayList<>())
                          .add(quad);
                    });
          }
          return samples.size();
        });
  }

  private Replicas(GraphStore store, long seed, Map<String, List<Quad>> samples) {
    this.store = store;
    this.seed = seed;
    this.random = new Random(seed);
    this.samples = samples;
  }

  /** The same organisations, with the same dates, for another store of the same base IRI. */
  Replicas into(GraphStore other) {
    return new Replicas(other, seed, samples);
  }

  /**
   * Fills the store.
   *
   * @param count how many organisations
   * @return how many quads were written
   */
  long write(int count) {
    return write(count, number -> true);
  }

  /**
   * Fills the store with some of them.
   *
   * @param count how many organisations there are in all
   * @param which the numbers, from 0, of those to write
   * @return how many quads were written
   */
  long write(int count, IntPredicate which) {
    long written = 0;
    for (int first = 0; first < count; first += AT_ONCE) {
      List<Quad> batch = new ArrayList<>();
      for (int i = first; i < Math.min(count, first + AT_ONCE); i++) {
        int days = random.nextInt(2 * FARTHEST_MOVE + 1) - FARTHEST_MOVE;
        if (which.test(i)) {
          batch.addAll(copy(sampleOf(i), i, days));
        }
      }
      store.write("bench", "Add organisations", transaction -> batch.forEach(transaction::add));
      written += batch.size();
    }
    return written;
  }

  private List<Quad> copy(String name, int number, int days) {
    List<Node> graphs = new ArrayList<>();
    for (int i = 1; i <= 2; i++) {
      graphs.add(
          NodeFactory.createURI("%sgraph/%s-%d/%d".formatted(store.baseIri(), name, number, i)));
    }
    return copy(name, number, days, graphs);
  }

  /** What the organisation of a number is called, which is a copy of a sample. */
  String name(int number) {
    return sampleOf(number) + "-" + number;
  }

  private String sampleOf(int number) {
    return List.copyOf(samples.keySet()).get(number % samples.size());
  }

  /** The organisation of a number, spread over some graphs, its dates moved by so many days. */
  List<Quad> copy(int number, int days, List<Node> graphs) {
    return copy(sampleOf(number), number, days, graphs);
  }

  private List<Quad> copy(String name, int number, int days, List<Node> graphs) {
    Map<Node, Node> known = new HashMap<>();
    List<Quad> copies = new ArrayList<>();
    for (Quad quad : samples.get(name)) {
      copies.add(
          Quad.create(
              graphs.get(Math.floorMod(quad.getGraph().getURI().hashCode(), graphs.size())),
              known.computeIfAbsent(quad.getSubject(), node -> copy(node, name, number, days)),
              quad.getPredicate(),
              isNameOf(name, quad)
                  ? NodeFactory.createLiteralString(name + "-" + number)
                  : known.computeIfAbsent(
                      quad.getObject(), node -> copy(node, name, number, days))));
    }
    return copies;
  }

  private boolean isNameOf(String name, Quad quad) {
    return quad.getPredicate().equals(DCTerms.identifier.asNode())
        && quad.getSubject().getURI().endsWith("/organisations/" + name);
  }

  private Node copy(Node node, String name, int number, int days) {
    if (node.isURI()) {
      for (String path : List.of("id/", "graph/")) {
        String prefix = store.baseIri() + path + name + "/";
        if (node.getURI().startsWith(prefix)) {
          return NodeFactory.createURI(
              "%s%s%s-%d/%s"
                  .formatted(store.baseIri(), path, name, number, own(node, prefix, name, number)));
        }
      }
    } else if (node.isLiteral() && XSDDatatype.XSDdate.equals(node.getLiteralDatatype())) {
      LocalDate moved = LocalDate.parse(node.getLiteralLexicalForm()).plusDays(days);
      return NodeFactory.createLiteralDT(moved.toString(), XSDDatatype.XSDdate);
    }
    return node;
  }

  /** An organisation's own IRI ends in its name. */
  private static String own(Node node, String prefix, String name, int number) {
    String rest = node.getURI().substring(prefix.length());
    return rest.equals("organisations/" + name) ? rest + "-" + number : rest;
  }
}
