package io.controlgraph.query;

import io.controlgraph.vocab.Cg;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;

/**
 * Some graphs of odd shape, each of one organisation, with a few statements from one to another: so
 * that most changes concern one organisation, and some concern others in roundabout ways.
 */
final class OddWorlds {
  private static final int WORLDS = 4;
  private static final String EXAMPLE = "http://example.org/";

  private final Random random;
  private final List<Quad> quads;

  OddWorlds(int seed) {
    this.random = new Random(seed);
    Set<Quad> all = new LinkedHashSet<>();
    for (int world = 0; world < WORLDS; world++) {
      all.addAll(world(seed * WORLDS + world, world));
    }
    this.quads = new ArrayList<>(all);
  }

  List<Quad> quads() {
    return quads;
  }

  private List<Quad> world(int seed, int world) {
    Node organisation = node("org", world);
    List<Quad> own =
        Stream.concat(new OddGraph(seed).quads().stream(), new OddRisks(seed).quads().stream())
            .map(
                quad ->
                    Quad.create(
                        quad.getGraph(),
                        in(world, quad.getSubject()),
                        quad.getPredicate(),
                        quad.getPredicate().equals(Cg.IN_ORGANISATION)
                            ? organisation
                            : in(strayed(world), quad.getObject())))
            .distinct()
            .toList();
    List<Quad> all = new ArrayList<>(own);
    Set<Node> known = new HashSet<>();
    own.stream()
        .filter(quad -> quad.getPredicate().equals(Cg.IN_ORGANISATION))
        .forEach(quad -> known.add(quad.getSubject()));
    Set<String> others = new TreeSet<>();
    own.stream()
        .map(Quad::getSubject)
        .filter(each -> !known.contains(each) && each.getURI().startsWith(EXAMPLE))
        .forEach(each -> others.add(each.getURI()));
    for (String each : others) {
      if (random.nextInt(100) < 85) {
        all.add(
            Quad.create(
                NodeFactory.createURI(EXAMPLE + "graph0"),
                NodeFactory.createURI(each),
                Cg.IN_ORGANISATION,
                organisation));
      }
    }
    return all;
  }

  private int strayed(int world) {
    return random.nextInt(100) < 4 ? random.nextInt(WORLDS) : world;
  }

  private static Node in(int world, Node node) {
    return node.isURI() && node.getURI().startsWith(EXAMPLE)
        ? NodeFactory.createURI(
            EXAMPLE + "world" + world + "-" + node.getURI().substring(EXAMPLE.length()))
        : node;
  }

  private static Node node(String name, int number) {
    return NodeFactory.createURI(EXAMPLE + name + number);
  }
}
