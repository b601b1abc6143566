package io.controlgraph.ingest.csv;

import io.controlgraph.graph.Deadline;
import io.controlgraph.graph.GraphStore;
import io.controlgraph.graph.Preview;
import io.controlgraph.graph.Scope;
import io.controlgraph.graph.View;
import io.controlgraph.ingest.Difference;
import io.controlgraph.ingest.Difference.Labels;
import io.controlgraph.ingest.Difference.Statement;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDFS;
import org.jspecify.annotations.Nullable;

/** Puts what a write would do in words; where statements come from is left out. */
final class Differences {
  private static final Duration LOOKING_UP = Duration.ofSeconds(30);

  /** A statement with its short names, by which it is in order. */
  private record Entry(boolean added, String subject, String property, String value, Quad quad) {}

  private static final Comparator<Entry> ORDER =
      Comparator.comparing(Entry::subject)
          .thenComparing(Entry::property)
          .thenComparing(Entry::added)
          .thenComparing(Entry::value);

  private final GraphStore store;
  private final Names names;

  Differences(GraphStore store, Names names) {
    this.store = store;
    this.names = names;
  }

  Difference of(Preview preview) {
    NavigableSet<Entry> first = new TreeSet<>(ORDER);
    Map<Node, String> labels = new HashMap<>();
    long added = collect(preview.added(), true, first, labels);
    long removed = collect(preview.deleted(), false, first, Map.of());
    List<Statement> statements =
        store.read(
            Scope.ALL,
            Deadline.after(LOOKING_UP),
            view -> first.stream().map(entry -> labelled(entry, labels, view)).toList());
    return new Difference(added, removed, statements);
  }

  private long collect(
      List<Quad> quads, boolean added, NavigableSet<Entry> first, Map<Node, String> labels) {
    long count = 0;
    for (Quad quad : quads) {
      boolean aboutGraph = quad.getSubject().equals(quad.getGraph());
      if (!aboutGraph && !Writer.isProvenance(quad.getPredicate())) {
        count++;
        first.add(
            new Entry(
                added,
                shown(quad.getSubject()),
                quad.getPredicate().getLocalName(),
                shown(quad.getObject()),
                quad));
        if (first.size() > Difference.MAX_STATEMENTS) {
          first.pollLast();
        }
      }
      if (added && quad.getPredicate().equals(RDFS.Nodes.label)) {
        labels.put(quad.getSubject(), quad.getObject().getLiteralLexicalForm());
      }
    }
    return count;
  }

  private String shown(Node node) {
    if (node.isLiteral()) {
      return Cells.shorten(node.getLiteralLexicalForm());
    }
    return node.isURI() ? names.shorten(node) : node.toString();
  }

  private static Statement labelled(Entry entry, Map<Node, String> labels, View view) {
    Quad quad = entry.quad();
    return new Statement(
        entry.added(),
        entry.subject(),
        entry.property(),
        entry.value(),
        new Labels(
            label(quad.getSubject(), labels, view),
            label(quad.getPredicate(), labels, view),
            quad.getObject().isURI() ? label(quad.getObject(), labels, view) : null));
  }

  /** An empty text stands for none, so that nothing is looked up twice. */
  private static @Nullable String label(Node node, Map<Node, String> labels, View view) {
    String label = labels.computeIfAbsent(node, unknown -> inGraph(unknown, view));
    return label.isEmpty() ? null : Cells.shorten(label);
  }

  private static String inGraph(Node node, View view) {
    try (Stream<Quad> quads = view.quads(Node.ANY, node, RDFS.Nodes.label, Node.ANY)) {
      return quads
          .map(quad -> quad.getObject().getLiteralLexicalForm())
          .min(Comparator.naturalOrder())
          .orElse("");
    }
  }
}
