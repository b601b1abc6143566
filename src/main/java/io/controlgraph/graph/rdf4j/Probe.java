package io.controlgraph.graph.rdf4j;

import io.controlgraph.graph.Deadline;
import io.controlgraph.graph.GraphFailure;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.jena.sparql.engine.binding.Binding;

/**
 * Finds out whether a server can keep the graph, before anybody relies on it.
 *
 * <p>What it must do: answer SELECT, ASK and CONSTRUCT in a form that is understood here; know
 * SPARQL 1.1, and dates; give the union of the named graphs as default graph; give all rows of an
 * answer; and, where it is to be written, take an update. To find out about the union, a server
 * that can be written gets a triple in a graph named for the purpose, which is taken away again.
 */
final class Probe {
  /** As many rows as the largest limits that servers ship with would cut. */
  private static final int SIDE = 320;

  private static final int MANY = SIDE * SIDE;

  private static final String FEATURES =
      """
      SELECT (SUM(?n) AS ?sum) (GROUP_CONCAT(?day; separator=" ") AS ?days) WHERE {
        { SELECT ?n (STR(?date) AS ?day) WHERE {
            VALUES (?n ?date) { (1 "2026-03-30"^^<%1$sdate>) (2 "2026-03-31"^^<%1$sdate>)
                                (4 "2026-04-01"^^<%1$sdate>) }
            FILTER (?date <= "2026-03-31"^^<%1$sdate>)
            FILTER NOT EXISTS { <urn:controlgraph:no> (<urn:controlgraph:no>/^<urn:controlgraph:no>)+ ?n }
            BIND (IF(BOUND(?n), ?n, 0) AS ?m)
            MINUS { VALUES ?n { 2 } VALUES ?m { 2 } }
          } ORDER BY ?n }
      }
      """
          .formatted("http://www.w3.org/2001/XMLSchema#");

  private final RemoteServer server;
  private final EngineView view;
  private final Deadline deadline;

  /**
   * @param view asks the server
   * @param deadline until when it has to be found out
   */
  Probe(RemoteServer server, EngineView view, Deadline deadline) {
    this.server = server;
    this.view = view;
    this.deadline = deadline;
  }

  /**
   * Finds out.
   *
   * @return whether a triple in two graphs counts once, as far as that can be told
   * @throws GraphFailure.ServerFailed if it cannot serve; says why
   */
  boolean requireFit() {
    answersAllForms();
    knowsSparql11();
    givesAllRows();
    takesLongQueries();
    if (server.address().update() == null) {
      return unionOfWhatIsThere();
    }
    server.chooseUpdates(deadline);
    return unionOfWhatIsWritten();
  }

  private void answersAllForms() {
    if (!view.holds("{}")) {
      throw unfit("says that nothing at all matches the empty pattern");
    }
    if (view.constructed("CONSTRUCT { <urn:controlgraph:a> <urn:controlgraph:b> 1 } WHERE {}")
        != 1) {
      throw unfit("does not give the triple that a CONSTRUCT makes");
    }
  }

  private void knowsSparql11() {
    Binding row = one(FEATURES);
    String sum = text(row, "sum");
    String days = text(row, "days");
    if (!sum.equals("1") || !days.equals("2026-03-30")) {
      throw unfit(
          "does not answer SPARQL 1.1 as it should: of 1, 2 and 4 it summed %s, of the days up to the last it gave '%s'"
              .formatted(sum, days));
    }
  }

  private void givesAllRows() {
    String values =
        IntStream.range(0, SIDE).mapToObj(Integer::toString).collect(Collectors.joining(" "));
    long rows = 0;
    try (TupleRows all =
        view.rows("SELECT ?a WHERE { VALUES ?a { %1$s } VALUES ?b { %1$s } }".formatted(values))) {
      while (all.hasNext()) {
        all.next();
        rows++;
      }
    }
    if (rows != MANY) {
      throw unfit(
          "gives %d rows of %d: it cuts answers without a word. Raise its limit of rows"
              .formatted(rows, MANY));
    }
  }

  /** Long queries are sent as they are (SPARQL 1.1 Protocol, section 2.1.3), not as forms. */
  private void takesLongQueries() {
    try {
      one("SELECT (1 AS ?n) {}" + " ".repeat(RemoteSession.LONGEST_FORM));
    } catch (GraphFailure.DeadlineExceeded e) {
      throw unfit("never answers long queries, which are sent as application/sparql-query");
    }
  }

  /** The default graph must show what a named graph holds; what stands in two is not looked for. */
  private boolean unionOfWhatIsThere() {
    Optional<Binding> any =
        first(
            "SELECT * WHERE { GRAPH ?g { ?s ?p ?o } FILTER (!ISBLANK(?s)) FILTER (!ISBLANK(?o)) }"
                + " LIMIT 1");
    Binding triple =
        any.orElseThrow(
            () ->
                unfit(
                    "has no named graph with anything in it, and may not be written: there is"
                        + " nothing to ask. Load it first, into named graphs"));
    if (!view.holds(
        "{ %s %s %s }"
            .formatted(
                Sparql.of(triple.get("s")),
                Sparql.of(triple.get("p")),
                Sparql.of(triple.get("o"))))) {
      throw noUnion();
    }
    return false;
  }

  private boolean unionOfWhatIsWritten() {
    String subject = "<urn:controlgraph:probe:" + UUID.randomUUID() + ">";
    String triple = subject + " <urn:controlgraph:probe> 1";
    String quads =
        "GRAPH <urn:controlgraph:probe:1> { %1$s } GRAPH <urn:controlgraph:probe:2> { %1$s }"
            .formatted(triple);
    update("INSERT DATA { " + quads + " }");
    try {
      if (!view.holds("{ GRAPH <urn:controlgraph:probe:1> { %s } }".formatted(triple))) {
        throw unfit("took an update, but does not show what was written");
      }
      if (!view.holds("{ %s }".formatted(triple))) {
        throw noUnion();
      }
      String count =
          text(one("SELECT (COUNT(*) AS ?n) WHERE { %s ?p ?o }".formatted(subject)), "n");
      return count.equals("1");
    } finally {
      update("DELETE DATA { " + quads + " }");
    }
  }

  private void update(String text) {
    server.update(text, deadline);
  }

  private Binding one(String query) {
    return first(query).orElseThrow(() -> unfit("gave no row where there must be one"));
  }

  private Optional<Binding> first(String query) {
    try (TupleRows rows = view.rows(query)) {
      return rows.hasNext() ? Optional.of(rows.next()) : Optional.empty();
    }
  }

  private static String text(Binding row, String variable) {
    return row.get(variable) == null ? "nothing" : row.get(variable).getLiteralLexicalForm();
  }

  private GraphFailure noUnion() {
    return unfit(
        "does not give the union of its named graphs as default graph, which every question relies"
            + " on. Set it so (in Fuseki: tdb2:unionDefaultGraph true)");
  }

  private GraphFailure unfit(String why) {
    return new GraphFailure.ServerFailed(server.name(), why);
  }
}
