package io.controlgraph.api;

import io.controlgraph.api.nodes.Ref;
import io.controlgraph.api.rows.RowPage;
import io.controlgraph.query.Column;
import io.controlgraph.query.Question;
import io.controlgraph.query.Rule;
import io.controlgraph.trace.index.TraceIndex;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.RowSet;
import org.jspecify.annotations.Nullable;

/**
 * Gaps as they are written.
 *
 * @param day that they are about
 * @param total how many there are on all pages
 * @param rules what was asked, the worst first
 * @param gaps those of this page, in the order of the rules and of each rule's question
 */
record GapPage(LocalDate day, long total, List<OneRule> rules, List<Gap> gaps) {
  private static final String ORGANISATION = "org";
  private static final String LABEL = "Label";

  GapPage {
    rules = List.copyOf(rules);
    gaps = List.copyOf(gaps);
  }

  /**
   * A rule, and how many gaps it finds.
   *
   * @param severity low, medium, high or critical
   * @param mend what to do about them
   */
  record OneRule(String rule, String summary, String severity, @Nullable String mend, long gaps) {}

  /**
   * A gap.
   *
   * @param organisation whose it is; null if the question does not tell
   * @param cells by the other columns of the question; none where a column is empty
   */
  record Gap(String rule, String severity, @Nullable Ref organisation, Map<String, Cell> cells) {}

  /**
   * A cell: a thing, or a value.
   *
   * @param iri the IRI of a thing
   * @param label what to call it
   * @param value a text, a number or a date, as XSD writes it
   */
  record Cell(@Nullable String iri, @Nullable String label, @Nullable String value) {}

  /** The gaps of some rules, of which a page is listed and all are counted. */
  static GapPage of(GapRows rows, List<Rule> rules, RowPage page) {
    List<OneRule> counted = new ArrayList<>();
    List<Gap> gaps = new ArrayList<>();
    long total = 0;
    for (Rule rule : rules) {
      RowPage left = new RowPage(Math.max(0, page.offset() - total), page.limit() - gaps.size());
      RowPage.Cut cut = rows.of(rule.question(), left);
      RowSet found = cut.rows();
      while (found.hasNext()) {
        gaps.add(gap(rows.asked().index(), rule, found.next()));
      }
      counted.add(counted(rule, cut.total()));
      total += cut.total();
    }
    return new GapPage(rows.asked().day(), total, counted, gaps);
  }

  private static OneRule counted(Rule rule, long gaps) {
    Question question = rule.question();
    return new OneRule(
        question.name(), question.summary(), rule.severity().toString(), question.mend(), gaps);
  }

  private static Gap gap(TraceIndex index, Rule rule, Binding row) {
    List<String> columns = rule.question().columns().stream().map(Column::name).toList();
    Map<String, Cell> cells = new LinkedHashMap<>();
    for (String column : columns) {
      Node value = row.get(column);
      if (value != null && !column.equals(ORGANISATION) && !isLabel(column, columns)) {
        cells.put(column, cell(index, row, column, value));
      }
    }
    return new Gap(
        rule.question().name(), rule.severity().toString(), organisation(index, row), cells);
  }

  private static @Nullable Ref organisation(TraceIndex index, Binding row) {
    Node organisation = row.get(ORGANISATION);
    return organisation != null && organisation.isURI()
        ? new Ref(organisation.getURI(), label(index, row, ORGANISATION, organisation))
        : null;
  }

  /** Whether a column says what another one is called. */
  private static boolean isLabel(String column, List<String> columns) {
    return column.endsWith(LABEL)
        && columns.contains(column.substring(0, column.length() - LABEL.length()));
  }

  private static Cell cell(TraceIndex index, Binding row, String column, Node value) {
    return value.isURI()
        ? new Cell(value.getURI(), label(index, row, column, value), null)
        : new Cell(
            null, null, value.isLiteral() ? value.getLiteralLexicalForm() : value.toString());
  }

  private static @Nullable String label(TraceIndex index, Binding row, String column, Node thing) {
    Node label = row.get(column + LABEL);
    return label != null && label.isLiteral()
        ? label.getLiteralLexicalForm()
        : TraceForms.ref(index, thing).label();
  }
}
