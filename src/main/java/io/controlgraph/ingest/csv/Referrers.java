package io.controlgraph.ingest.csv;

import io.controlgraph.graph.Transaction;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;

/** Looks for what still refers to things that an import takes away. */
final class Referrers {
  private static final int NAMED_AT_MOST = 3;

  private final Transaction transaction;
  private final Names names;

  Referrers(Transaction transaction, Names names) {
    this.transaction = transaction;
    this.names = names;
  }

  /** Reports every thing removed that something else still refers to. */
  void check(List<Table> tables, Things things, Errors errors) {
    Set<Pool> seen = new HashSet<>();
    for (Table table : tables) {
      Pool pool = things.pool(table.organisation(), table.kind().name());
      if (seen.add(pool)) {
        pool.removed().forEach(thing -> check(table.source(), thing, errors));
      }
    }
  }

  private void check(Source source, Thing thing, Errors errors) {
    List<String> referrers;
    try (Stream<Quad> quads = transaction.quads(Node.ANY, Node.ANY, Node.ANY, thing.node())) {
      referrers =
          quads
              .filter(quad -> quad.getSubject().isURI())
              .map(
                  q -> names.shorten(q.getSubject()) + " (" + names.shorten(q.getPredicate()) + ")")
              .distinct()
              .limit(NAMED_AT_MOST + 1L)
              .toList();
    }
    if (!referrers.isEmpty()) {
      boolean more = referrers.size() > NAMED_AT_MOST;
      errors.add(
          source,
          "'"
              + thing.id()
              + "' is in no row any more, but is referred to by "
              + String.join(", ", more ? referrers.subList(0, NAMED_AT_MOST) : referrers)
              + (more ? " and others" : ""));
    }
  }
}
