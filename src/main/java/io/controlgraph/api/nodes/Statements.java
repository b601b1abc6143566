package io.controlgraph.api.nodes;

import io.controlgraph.graph.View;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.jspecify.annotations.Nullable;

/**
 * What is said of a thing by one property.
 *
 * @param property the property
 * @param count how many values it has
 * @param values the first 200 of them, in the order of their labels and texts
 */
public record Statements(Ref property, long count, List<Value> values) {
  private static final int MOST = 200;

  public Statements {
    values = List.copyOf(values);
  }

  /**
   * A value: a thing, which has {@code iri}, {@code path} and {@code label}, or a literal, which
   * has {@code value} and {@code datatype} or {@code language}.
   *
   * @param graphs the named graphs that state it
   */
  public record Value(
      @Nullable String iri,
      @Nullable String path,
      @Nullable String label,
      @Nullable String value,
      @Nullable String datatype,
      @Nullable String language,
      List<String> graphs) {
    public Value {
      graphs = List.copyOf(graphs);
    }

    private String order() {
      if (label != null) {
        return label;
      }
      return value == null ? String.valueOf(iri) : value;
    }
  }

  /** Reads what a view says of a thing, in the order of the properties' labels. */
  static List<Statements> of(View view, Node thing, Cards cards) {
    Map<Node, Map<Node, TreeSet<String>>> said = new HashMap<>();
    try (Stream<Quad> quads = view.quads(Node.ANY, thing, Node.ANY, Node.ANY)) {
      quads.forEach(
          quad ->
              said.computeIfAbsent(quad.getPredicate(), property -> new HashMap<>())
                  .computeIfAbsent(quad.getObject(), object -> new TreeSet<>())
                  .add(quad.getGraph().getURI()));
    }
    List<Statements> all = new ArrayList<>();
    said.forEach(
        (property, values) ->
            all.add(new Statements(cards.ref(property), values.size(), first(values, cards))));
    all.sort(
        Comparator.comparing(
                (Statements each) ->
                    each.property.label() == null ? each.property.iri() : each.property.label())
            .thenComparing(each -> each.property.iri()));
    return all;
  }

  private static List<Value> first(Map<Node, TreeSet<String>> values, Cards cards) {
    List<Value> all = new ArrayList<>();
    values.forEach((node, graphs) -> all.add(value(node, List.copyOf(graphs), cards)));
    return all.stream()
        .sorted(Comparator.comparing(Value::order).thenComparing(Value::toString))
        .limit(MOST)
        .toList();
  }

  private static Value value(Node node, List<String> graphs, Cards cards) {
    if (node.isURI()) {
      Ref ref = cards.ref(node);
      return new Value(ref.iri(), cards.path(ref.iri()), ref.label(), null, null, null, graphs);
    }
    String language = node.getLiteralLanguage();
    return new Value(
        null,
        null,
        null,
        node.getLiteralLexicalForm(),
        language.isEmpty() ? node.getLiteralDatatypeURI() : null,
        language.isEmpty() ? null : language,
        graphs);
  }
}
