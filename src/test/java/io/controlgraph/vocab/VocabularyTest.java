package io.controlgraph.vocab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.Test;

class VocabularyTest {

  private final Graph ontology = RDFDataMgr.loadGraph("ontology/controlgraph.ttl");

  @Test
  void everyConstantIsInTheOntology() throws IllegalAccessException {
    List<String> missing = new ArrayList<>();
    int constants = 0;
    for (var field : Cg.class.getFields()) {
      if (Modifier.isStatic(field.getModifiers()) && field.get(null) instanceof Node term) {
        constants++;
        if (!ontology.contains(term, RDF.type.asNode(), Node.ANY)) {
          missing.add(field.getName());
        }
      }
    }
    assertTrue(constants > 0);
    assertEquals(List.of(), missing);
  }

  @Test
  void conceptsAreNamedBySchemeAndNotation() {
    Node concept = Cg.concept("ImplementationStatus", "not-implemented");
    assertTrue(ontology.contains(concept, RDF.type.asNode(), Node.ANY));
  }

  @Test
  void requirementsCarryFrameworkEditionAndPart() {
    assertEquals(
        "https://w3id.org/controlgraph/id/iso27001-2022/annex-a/A.8.24",
        Reference.control("iso27001-2022", "A.8.24").getURI());
    assertEquals(
        "https://w3id.org/controlgraph/id/iso27001-2022/clauses/6.1.2",
        Reference.clause("iso27001-2022", "6.1.2").getURI());
    assertEquals(
        "https://w3id.org/controlgraph/id/iso27001-2013/themes/A.5",
        Reference.theme("iso27001-2013", "A.5").getURI());
    assertEquals(
        "https://w3id.org/controlgraph/id/own%20rules", Reference.framework("own rules").getURI());
  }

  @Test
  void referenceDataIsToldFromAnOrganisationsOwn() {
    assertTrue(Reference.isReference(Reference.framework("iso27001-2022")));
    assertFalse(Reference.isReference(Cg.RISK));
    assertTrue(Reference.isReferenceGraph(Reference.ONTOLOGY_GRAPH));
    assertFalse(Reference.isReferenceGraph(Reference.framework("iso27001-2022")));
  }
}
