package io.controlgraph.query;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.shared.PrefixMapping;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.syntax.Element;
import org.apache.jena.sparql.syntax.ElementData;
import org.apache.jena.sparql.syntax.ElementGroup;
import org.apache.jena.sparql.syntax.ElementSubQuery;
import org.apache.jena.sparql.syntax.syntaxtransform.QueryTransformOps;

/**
 * Puts shared definitions, as sub-selects, where a query asks for them.
 *
 * <p>The place is marked with {@code VALUES ?use { "NAME" }}, so that the file stays SPARQL. A
 * definition that is used but marked nowhere is joined at the start of the outermost WHERE.
 */
final class Expansion extends Rewriter {
  private static final Var MARK = Var.alloc("use");

  private final Map<String, Query> definitions;
  private final Set<String> placed = new LinkedHashSet<>();

  private Expansion(Map<String, Query> definitions) {
    this.definitions = definitions;
  }

  /**
   * The query with its definitions in place.
   *
   * @param use the names the header lists
   * @param definitions each of them, expanded itself
   */
  static Query expand(Query query, List<String> use, Map<String, Query> definitions) {
    Expansion expansion = new Expansion(definitions);
    Query expanded = expansion.rewrite(query);
    List<String> unplaced = use.stream().filter(n -> !expansion.placed.contains(n)).toList();
    if (unplaced.isEmpty()) {
      return expanded;
    }
    ElementGroup group = new ElementGroup();
    unplaced.forEach(name -> group.addElement(expansion.definition(name)));
    ((ElementGroup) expanded.getQueryPattern()).getElements().forEach(group::addElement);
    expanded.setQueryPattern(group);
    return expanded;
  }

  /** The names marked in a query, whether declared or not. */
  static Set<String> marked(Query query) {
    Set<String> names = new LinkedHashSet<>();
    new Rewriter() {
      @Override
      Element data(ElementData data) {
        mark(data).ifPresent(names::add);
        return data;
      }
    }.rewrite(query);
    return names;
  }

  @Override
  Element data(ElementData data) {
    Optional<String> name = mark(data);
    if (name.isEmpty()) {
      return data;
    }
    placed.add(name.get());
    return definition(name.get());
  }

  private Element definition(String name) {
    Query definition = definitions.get(name);
    if (definition == null) {
      throw new IllegalArgumentException("No such shared definition: " + name);
    }
    Query sub = QueryTransformOps.shallowCopy(definition);
    sub.setPrefixMapping(PrefixMapping.Factory.create());
    return new ElementSubQuery(sub);
  }

  private static Optional<String> mark(ElementData data) {
    if (!data.getVars().equals(List.of(MARK)) || data.getRows().size() != 1) {
      return Optional.empty();
    }
    Node value = data.getRows().get(0).get(MARK);
    return value != null && value.isLiteral()
        ? Optional.of(value.getLiteralLexicalForm())
        : Optional.empty();
  }
}
