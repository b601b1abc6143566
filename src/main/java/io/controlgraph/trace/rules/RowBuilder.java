package io.controlgraph.trace.rules;

import io.controlgraph.trace.index.Rows;
import io.controlgraph.trace.index.TraceIndex;
import io.controlgraph.vocab.Cg;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.vocabulary.RDFS;

/**
 * Puts the rows of an answer together, column by column. What a thing has several of makes as many
 * rows, and what it has none of leaves a column empty, as OPTIONAL does.
 */
public final class RowBuilder {
  private final TraceIndex index;
  private List<Binding> rows = List.of(BindingFactory.root());

  /** One row that has no column yet. */
  public RowBuilder(TraceIndex index) {
    this.index = index;
  }

  /** A thing, and what it is called in the column of that name with {@code Label} after it. */
  public RowBuilder labelled(String column, int thing) {
    return thing(column, thing).texts(column + "Label", thing, RDFS.label.asNode());
  }

  /** A thing. */
  public RowBuilder thing(String column, int thing) {
    return value(column, index.node(thing));
  }

  /**
   * The things that a thing is linked to, each in a row of its own with what it is called; nothing
   * if there are none.
   */
  public RowBuilder linked(String column, int thing, String property) {
    int[] others = index.links(Cg.term(property)).from(thing);
    if (others.length > 0) {
      List<Binding> before = rows;
      List<Binding> all = new ArrayList<>();
      for (int other : others) {
        rows = before;
        labelled(column, other);
        all.addAll(rows);
      }
      rows = all;
    }
    return this;
  }

  /** The literals that a thing has by a property of ours. */
  public RowBuilder literals(String column, int thing, String property) {
    return texts(column, thing, Cg.term(property));
  }

  /** The literals that a thing has by a property. */
  public RowBuilder texts(String column, int thing, Node property) {
    Rows literals = index.literals(property);
    return any(column, Arrays.stream(literals.of(thing)).mapToObj(index::literal).toList());
  }

  /**
   * A date.
   *
   * @param day since 1970
   */
  public RowBuilder date(String column, int day) {
    return value(
        column,
        NodeFactory.createLiteralDT(LocalDate.ofEpochDay(day).toString(), XSDDatatype.XSDdate));
  }

  /** An integer. */
  public RowBuilder number(String column, long number) {
    return value(
        column, NodeFactory.createLiteralDT(Long.toString(number), XSDDatatype.XSDinteger));
  }

  /** A truth. */
  public RowBuilder truth(String column, boolean truth) {
    return value(
        column, NodeFactory.createLiteralDT(Boolean.toString(truth), XSDDatatype.XSDboolean));
  }

  /** A text without a language. */
  public RowBuilder text(String column, String text) {
    return value(column, NodeFactory.createLiteralString(text));
  }

  /** A value. */
  public RowBuilder value(String column, Node value) {
    return any(column, List.of(value));
  }

  /** Each of these values in a row of its own; nothing if there are none. */
  public RowBuilder any(String column, List<Node> values) {
    if (!values.isEmpty()) {
      Var variable = Var.alloc(column);
      rows =
          rows.stream()
              .flatMap(row -> values.stream().map(each -> extended(row, variable, each)))
              .toList();
    }
    return this;
  }

  /** Each row so often, as the values of a pattern make them that no column shows. */
  public RowBuilder times(int times) {
    if (times != 1) {
      rows = rows.stream().flatMap(row -> Collections.nCopies(times, row).stream()).toList();
    }
    return this;
  }

  private static Binding extended(Binding row, Var variable, Node value) {
    return BindingFactory.binding(row, variable, value);
  }

  /** The rows. */
  public Stream<Binding> build() {
    return rows.stream().map(BindingFactory::copy);
  }
}
