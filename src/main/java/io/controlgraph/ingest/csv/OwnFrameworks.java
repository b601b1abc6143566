package io.controlgraph.ingest.csv;

import io.controlgraph.graph.View;
import io.controlgraph.ingest.csv.ReferenceData.Framework;
import io.controlgraph.vocab.Cg;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;

/** The frameworks that organisations work to, by this import and by the graph. */
final class OwnFrameworks {
  private final View view;
  private final Names names;
  private final Things things;
  private final Map<Node, String> frameworkIds = new HashMap<>();
  private final Map<String, Set<String>> known = new HashMap<>();

  OwnFrameworks(View view, Names names, Things things, ReferenceData reference) {
    this.view = view;
    this.names = names;
    this.things = things;
    for (Framework framework : reference.frameworks().values()) {
      frameworkIds.put(framework.node(), framework.id());
    }
  }

  /** The ids of the organisation's frameworks; call it when all rows are stated. */
  Set<String> of(String organisation) {
    return known.computeIfAbsent(organisation, this::read);
  }

  private Set<String> read(String organisation) {
    Set<String> ids = new TreeSet<>();
    for (String kind : List.of(Names.ORGANISATIONS, Names.MANAGEMENT_SYSTEMS)) {
      Pool pool = things.pool(organisation, kind);
      for (Thing thing : pool.things()) {
        Row row = thing.row();
        if (row != null) {
          addOf(row, ids);
        } else if (!pool.removes(thing)) {
          addOf(names.graph(organisation, kind), thing.node(), ids);
        }
      }
    }
    return ids;
  }

  private static void addOf(Row row, Set<String> ids) {
    List<Column> columns = row.table().kind().columns();
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).type() instanceof ColumnType.Framework) {
        ids.addAll(Cells.values(row.cell(i)));
      }
    }
  }

  private void addOf(Node graph, Node subject, Set<String> ids) {
    try (Stream<Quad> quads = view.quads(graph, subject, Cg.FRAMEWORK_PROPERTY, Node.ANY)) {
      quads.forEach(
          quad -> {
            String id = frameworkIds.get(quad.getObject());
            if (id != null) {
              ids.add(id);
            }
          });
    }
  }
}
