package io.controlgraph.query;

import java.util.List;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryException;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.QueryParseException;
import org.apache.jena.query.Syntax;
import org.jspecify.annotations.Nullable;

/** A file of the catalogue, parsed but not yet expanded. */
record QueryFile(QueryText text, Header header, Query query) {

  /** Parses a file; returns null, with the faults added, if it cannot be read at all. */
  static @Nullable QueryFile parse(QueryText text, List<CatalogueFault> faults) {
    int before = faults.size();
    Header header = HeaderReader.read(text, faults);
    try {
      Query query = QueryFactory.create(text.text(), Syntax.syntaxSPARQL_11);
      return faults.size() > before ? null : new QueryFile(text, header, query);
    } catch (QueryParseException e) {
      String message = String.valueOf(e.getMessage()).lines().findFirst().orElse("").strip();
      faults.add(
          new CatalogueFault(
              text.origin(), Math.max(1, e.getLine()), "no SPARQL 1.1 query: " + message));
    } catch (QueryException e) {
      faults.add(new CatalogueFault(text.origin(), 1, "no SPARQL 1.1 query: " + e.getMessage()));
    }
    return null;
  }

  String name() {
    return text.name();
  }

  CatalogueFault fault(String key, String message) {
    return new CatalogueFault(text.origin(), header.line(key), message);
  }

  CatalogueFault faultAt(String variable, String message) {
    return new CatalogueFault(text.origin(), text.lineOf(variable), message);
  }
}
