package io.controlgraph.api;

import io.controlgraph.trace.coverage.Cell;
import io.controlgraph.trace.coverage.Rung;
import io.controlgraph.trace.index.TraceIndex;
import io.controlgraph.trace.paths.Edge;
import io.controlgraph.trace.why.Carrier;
import io.controlgraph.trace.why.CellWhy;
import io.controlgraph.trace.why.NoCell;
import io.controlgraph.trace.why.Part;
import io.controlgraph.trace.why.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.DCTerms;

/** Writes why cells stand where they do. */
final class WhyForms {
  private final TraceIndex index;
  private final Map<Statement, List<String>> graphs;

  /**
   * @param graphs the names of the graphs that hold each statement
   */
  WhyForms(TraceIndex index, Map<Statement, List<String>> graphs) {
    this.index = index;
    this.graphs = graphs;
  }

  WhyAnswer answer(String day, List<CellWhy> cells, List<NoCell> none) {
    return new WhyAnswer(
        day,
        cells.stream().map(this::cell).toList(),
        none.stream()
            .map(
                each ->
                    new WhyAnswer.NoneThere(
                        TraceForms.ref(index, each.organisation()),
                        each.parts().stream().map(this::part).toList()))
            .toList());
  }

  private WhyAnswer.OneCell cell(CellWhy why) {
    Cell cell = why.cell();
    return new WhyAnswer.OneCell(
        TraceForms.ref(index, cell.organisation()),
        TraceForms.ref(index, cell.framework()),
        TraceForms.ref(index, cell.requirement()),
        index
            .literal(cell.requirement(), DCTerms.identifier.asNode())
            .map(Node::getLiteralLexicalForm)
            .orElse(null),
        TraceForms.ref(index, cell.target()),
        TraceForms.ref(index, cell.kind()),
        cell.isApplicable() ? id(why.reached()) : "not-applicable",
        part(why.expected()),
        part(why.inScope()),
        part(why.applicable()),
        why.carrier().map(this::carrier).orElse(null),
        why.steps().stream()
            .map(
                step ->
                    new WhyAnswer.OneRung(
                        id(step.rung()),
                        step.part().holds(),
                        said(step.part().statements()),
                        step.part().missing()))
            .toList());
  }

  private WhyAnswer.OnePart part(Part part) {
    return new WhyAnswer.OnePart(part.holds(), said(part.statements()), part.missing());
  }

  private WhyAnswer.OneCarrier carrier(Carrier carrier) {
    return new WhyAnswer.OneCarrier(
        TraceForms.ref(index, carrier.implementation()),
        carrier.through().isPresent() ? TraceForms.ref(index, carrier.through().getAsInt()) : null,
        said(carrier.statements()));
  }

  private List<WhyAnswer.Said> said(List<Statement> statements) {
    return statements.stream().map(this::said).toList();
  }

  private WhyAnswer.Said said(Statement each) {
    Node object = each.object();
    return new WhyAnswer.Said(
        TraceForms.ref(index, each.subject()),
        each.property().getURI(),
        edge(each).reading(),
        object.isURI() ? TraceForms.ref(index, object) : null,
        object.isLiteral() ? object.getLiteralLexicalForm() : null,
        graphs.getOrDefault(each, List.of()));
  }

  /** A statement as it is drawn. */
  static Edge edge(Statement each) {
    return new Edge(
        each.subject(),
        each.property(),
        each.object(),
        false,
        TraceForms.readings().of(each.property(), false));
  }

  private static String id(Rung rung) {
    return rung.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
