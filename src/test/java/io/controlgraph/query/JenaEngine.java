package io.controlgraph.query;

import io.controlgraph.graph.jena.StoreExecutor;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.ReadWrite;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFLib;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.main.QC;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.system.Txn;
import org.apache.jena.tdb2.DatabaseMgr;
import org.apache.jena.tdb2.TDB2;

/** TDB2 in memory, with the union of the named graphs as its default graph. */
final class JenaEngine implements Engine {
  private final DatasetGraph base = DatabaseMgr.createDatasetGraph();

  JenaEngine(List<Path> reference) {
    base.getContext().set(TDB2.symUnionDefaultGraph, true);
    QC.setFactory(base.getContext(), StoreExecutor.FACTORY);
    Txn.executeWrite(base, () -> reference.forEach(this::load));
  }

  @Override
  public List<List<Cell>> rows(List<Path> files, String sparql) {
    base.begin(ReadWrite.WRITE);
    try {
      files.forEach(this::load);
      return rows(sparql);
    } finally {
      base.abort();
      base.end();
    }
  }

  private List<List<Cell>> rows(String sparql) {
    try (QueryExec exec = QueryExec.dataset(base).query(sparql).build()) {
      return exec.getQuery().isConstructType()
          ? statements(exec.constructTriples())
          : rows(exec.select());
    }
  }

  static List<List<Cell>> rows(RowSet set) {
    List<List<Cell>> rows = new ArrayList<>();
    while (set.hasNext()) {
      Binding binding = set.next();
      List<Cell> row = new ArrayList<>();
      for (Var variable : set.getResultVars()) {
        row.add(cell(binding.get(variable)));
      }
      rows.add(row);
    }
    return rows;
  }

  static List<List<Cell>> statements(Iterator<Triple> triples) {
    List<List<Cell>> rows = new ArrayList<>();
    triples.forEachRemaining(
        triple ->
            rows.add(
                List.of(
                    cell(triple.getSubject()),
                    cell(triple.getPredicate()),
                    cell(triple.getObject()))));
    return Table.asSet(rows);
  }

  private static Cell cell(@org.jspecify.annotations.Nullable Node node) {
    if (node == null) {
      return Cell.EMPTY;
    }
    if (node.isURI()) {
      return new Cell(Names.shorten(node.getURI()), "iri");
    }
    String datatype = node.getLiteralDatatypeURI();
    String type = datatype.substring(datatype.indexOf('#') + 1);
    return new Cell(node.getLiteralLexicalForm(), type.equals("langString") ? "string" : type);
  }

  private void load(Path file) {
    Node graph = NodeFactory.createURI("urn:file:" + file.getFileName());
    StreamRDF sink = StreamRDFLib.dataset(base);
    RDFParser.source(file)
        .parse(
            new org.apache.jena.riot.system.StreamRDFWrapper(sink) {
              @Override
              public void triple(Triple triple) {
                sink.quad(Quad.create(graph, triple));
              }

              @Override
              public void quad(Quad quad) {
                sink.quad(quad.isDefaultGraph() ? Quad.create(graph, quad.asTriple()) : quad);
              }
            });
  }
}
