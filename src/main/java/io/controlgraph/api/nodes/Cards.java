package io.controlgraph.api.nodes;

import io.controlgraph.api.things.Thing;
import io.controlgraph.graph.View;
import io.controlgraph.search.Entry;
import io.controlgraph.search.LiveIndex;
import io.controlgraph.vocab.Cg;
import io.controlgraph.vocab.Reference;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.jena.graph.Node;
import org.jspecify.annotations.Nullable;

/** Makes cards of things. */
public final class Cards {
  /** As many as are kept of what a view was asked: more than the classes and the page of most. */
  private static final int MOST_READ = 10_000;

  private final String instances;
  private final Function<Node, Entry> entries;

  /**
   * @param baseIri what the IRIs of organisations' things begin with
   * @param entries knows what things are called
   */
  public Cards(String baseIri, Function<Node, Entry> entries) {
    this.instances = baseIri + "id/";
    this.entries = entries;
  }

  /**
   * Cards of what a view shows. The index tells what things are called if it stands at the view's
   * revision; else the view does, which is right as well, only slower.
   */
  public static Cards of(View view, LiveIndex index, String baseIri) {
    Map<Node, Entry> read = new HashMap<>();
    Function<Node, Entry> reader =
        node -> {
          if (read.size() == MOST_READ) {
            read.clear();
          }
          return read.computeIfAbsent(node, unread -> Entry.read(view, unread));
        };
    return new Cards(
        baseIri,
        index
            .at(view.revision().number())
            .<Function<Node, Entry>>map(at -> at::entry)
            .orElse(reader));
  }

  /** What is known of a thing's names. */
  public Entry entry(Node node) {
    return entries.apply(node);
  }

  public Card card(Node node) {
    return card(entry(node));
  }

  public Card card(Entry entry) {
    String iri = entry.node().getURI();
    return new Card(
        iri,
        path(iri),
        entry.label().orElse(null),
        entry.id().orElse(null),
        entry.types().stream().map(this::ref).toList(),
        first(entry.organisations()),
        first(entry.frameworks()),
        new Thing(iri, "").page());
  }

  public Ref ref(Node node) {
    return new Ref(node.getURI(), entry(node).label().orElse(null));
  }

  /** A short name, as {@link Card#path} has it. */
  public String path(String iri) {
    if (iri.startsWith(instances)) {
      return iri.substring(instances.length());
    }
    if (iri.startsWith(Reference.NS)) {
      return iri.substring(Reference.NS.length());
    }
    return iri.startsWith(Cg.NS) ? Cg.PREFIX + ":" + iri.substring(Cg.NS.length()) : iri;
  }

  private @Nullable Ref first(List<Node> nodes) {
    return nodes.isEmpty() ? null : ref(nodes.get(0));
  }
}
