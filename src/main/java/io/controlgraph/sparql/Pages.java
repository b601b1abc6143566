package io.controlgraph.sparql;

import java.util.Iterator;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.exec.RowSetStream;

/** Cuts a page out of rows without holding them. */
final class Pages {
  private Pages() {}

  static RowSet cut(RowSet rows, Answers.Page page) {
    if (page.equals(Answers.Page.ALL)) {
      return rows;
    }
    for (long i = 0; i < page.offset() && rows.hasNext(); i++) {
      rows.next();
    }
    Iterator<Binding> rest = page.limit() < 0 ? rows : Iter.limit(rows, page.limit());
    return RowSetStream.create(rows.getResultVars(), rest);
  }
}
