package io.controlgraph.api.rows;

import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingBuilder;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.exec.RowSetStream;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.XSD;

/**
 * Rows whose texts no spreadsheet takes for a formula when it opens them as CSV: those that begin
 * like one get an apostrophe in front, which spreadsheets read as "this is text" (OWASP, CSV
 * Injection).
 */
final class PlainCells {
  private static final String STARTS = "=+-@\t\r\n";

  private PlainCells() {}

  static RowSet of(RowSet rows) {
    return RowSetStream.create(rows.getResultVars(), Iter.map(rows, PlainCells::plain));
  }

  private static Binding plain(Binding row) {
    BindingBuilder builder = Binding.builder();
    row.vars().forEachRemaining((Var variable) -> builder.add(variable, plain(row.get(variable))));
    return builder.build();
  }

  private static Node plain(Node value) {
    return isText(value)
            && !value.getLiteralLexicalForm().isEmpty()
            && STARTS.indexOf(value.getLiteralLexicalForm().charAt(0)) >= 0
        ? NodeFactory.createLiteralString("'" + value.getLiteralLexicalForm())
        : value;
  }

  private static boolean isText(Node value) {
    return value.isLiteral()
        && (value.getLiteralDatatypeURI().equals(XSD.xstring.getURI())
            || value.getLiteralDatatypeURI().equals(RDF.langString.getURI()));
  }
}
