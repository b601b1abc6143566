package io.controlgraph.graph.rdf4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.controlgraph.graph.GraphFailure;
import io.controlgraph.graph.Revision;
import io.controlgraph.graph.ServiceList;
import io.controlgraph.graph.jena.QueryRules;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.jena.query.Query;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.exec.UpdateExec;
import org.apache.jena.system.Txn;
import org.apache.jena.tdb2.DatabaseMgr;
import org.apache.jena.tdb2.TDB2;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is asked where there are notes has the answer that it has where there are none. */
@Timeout(60)
final class EngineTextTest {
  private static final String BASE = "http://localhost/";
  private static final QueryRules RULES = new QueryRules(BASE, ServiceList.NONE);
  private static final DatasetGraph BARE = data();
  private static final DatasetGraph NOTED = noted();

  private static DatasetGraph data() {
    DatasetGraph data = DatabaseMgr.createDatasetGraph();
    data.getContext().set(TDB2.symUnionDefaultGraph, true);
    Txn.executeWrite(
        data,
        () ->
            RDFParser.fromString(
                    """
                    PREFIX ex: <http://example.org/>
                    ex:g { ex:a ex:p ex:b ; ex:number 1 . ex:b ex:p ex:c ; ex:name "urn:controlgraph:x" }
                    ex:h { ex:a ex:p ex:b . ex:c ex:author "tester" }
                    """,
                    Lang.TRIG)
                .parse(data));
    return data;
  }

