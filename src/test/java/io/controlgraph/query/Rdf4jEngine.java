package io.controlgraph.query;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.rdf4j.model.IRI;
import org.eclipse.rdf4j.model.Literal;
import org.eclipse.rdf4j.model.Statement;
import org.eclipse.rdf4j.model.Value;
import org.eclipse.rdf4j.query.BindingSet;
import org.eclipse.rdf4j.query.GraphQuery;
import org.eclipse.rdf4j.query.GraphQueryResult;
import org.eclipse.rdf4j.query.Query;
import org.eclipse.rdf4j.query.TupleQuery;
import org.eclipse.rdf4j.query.TupleQueryResult;
import org.eclipse.rdf4j.repository.RepositoryConnection;
import org.eclipse.rdf4j.repository.sail.SailRepository;
import org.eclipse.rdf4j.sail.memory.MemoryStore;

/** RDF4J in memory. */
final class Rdf4jEngine implements Engine {
  private final SailRepository base = new SailRepository(new MemoryStore());

  Rdf4jEngine(List<Path> reference) {
    try (RepositoryConnection connection = base.getConnection()) {
      reference.forEach(file -> load(connection, file));
    }
  }

  @Override
  public List<List<Cell>> rows(List<Path> files, String sparql) {
    try (RepositoryConnection connection = base.getConnection()) {
      connection.begin();
      files.forEach(file -> load(connection, file));
      List<List<Cell>> rows = rows(connection, sparql);
      connection.rollback();
      return rows;
    }
  }

  private static List<List<Cell>> rows(RepositoryConnection connection, String sparql) {
    Query query = connection.prepareQuery(sparql);
    return query instanceof GraphQuery graph ? statements(graph) : rows((TupleQuery) query);
  }

  private static List<List<Cell>> statements(GraphQuery query) {
    List<List<Cell>> rows = new ArrayList<>();
    try (GraphQueryResult result = query.evaluate()) {
      for (Statement each : result) {
        rows.add(
            List.of(cell(each.getSubject()), cell(each.getPredicate()), cell(each.getObject())));
      }
    }
    return Table.asSet(rows);
  }

  private static List<List<Cell>> rows(TupleQuery query) {
    List<List<Cell>> rows = new ArrayList<>();
    try (TupleQueryResult result = query.evaluate()) {
      while (result.hasNext()) {
        BindingSet binding = result.next();
        List<Cell> row = new ArrayList<>();
        for (String name : result.getBindingNames()) {
          row.add(cell(binding.getValue(name)));
        }
        rows.add(row);
      }
    }
    return rows;
  }

  private static Cell cell(@org.jspecify.annotations.Nullable Value value) {
    if (value == null) {
      return Cell.EMPTY;
    }
    if (value instanceof Literal literal) {
      String type = literal.getDatatype().getLocalName();
      return new Cell(literal.getLabel(), type.equals("langString") ? "string" : type);
    }
    return new Cell(Names.shorten(((IRI) value).stringValue()), "iri");
  }

  private static void load(RepositoryConnection connection, Path file) {
    try {
      connection.add(file.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
