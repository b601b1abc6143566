package io.controlgraph.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.syntax.Element;
import org.apache.jena.sparql.syntax.ElementData;
import org.apache.jena.sparql.syntax.ElementGroup;
import org.apache.jena.sparql.syntax.ElementMinus;

/**
 * Puts values in the place of parameters, everywhere in a query.
 *
 * <p>In patterns and expressions the value replaces the variable. A one-row VALUES keeps the
 * variable alive where it still means something: in the row, a grouping or an order, and on both
 * sides of a MINUS, which takes nothing away when its two sides share no variable.
 */
final class Substitution extends Rewriter {
  private final Map<String, Node> values;

  Substitution(Map<String, Node> values) {
    this.values = Map.copyOf(values);
  }

  @Override
  Node node(Node node) {
    return node.isVariable() ? values.getOrDefault(node.getName(), node) : node;
  }

  @Override
  void where(Query original, List<Element> members) {
    for (String variable : Mentions.head(original)) {
      keep(variable, members);
    }
  }

  @Override
  void group(ElementGroup original, List<Element> members) {
    for (int i = 0; i < members.size(); i++) {
      if (original.get(i) instanceof ElementMinus minus) {
        Mentions mentions = Mentions.of(minus.getMinusElement());
        List<Element> right = new ArrayList<>();
        if (((ElementMinus) members.get(i)).getMinusElement() instanceof ElementGroup group) {
          right.addAll(group.getElements());
        }
        mentions.matched().forEach(variable -> keep(variable, right));
        ElementGroup group = new ElementGroup();
        right.forEach(group::addElement);
        members.set(i, new ElementMinus(group));
      }
    }
    for (Element member : original.getElements()) {
      if (member instanceof ElementMinus minus) {
        for (String variable : Mentions.of(minus.getMinusElement()).matched()) {
          keep(variable, members);
        }
      }
    }
  }

  private void keep(String variable, List<Element> members) {
    Node value = values.get(variable);
    if (value == null || members.stream().anyMatch(m -> keeps(m, variable))) {
      return;
    }
    Var var = Var.alloc(variable);
    members.add(0, new ElementData(List.of(var), List.of(BindingFactory.binding(var, value))));
  }

  private static boolean keeps(Element member, String variable) {
    return member instanceof ElementData data
        && data.getVars().equals(List.of(Var.alloc(variable)));
  }
}
