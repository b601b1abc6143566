package io.controlgraph.trace.coverage;

import io.controlgraph.trace.index.TraceIndex;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingBuilder;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;

/**
 * Figures of coverage as the rows of {@code coverage/by-framework} and its sisters: with their
 * columns, and in their order.
 */
public final class CoverageTable {
  private static final Node LABEL = RDFS.label.asNode();

  private final TraceIndex index;
  private final Grouping grouping;

  private CoverageTable(TraceIndex index, Grouping grouping) {
    this.index = index;
    this.grouping = grouping;
  }

  /** The rows of figures. */
  public static List<Binding> rows(
      TraceIndex index, Grouping grouping, Map<Grouping.Key, Figure> figures) {
    CoverageTable table = new CoverageTable(index, grouping);
    List<Map.Entry<Grouping.Key, Figure>> ordered = new ArrayList<>(figures.entrySet());
    ordered.sort(table.order());
    return ordered.stream().map(each -> table.row(each.getKey(), each.getValue())).toList();
  }

  private Comparator<Map.Entry<Grouping.Key, Figure>> order() {
    Comparator<Map.Entry<Grouping.Key, Figure>> byNames =
        by(key -> label(key.organisation()), key -> label(key.framework()));
    return switch (grouping) {
      case FRAMEWORK ->
          byNames.thenComparing(by(iri(Grouping.Key::organisation), iri(Grouping.Key::framework)));
      case THEME ->
          byNames.thenComparing(
              by(
                  this::groupLabel,
                  iri(Grouping.Key::organisation),
                  iri(Grouping.Key::framework),
                  iri(Grouping.Key::group)));
      case KIND ->
          byNames.thenComparing(
              by(
                  this::groupLabel,
                  iri(Grouping.Key::organisation),
                  iri(Grouping.Key::framework),
                  iri(Grouping.Key::group)));
      case REQUIREMENT ->
          byNames.thenComparing(
              by(
                  iri(Grouping.Key::framework),
                  this::identifier,
                  iri(Grouping.Key::organisation),
                  iri(Grouping.Key::group)));
      case ORGANISATION ->
          weakestFirst()
              .thenComparing(by(key -> label(key.organisation()), iri(Grouping.Key::organisation)));
      case TARGET, OWNER, UNIT ->
          weakestFirst()
              .thenComparing(
                  by(this::groupLabel, iri(Grouping.Key::group), iri(Grouping.Key::organisation)));
    };
  }

  @SafeVarargs
  private static Comparator<Map.Entry<Grouping.Key, Figure>> by(
      Function<Grouping.Key, String>... texts) {
    return (one, other) -> {
      int order = 0;
      for (int i = 0; i < texts.length && order == 0; i++) {
        order = texts[i].apply(one.getKey()).compareTo(texts[i].apply(other.getKey()));
      }
      return order;
    };
  }

  private static Comparator<Map.Entry<Grouping.Key, Figure>> weakestFirst() {
    return Comparator.comparingDouble(
            (Map.Entry<Grouping.Key, Figure> each) ->
                (double) each.getValue().of(Rung.EFFECTIVE) / Math.max(1, each.getValue().cells()))
        .thenComparing(each -> -each.getValue().cells());
  }

  private Function<Grouping.Key, String> iri(ToIntFunction<Grouping.Key> part) {
    return key -> part.applyAsInt(key) == Grouping.NONE ? "" : index.iri(part.applyAsInt(key));
  }

  private String label(int thing) {
    return text(thing, LABEL);
  }

  private String groupLabel(Grouping.Key key) {
    return text(key.group(), grouping == Grouping.KIND ? SKOS.prefLabel.asNode() : LABEL);
  }

  private String identifier(Grouping.Key key) {
    return text(key.group(), DCTerms.identifier.asNode());
  }

  /** What is not there comes first, as nothing does in SPARQL. */
  private String text(int thing, Node property) {
    return thing == Grouping.NONE
        ? ""
        : index.literal(thing, property).map(Node::getLiteralLexicalForm).orElse("");
  }

  private Binding row(Grouping.Key key, Figure figure) {
    BindingBuilder row = BindingFactory.builder();
    named(row, "org", key.organisation(), LABEL);
    named(row, "framework", key.framework(), LABEL);
    switch (grouping) {
      case FRAMEWORK, ORGANISATION -> {}
      case THEME -> named(row, "theme", key.group(), LABEL);
      case KIND -> named(row, "kind", key.group(), SKOS.prefLabel.asNode());
      case OWNER -> named(row, "post", key.group(), LABEL);
      case UNIT -> named(row, "unit", key.group(), LABEL);
      case TARGET -> {
        named(row, "target", key.group(), LABEL);
        named(row, "kind", key.kind(), SKOS.prefLabel.asNode());
      }
      case REQUIREMENT -> {
        named(row, "requirement", key.group(), LABEL);
        index
            .literal(key.group(), DCTerms.identifier.asNode())
            .ifPresent(id -> row.add(Var.alloc("requirementId"), id));
      }
    }
    number(row, "cells", figure.cells());
    number(row, "notApplicable", figure.notApplicable());
    number(row, "notAssessed", figure.of(Rung.NOT_ASSESSED));
    number(row, "notImplemented", figure.of(Rung.NOT_IMPLEMENTED));
    number(row, "planned", figure.of(Rung.PLANNED));
    number(row, "partial", figure.of(Rung.PARTIAL));
    number(row, "claimed", figure.of(Rung.CLAIMED));
    number(row, "evidenced", figure.of(Rung.EVIDENCED));
    number(row, "owned", figure.of(Rung.OWNED));
    number(row, "effective", figure.of(Rung.EFFECTIVE));
    return row.build();
  }

  private void named(BindingBuilder row, String column, int thing, Node property) {
    if (thing != Grouping.NONE) {
      row.add(Var.alloc(column), index.node(thing));
      index
          .literal(thing, property)
          .ifPresent(label -> row.add(Var.alloc(column + "Label"), label));
    }
  }

  private static void number(BindingBuilder row, String column, int value) {
    row.add(
        Var.alloc(column),
        NodeFactory.createLiteralDT(Integer.toString(value), XSDDatatype.XSDinteger));
  }
}
