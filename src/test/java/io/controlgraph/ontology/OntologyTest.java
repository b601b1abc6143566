package io.controlgraph.ontology;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.controlgraph.vocab.Cg;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.system.G;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.junit.jupiter.api.Test;

/** What every term of the ontology carries, so that it can be read, found and followed back. */
class OntologyTest {

  private static final Graph ONTOLOGY = OntologyFiles.ontology();

  @Test
  void theOntologyNamesVersionLicenceTitleAndDescription() {
    Node header = G.getOnePO(ONTOLOGY, RDF.type.asNode(), OWL2.Ontology.asNode());
    assertEquals("https://w3id.org/controlgraph/ns", header.getURI());
    for (var property :
        List.of(OWL2.versionIRI, DCTerms.license, DCTerms.title, DCTerms.description)) {
      assertTrue(ONTOLOGY.contains(header, property.asNode(), Node.ANY), property::getURI);
    }
  }

  @Test
  void everyClassAndPropertyHasALabelADefinitionAndAnExample() {
    Set<String> bare = new TreeSet<>();
    for (Node term : terms()) {
      for (var property : List.of(RDFS.label, SKOS.definition, SKOS.example)) {
        if (english(term, property.asNode()).size() != 1) {
          bare.add(term.getLocalName() + " " + property.getLocalName());
        }
      }
    }
    assertEquals(Set.of(), bare);
  }

  @Test
  void noTwoTermsOfOneKindShareALabel() {
    for (var type : List.of(OWL2.Class, OWL2.ObjectProperty, OWL2.DatatypeProperty)) {
      Set<String> labels = new HashSet<>();
      for (Node term : terms(type.asNode())) {
        String label = english(term, RDFS.label.asNode()).get(0);
        assertTrue(labels.add(label), label);
      }
    }
  }

  @Test
  void everyObjectPropertyHasANamedInverse() {
    Set<String> without = new TreeSet<>();
    for (Node property : terms(OWL2.ObjectProperty.asNode())) {
      List<Node> inverses = G.listSP(ONTOLOGY, property, OWL2.inverseOf.asNode());
      boolean both =
          inverses.size() == 1
              && ONTOLOGY.contains(inverses.get(0), OWL2.inverseOf.asNode(), property);
      if (!both) {
        without.add(property.getLocalName());
      }
    }
    assertEquals(Set.of(), without);
  }

  @Test
  void aPropertyAndItsInverseMirrorDomainAndRange() {
    for (Node property : terms(OWL2.ObjectProperty.asNode())) {
      Node inverse = G.getOneSP(ONTOLOGY, property, OWL2.inverseOf.asNode());
      assertEquals(
          G.listSP(ONTOLOGY, property, RDFS.domain.asNode()),
          G.listSP(ONTOLOGY, inverse, RDFS.range.asNode()),
          property.getLocalName());
    }
  }

  @Test
  void domainsAndRangesAreTermsThatExist() {
    for (var property : List.of(RDFS.domain, RDFS.range)) {
      for (Triple triple : ONTOLOGY.find(Node.ANY, property.asNode(), Node.ANY).toList()) {
        Node target = triple.getObject();
        if (target.getURI().startsWith(Cg.NS)) {
          assertTrue(
              ONTOLOGY.contains(target, RDF.type.asNode(), OWL2.Class.asNode()), target::getURI);
        }
      }
    }
  }

  @Test
  void whatDependsOnSomethingIsSaidBySevenSubproperties() {
    Set<String> names = new TreeSet<>();
    ONTOLOGY
        .find(Node.ANY, RDFS.subPropertyOf.asNode(), Cg.DEPENDS_ON)
        .forEachRemaining(triple -> names.add(triple.getSubject().getLocalName()));
    assertEquals(
        Set.of(
            "partOf",
            "runsIn",
            "usesModel",
            "trainedOn",
            "derivedFrom",
            "producedBy",
            "suppliedBy"),
        names);
  }

