package io.controlgraph.ingest.csv;

import io.controlgraph.graph.View;
import io.controlgraph.vocab.Cg;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;

/** The things of the graph and of this import, read kind by kind when they are first asked for. */
final class Things {
  private record Key(String organisation, String kind) {}

  private final View view;
  private final Names names;
  private final Kinds kinds;
  private final Map<Key, Pool> pools = new LinkedHashMap<>();

  Things(View view, Names names, Kinds kinds) {
    this.view = view;
    this.names = names;
    this.kinds = kinds;
  }

  Pool pool(String organisation, String kind) {
    return pools.computeIfAbsent(
        new Key(organisation, kind), key -> new Pool(view, names, organisation, kinds.get(kind)));
  }

  /** The ids of all organisations of the graph and of this import. */
  Set<String> organisations() {
    Set<String> ids = new LinkedHashSet<>();
    List<Node> nodes = new ArrayList<>();
    try (Stream<Quad> quads = view.quads(Node.ANY, Node.ANY, RDF.Nodes.type, Cg.ORGANISATION)) {
      quads.forEach(quad -> nodes.add(quad.getSubject()));
    }
    for (Node node : nodes) {
      try (Stream<Quad> quads = view.quads(Node.ANY, node, Terms.IDENTIFIER, Node.ANY)) {
        quads.forEach(quad -> ids.add(quad.getObject().getLiteralLexicalForm()));
      }
    }
    for (Pool pool : pools.values()) {
      if (pool.kind().name().equals(Names.ORGANISATIONS)) {
        pool.things().stream().filter(t -> !pool.removes(t)).forEach(thing -> ids.add(thing.id()));
        pool.removed().forEach(thing -> ids.remove(thing.id()));
      }
    }
    return ids;
  }
}
