package io.controlgraph.query;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.controlgraph.graph.View;
import io.controlgraph.vocab.Cg;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.RowSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo shows every word of the ontology in use, but for a few that wait. */
class OntologyUseTest {
  /** Laws and outcome catalogues are frameworks to come. */
  private static final Set<String> CLASSES_THAT_WAIT = Set.of("Obligation", "Outcome");

  /** What obligations carry, and what crosswalks will that were reviewed or deny a match. */
  private static final Set<String> PROPERTIES_THAT_WAIT =
      Set.of("addressee", "applicableFrom", "textVersion", "mappingNegated", "mappingReviewer");

  @Test
  void everyClassHasAnInstanceAndEveryPropertyAUse(@TempDir Path directory) throws IOException {
    try (Samples samples = new Samples(directory)) {
      assertEquals(
          new TreeSet<>(CLASSES_THAT_WAIT),
          samples.read(
              view ->
                  names(
                      view,
                      """
                      SELECT ?term { ?term a owl:Class
                        FILTER NOT EXISTS { ?sub rdfs:subClassOf* ?term . ?thing a ?sub } }
                      """)));
      assertEquals(
          new TreeSet<>(PROPERTIES_THAT_WAIT),
          samples.read(
              view ->
                  names(
                      view,
                      """
                      SELECT ?term { VALUES ?kind { owl:ObjectProperty owl:DatatypeProperty }
                        ?term a ?kind
                        FILTER NOT EXISTS { ?s ?term ?o }
                        FILTER NOT EXISTS { ?term owl:inverseOf ?inverse . ?s ?inverse ?o }
                        FILTER NOT EXISTS { ?inverse owl:inverseOf ?term . ?s ?inverse ?o }
                        FILTER NOT EXISTS { ?sub rdfs:subPropertyOf+ ?term . ?s ?sub ?o }
                        FILTER NOT EXISTS { ?sub rdfs:subPropertyOf+/owl:inverseOf ?term . ?s ?sub ?o } }
                      """)));
    }
  }

  private static Set<String> names(View view, String query) {
    RowSet rows =
        view.select(
            "PREFIX owl: <http://www.w3.org/2002/07/owl#>"
                + " PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#> "
                + query);
    Set<String> names = new TreeSet<>();
    while (rows.hasNext()) {
      Binding row = rows.next();
      String iri = row.get("term").toString();
      if (iri.startsWith(Cg.NS)) {
        names.add(iri.substring(Cg.NS.length()));
      }
    }
    rows.close();
    return names;
  }
}