  @Test
  void everySchemeHasConceptsAndIsExplained() {
    for (Node scheme : schemes()) {
      assertEquals(1, english(scheme, RDFS.label.asNode()).size(), scheme::getURI);
      assertEquals(1, english(scheme, SKOS.definition.asNode()).size(), scheme::getURI);
      assertTrue(ONTOLOGY.contains(Node.ANY, SKOS.inScheme.asNode(), scheme), scheme::getURI);
    }
  }

  @Test
  void everyConceptIsNamedByItsSchemeAndANotationOfItsOwn() {
    Set<String> named = new HashSet<>();
    for (Node concept : terms(SKOS.Concept.asNode())) {
      Node scheme = G.getOneSP(ONTOLOGY, concept, SKOS.inScheme.asNode());
      String notation =
          G.getOneSP(ONTOLOGY, concept, SKOS.notation.asNode()).getLiteralLexicalForm();
      assertTrue(schemes().contains(scheme), scheme::getURI);
      assertEquals(Cg.concept(scheme.getLocalName(), notation), concept);
      assertTrue(named.add(scheme.getLocalName() + " " + notation), concept::getURI);
      assertEquals(1, english(concept, SKOS.prefLabel.asNode()).size(), concept::getURI);
      assertEquals(1, english(concept, SKOS.definition.asNode()).size(), concept::getURI);
    }
    assertFalse(named.isEmpty());
  }

  @Test
  void levelsAreRankedFromOneUpwards() {
    for (String scheme : List.of("RiskLevel", "Severity")) {
      assertEquals(List.of("1", "2", "3", "4"), values(scheme, Cg.RANK));
    }
  }

  @Test
  void everyTypeOfEvidenceSaysHowLongItCounts() {
    assertEquals(
        List.of("12", "12", "12", "12", "24", "24", "3", "3", "3", "36", "6"),
        values("EvidenceType", Cg.DEFAULT_VALIDITY_MONTHS));
  }

  @Test
  void everyKindOfTargetMeansAClassOfTargets() {
    for (Node kind : concepts("TargetKind")) {
      Node target = G.getOneSP(ONTOLOGY, kind, Cg.TARGET_CLASS);
      assertTrue(
          G.isOfType(ONTOLOGY, target, OWL2.Class.asNode())
              && G.listSuperClasses(ONTOLOGY, target).contains(Cg.TARGET),
          target::getURI);
    }
  }

  private static List<String> values(String scheme, Node property) {
    return concepts(scheme).stream()
        .map(concept -> G.getOneSP(ONTOLOGY, concept, property).getLiteralLexicalForm())
        .sorted()
        .toList();
  }

  private static List<Node> concepts(String scheme) {
    return G.listPO(ONTOLOGY, SKOS.inScheme.asNode(), Cg.term(scheme));
  }

  private static Set<Node> schemes() {
    return Set.copyOf(terms(SKOS.ConceptScheme.asNode()));
  }

  private static Set<Node> terms() {
    Set<Node> terms = new HashSet<>();
    for (var type :
        List.of(OWL2.Class, OWL2.ObjectProperty, OWL2.DatatypeProperty, OWL2.AnnotationProperty)) {
      terms.addAll(terms(type.asNode()));
    }
    return terms;
  }

  private static List<Node> terms(Node type) {
    return G.listPO(ONTOLOGY, RDF.type.asNode(), type).stream()
        .filter(node -> node.isURI() && node.getURI().startsWith(Cg.NS))
        .toList();
  }

  private static List<String> english(Node subject, Node property) {
    return G.listSP(ONTOLOGY, subject, property).stream()
        .filter(value -> value.isLiteral() && value.getLiteralLanguage().equals("en"))
        .map(Node::getLiteralLexicalForm)
        .filter(text -> !text.isBlank())
        .toList();
  }
}
