package io.controlgraph.ingest.csv;

import io.controlgraph.graph.View;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDFS;
import org.jspecify.annotations.Nullable;

/** The things of one kind that an organisation has, by id and by label. */
final class Pool {
  private final Kind kind;
  private final String organisation;
  private final Names names;
  private final Map<String, Thing> byId = new LinkedHashMap<>();
  private @Nullable Map<String, List<Thing>> byLabel;
  private @Nullable Map<String, List<Thing>> byFoldedId;
  private boolean complete = true;
  private boolean replaced;

  /** Reads what the graph has of the kind, in one pass over its source graph. */
  Pool(View view, Names names, String organisation, Kind kind) {
    this.kind = kind;
    this.organisation = organisation;
    this.names = names;
    Map<Node, Thing> byNode = new HashMap<>();
    Node graph = names.graph(organisation, kind.name());
    try (Stream<Quad> quads = view.quads(graph, Node.ANY, Terms.IDENTIFIER, Node.ANY)) {
      quads.forEach(
          quad -> {
            String id = quad.getObject().getLiteralLexicalForm();
            Thing thing = new Thing(kind, id, quad.getSubject());
            thing.foundInGraph();
            byId.put(id, thing);
            byNode.put(thing.node(), thing);
          });
    }
    try (Stream<Quad> quads = view.quads(graph, Node.ANY, RDFS.Nodes.label, Node.ANY)) {
      quads.forEach(
          quad -> {
            Thing thing = byNode.get(quad.getSubject());
            if (thing != null) {
              thing.label(quad.getObject().getLiteralLexicalForm());
            }
          });
    }
  }

  Kind kind() {
    return kind;
  }

  String organisation() {
    return organisation;
  }

  /**
   * States a thing by a row of this import.
   *
   * @return the row that had stated it before, or null
   */
  @Nullable Row state(String id, Row row) {
    Thing thing =
        byId.computeIfAbsent(
            id, i -> new Thing(kind, i, names.thing(organisation, kind.name(), i)));
    Row before = thing.row();
    if (before == null) {
      thing.statedBy(row);
    }
    return before;
  }

  /** Says that some rows of the kind could not be read, so that absence proves nothing. */
  void incomplete() {
    complete = false;
  }

  boolean isComplete() {
    return complete;
  }

  /** Says that this import holds all things of the kind. */
  void replaced() {
    replaced = true;
  }

  /** The things that this import takes away. */
  List<Thing> removed() {
    return replaced
        ? byId.values().stream().filter(thing -> thing.row() == null).toList()
        : List.of();
  }

  boolean removes(Thing thing) {
    return replaced && thing.row() == null;
  }

  Collection<Thing> things() {
    return byId.values();
  }

  /** The thing of exactly that id, taken away or not; or null. */
  @Nullable Thing byId(String id) {
    return byId.get(id);
  }

  /** The things of that id, whatever its case. */
  List<Thing> byIdInAnyCase(String id) {
    if (byFoldedId == null) {
      Map<String, List<Thing>> folded = new HashMap<>();
      for (Thing thing : byId.values()) {
        folded.computeIfAbsent(fold(thing.id()), i -> new ArrayList<>(1)).add(thing);
      }
      byFoldedId = folded;
    }
    return byFoldedId.getOrDefault(fold(id), List.of());
  }

  /** The things of exactly that label, where labels are written by people. */
  List<Thing> byLabel(String label) {
    return labels().getOrDefault(label, List.of());
  }

  /** All labels written by people. */
  Collection<String> allLabels() {
    return labels().keySet();
  }

  private Map<String, List<Thing>> labels() {
    if (byLabel == null) {
      Map<String, List<Thing>> labels = new LinkedHashMap<>();
      Column column = kind.labelColumn();
      if (column != null) {
        int place = kind.columns().indexOf(column);
        for (Thing thing : byId.values()) {
          Row row = thing.row();
          String label = row == null ? thing.label() : row.cell(place);
          if (label != null && !label.isEmpty()) {
            labels.computeIfAbsent(label, l -> new ArrayList<>(1)).add(thing);
          }
        }
      }
      byLabel = labels;
    }
    return byLabel;
  }

  private static String fold(String id) {
    return id.toLowerCase(Locale.ROOT);
  }
}
