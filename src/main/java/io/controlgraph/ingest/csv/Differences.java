package io.controlgraph.ingest.csv;

import io.controlgraph.graph.Preview;
import io.controlgraph.ingest.Difference;
import io.controlgraph.ingest.Difference.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;

/** Puts what a write would do in words; where statements come from is left out. */
final class Differences {
  private static final Comparator<Statement> ORDER =
      Comparator.comparing(Statement::subject)
          .thenComparing(Statement::property)
          .thenComparing(Statement::added)
          .thenComparing(Statement::value);

  private final Names names;

  Differences(Names names) {
    this.names = names;
  }

  Difference of(Preview preview) {
    NavigableSet<Statement> first = new TreeSet<>(ORDER);
    long added = collect(preview.added(), true, first);
    long removed = collect(preview.deleted(), false, first);
    return new Difference(added, removed, new ArrayList<>(first));
  }

  private long collect(List<Quad> quads, boolean added, NavigableSet<Statement> first) {
    long count = 0;
    for (Quad quad : quads) {
      boolean aboutGraph = quad.getSubject().equals(quad.getGraph());
      if (!aboutGraph && !Writer.isProvenance(quad.getPredicate())) {
        count++;
        first.add(
            new Statement(
                added,
                shown(quad.getSubject()),
                quad.getPredicate().getLocalName(),
                shown(quad.getObject())));
        if (first.size() > Difference.MAX_STATEMENTS) {
          first.pollLast();
        }
      }
    }
    return count;
  }

  private String shown(Node node) {
    if (node.isLiteral()) {
      return Cells.shorten(node.getLiteralLexicalForm());
    }
    return node.isURI() ? names.shorten(node) : node.toString();
  }
}