  private static DatasetGraph noted() {
    DatasetGraph data = data();
    Revision first =
        new Revision(
            1,
            "1".repeat(64),
            Revision.NO_HASH,
            Instant.EPOCH,
            "somebody",
            "a message of its own",
            1,
            0);
    long before = Txn.calculateRead(data, () -> data.stream().count());
    Txn.executeWrite(
        data,
        () ->
            UpdateExec.dataset(data)
                .update(Notes.update(BASE, List.of(), List.of(), first))
                .execute());
    assertEquals(before + 10, Txn.calculateRead(data, () -> data.stream().count()), "with notes");
    return data;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT * { ?s ?p ?o }",
        "SELECT (COUNT(*) AS ?n) (COUNT(DISTINCT ?p) AS ?m) { ?s ?p ?o }",
        "SELECT * { GRAPH ?g { ?s ?p ?o } }",
        "SELECT * { GRAPH ?g { } }",
        "SELECT * { GRAPH ?g { } GRAPH ?g { ?s ex:p ?o } }",
        "SELECT * { GRAPH ?g { ?s ex:p ?o } }",
        "SELECT DISTINCT ?g { GRAPH ?g { ?s a|!a ?o } }",
        "SELECT * { GRAPH ex:g { ?s ?p ?o } }",
        "SELECT * { ?s !ex:p ?o }",
        "SELECT * { ?s !(ex:p|^ex:number) ?o }",
        "SELECT * { ?s !(^ex:p) ?o }",
        "SELECT * { ?s ^(!ex:p) ?o }",
        "SELECT ?o { [] !ex:p ?o }",
        "SELECT ?s { ?s !ex:p [] }",
        "SELECT * { [] !ex:p ?blankNode0 . ?blankNode1 !ex:p [] }",
        "SELECT ?o { _:x !ex:p ?o . _:x ex:number 1 }",
        "SELECT ?s { ?s (!ex:q)+ [] }",
        "SELECT * { ?s (!ex:q)+ ?o }",
        "SELECT * { ?s ex:p|!ex:q ?o }",
        "SELECT * { ?s ex:p/!ex:q ?o }",
        "SELECT * { ?s !ex:q/ex:p ?o }",
        "SELECT * { ?s ex:p* ?o }",
        "SELECT * { ?s ex:p? ?o }",
        "SELECT ?o { [] ex:p* ?o }",
        "SELECT * { ?s (ex:p|ex:q)* ?o }",
        "SELECT * { ?s (ex:p*)/ex:p ?o }",
        "SELECT * { ex:a ex:p* ?o }",
        "SELECT * { ?s ex:p* ex:c }",
        "SELECT * { ?s ex:p* 1 }",
        "SELECT * { VALUES ?o { 'unseen' } ?s ex:p* ?o }",
        "SELECT * { ?s ex:p ?o OPTIONAL { ?o ?p ?x } }",
        "SELECT * { ?s ex:p ?o MINUS { ?s ?p 1 } }",
        "SELECT * { ?s ex:p ?o FILTER NOT EXISTS { ?o ?p 1 } }",
        "SELECT * { VALUES ?n { 1 2 0 } FILTER NOT EXISTS { ?s ?p ?n } }",
        "SELECT * { VALUES ?n { 1 2 0 } FILTER EXISTS { GRAPH ?g { ?s ?p ?n } } }",
        "SELECT * { { ?s ?p 1 } UNION { GRAPH ?g { ?s ?p 0 } } }",
        "SELECT * { { SELECT ?p (COUNT(*) AS ?n) { ?s ?p ?o } GROUP BY ?p } FILTER (?n > 0) }",
        "SELECT ?p { ?s ?p ?o } GROUP BY ?p HAVING (COUNT(*) > 0) ORDER BY ?p LIMIT 3",
        "SELECT * { ?s ?p ?o } VALUES ?o { 1 0 }",
        "SELECT * { BIND (EXISTS { ?s ?p 'somebody' } AS ?there) }",
        "SELECT (EXISTS { ?s ?p 'somebody' } AS ?there) { }",
        "SELECT * { VALUES ?g { <urn:controlgraph:notes> } GRAPH ?g { ?s ?p ?o } }",
        "SELECT * { GRAPH ?g { ?s ?p ?o } } VALUES ?g { <urn:controlgraph:notes> }",
        "SELECT * { BIND (IRI('urn:controlgraph:notes') AS ?g) GRAPH ?g { ?s ?p ?o } }",
        "SELECT * { { SELECT * { [] !ex:p ?o } } ?o ex:p ?x }",
        "ASK { ?s ?p 'somebody' }",
        "ASK { GRAPH ?g { ?s ?p 'somebody' } }",
        "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }",
        "CONSTRUCT WHERE { ?s ?p ?o }",
        "CONSTRUCT { ?g ex:is ?o } WHERE { GRAPH ?g { ?s !ex:p ?o } }",
      })
  void theNotesAreNotSeen(String sparql) {
    String text = "PREFIX ex: <http://example.org/> " + sparql;
    assertEquals(answer(BARE, text), answer(NOTED, EngineText.from(text, RULES.parse(text))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT  *   { ?s <http://example.org/p> ?o }  # as it was",
        "PREFIX ex: <http://example.org/>\n\nSELECT ?s\nWHERE { ?s ex:p+ 'x' , ?o }",
        "SELECT * { GRAPH <http://example.org/g> { ?s <urn:a>/^<urn:b> ?o } }",
        "ASK { <urn:a> <urn:b> \"\"\"<urn:controlgraph:notes>\"\"\" }",
        "SELECT * { ?s <urn:p> '<urn:controlgraph:notes>' , '\\\\' , '\\\""
            + " <urn:controlgraph:notes>' }",
        "SELECT * { <urn:controlgraph:notes2> <urn:controlgraph:notesp> ?o }"
      })
  void othersStayAsTheyAre(String sparql) {
    assertEquals(sparql, EngineText.from(sparql, RULES.parse(sparql)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT * { GRAPH <urn:controlgraph:notes> { ?s ?p ?o } }",
        "SELECT * FROM <urn:controlgraph:notes> { ?s ?p ?o }",
        "SELECT * FROM NAMED <urn:controlgraph:notes> { GRAPH ?g { ?s ?p ?o } }",
        "PREFIX n: <urn:controlgraph:> SELECT * { GRAPH n:notes { ?s ?p ?o } }",
        "PREFIX n: <urn:controlgraph:notes> SELECT * { GRAPH n: { ?s ?p ?o } }",
        "BASE <urn:controlgraph:notes> SELECT * { GRAPH <> { ?s ?p ?o } }",
        "BASE <urn:controlgraph:> SELECT * { GRAPH <urn:controlgraph:notes> { ?s ?p ?o } }",
        "SELECT * { GRAPH <urn:controlgraph:note\\u0073> { ?s ?p ?o } }",
        "SELECT * { FILTER EXISTS { GRAPH <urn:controlgraph:notes> { ?s ?p ?o } } }",
        "SELECT * { { SELECT * { GRAPH <urn:controlgraph:notes> { ?s ?p ?o } } } }",
        "DESCRIBE <urn:controlgraph:notes>",
        "DESCRIBE ?s { GRAPH <urn:controlgraph:notes> { ?s ?p ?o } }",
        "SELECT * { ?s ?p 'x' BIND ('\"' AS ?o) GRAPH <urn:controlgraph:notes> { ?s ?p '\"' } }",
      })
  void theirGraphCannotBeNamed(String sparql) {
    Query query = RULES.parse(sparql);
    GraphFailure.QueryRejected refused =
        assertThrows(GraphFailure.QueryRejected.class, () -> EngineText.from(sparql, query));
    assertTrue(String.valueOf(refused.getMessage()).contains("the store's own"));
  }

  private static List<String> answer(DatasetGraph data, String sparql) {
    return Txn.calculateRead(
        data,
        () -> {
          try (QueryExec exec = QueryExec.dataset(data).query(sparql).build()) {
            Query query = exec.getQuery();
            if (query.isAskType()) {
              return List.of(Boolean.toString(exec.ask()));
            }
            List<String> rows = new ArrayList<>();
            if (query.isConstructType()) {
              exec.constructTriples().forEachRemaining(triple -> rows.add(triple.toString()));
            } else {
              RowSet found = exec.select();
              List<Var> vars =
                  found.getResultVars().stream()
                      .sorted(Comparator.comparing(Var::getVarName))
                      .toList();
              rows.add(vars.toString());
              found.forEachRemaining(
                  row ->
                      rows.add(
                          vars.stream()
                              .map(var -> String.valueOf(row.get(var)))
                              .collect(Collectors.joining(" "))));
            }
            return rows.stream().sorted().toList();
          }
        });
  }
}
