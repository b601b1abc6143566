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
  private static final Node KIND_LABEL = SKOS.prefLabel.asNode();

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
    List<Function<Grouping.Key, String>> names = table.names();
    return figures.entrySet().stream()
        .map(each -> Named.of(each.getKey(), each.getValue(), names))
        .sorted(isWeakestFirst(grouping) ? WEAKEST_FIRST.thenComparing(BY_NAMES) : BY_NAMES)
        .map(each -> table.row(each.key(), each.figure()))
        .toList();
  }

  /**
   * A figure and the names it is put in order by, each looked up once.
   *
   * @param names the first that differ decide
   */
  private record Named(Grouping.Key key, Figure figure, List<String> names) {
    static Named of(
        Grouping.Key key, Figure figure, List<Function<Grouping.Key, String>> functions) {
      List<String> names = new ArrayList<>(functions.size());
      for (Function<Grouping.Key, String> each : functions) {
        names.add(each.apply(key));
      }
      return new Named(key, figure, names);
    }

    private double effective() {
      return (double) figure.of(Rung.EFFECTIVE) / Math.max(1, figure.cells());
    }
  }

  private static final Comparator<Named> WEAKEST_FIRST =
      Comparator.comparingDouble(Named::effective).thenComparing(each -> -each.figure().cells());

  private static final Comparator<Named> BY_NAMES =
      (one, other) -> {
        int order = 0;
        for (int i = 0; i < one.names().size() && order == 0; i++) {
          order = one.names().get(i).compareTo(other.names().get(i));
        }
        return order;
      };

  private static boolean isWeakestFirst(Grouping grouping) {
    return switch (grouping) {
      case FRAMEWORK, THEME, KIND, MATRIX, REQUIREMENT -> false;
      case ORGANISATION, TARGET, OWNER, UNIT -> true;
    };
  }

  private List<Function<Grouping.Key, String>> names() {
    Function<Grouping.Key, String> organisationLabel = key -> label(key.organisation());
    Function<Grouping.Key, String> frameworkLabel = key -> label(key.framework());
    Function<Grouping.Key, String> organisation = iri(Grouping.Key::organisation);
    Function<Grouping.Key, String> framework = iri(Grouping.Key::framework);
    Function<Grouping.Key, String> group = iri(Grouping.Key::group);
    return switch (grouping) {
      case FRAMEWORK -> List.of(organisationLabel, frameworkLabel, organisation, framework);
      case THEME, KIND ->
          List.of(
              organisationLabel, frameworkLabel, this::groupLabel, organisation, framework, group);
      case MATRIX ->
          List.of(
              organisationLabel,
              frameworkLabel,
              this::groupLabel,
              key -> text(key.kind(), KIND_LABEL),
              organisation,
              framework,
              group,
              iri(Grouping.Key::kind));
      case REQUIREMENT ->
          List.of(
              organisationLabel, frameworkLabel, framework, this::identifier, organisation, group);
      case ORGANISATION -> List.of(organisationLabel, organisation);
      case TARGET, OWNER, UNIT -> List.of(this::groupLabel, group, organisation);
    };
  }

  private Function<Grouping.Key, String> iri(ToIntFunction<Grouping.Key> part) {
    return key -> part.applyAsInt(key) == Grouping.NONE ? "" : index.iri(part.applyAsInt(key));
  }

  private String label(int thing) {
    return text(thing, LABEL);
  }

  private String groupLabel(Grouping.Key key) {
    return text(key.group(), grouping == Grouping.KIND ? KIND_LABEL : LABEL);
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
      case KIND -> named(row, "kind", key.group(), KIND_LABEL);
      case MATRIX -> {
        named(row, "theme", key.group(), LABEL);
        named(row, "kind", key.kind(), KIND_LABEL);
      }
      case OWNER -> named(row, "post", key.group(), LABEL);
      case UNIT -> named(row, "unit", key.group(), LABEL);
      case TARGET -> {
        named(row, "target", key.group(), LABEL);
        named(row, "kind", key.kind(), KIND_LABEL);
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
