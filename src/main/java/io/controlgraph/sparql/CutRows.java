package io.controlgraph.sparql;

import java.io.IOException;
import java.util.List;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.RowSet;

/**
 * Rows up to a number. Whether there are more must be told before the first is sent, so the answer
 * waits, in memory or in a file, until they are known.
 */
final class CutRows {
  private final long most;

  /**
   * @param most how many rows are given at most
   */
  CutRows(long most) {
    this.most = most;
  }

  /** Writes the rows; runs {@code whenCut} first, if there are more than are given. */
  void write(RowSet rows, RowFormat format, AnswerStream out, Runnable whenCut) throws IOException {
    try (HeldBytes waiting = new HeldBytes()) {
      format.write(new First(rows, most), waiting.stream());
      if (rows.hasNext()) {
        whenCut.run();
      }
      waiting.sendTo(out);
    }
  }

  /** The query that gives the rows after those that were given. */
  Query next(Query query) {
    Query next = query.cloneQuery();
    next.setOffset((query.hasOffset() ? query.getOffset() : 0) + most);
    if (query.hasLimit()) {
      next.setLimit(query.getLimit() - most);
    }
    return next;
  }

  private static final class First implements RowSet {
    private final RowSet rows;
    private final long most;
    private long given;

    First(RowSet rows, long most) {
      this.rows = rows;
      this.most = most;
    }

    @Override
    public boolean hasNext() {
      return given < most && rows.hasNext();
    }

    @Override
    public Binding next() {
      given++;
      return rows.next();
    }

    @Override
    public List<Var> getResultVars() {
      return rows.getResultVars();
    }

    @Override
    public long getRowNumber() {
      return rows.getRowNumber();
    }

    @Override
    public void close() {}
  }
}
