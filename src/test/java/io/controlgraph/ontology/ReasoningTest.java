package io.controlgraph.ontology;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.controlgraph.vocab.Cg;
import java.io.StringWriter;
import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.Test;
import org.semanticweb.HermiT.ReasonerFactory;
import org.semanticweb.owlapi.apibinding.OWLManager;
import org.semanticweb.owlapi.formats.TurtleDocumentFormat;
import org.semanticweb.owlapi.io.StringDocumentSource;
import org.semanticweb.owlapi.model.IRI;
import org.semanticweb.owlapi.model.OWLClass;
import org.semanticweb.owlapi.model.OWLOntology;
import org.semanticweb.owlapi.model.OWLOntologyCreationException;
import org.semanticweb.owlapi.profiles.OWLProfileViolation;
import org.semanticweb.owlapi.profiles.Profiles;
import org.semanticweb.owlapi.reasoner.OWLReasoner;

/** The ontology and its alignments are in OWL 2 RL and hold together under HermiT. */
class ReasoningTest {

  @Test
  void theOntologyIsInOwl2Rl() throws OWLOntologyCreationException {
    assertEquals(List.of(), violations(load("controlgraph.ttl")));
  }

  @Test
  void theOntologyWithItsAlignmentsIsInOwl2Rl() throws OWLOntologyCreationException {
    assertEquals(List.of(), violations(load("controlgraph.ttl", "alignments.ttl")));
  }

  @Test
  void theOntologyWithItsAlignmentsIsConsistentAndEveryClassCanHaveMembers()
      throws OWLOntologyCreationException {
    OWLReasoner reasoner = reasoner(load("controlgraph.ttl", "alignments.ttl"));
    assertTrue(reasoner.isConsistent());
    assertEquals(Set.of(), reasoner.getUnsatisfiableClasses().getEntitiesMinusBottom());
  }

  @Test
  void nothingContradictsWhatTheVocabulariesSayOfTheirTerms() throws OWLOntologyCreationException {
    OWLOntology ontology =
        load("controlgraph.ttl", "alignments.ttl", "../src/test/resources/vocabularies/axioms.ttl");
    var factory = ontology.getOWLOntologyManager().getOWLDataFactory();
    ontology
        .classesInSignature()
        .filter(owlClass -> owlClass.getIRI().getIRIString().startsWith(Cg.NS))
        .forEach(
            owlClass ->
                ontology
                    .getOWLOntologyManager()
                    .addAxiom(
                        ontology,
                        factory.getOWLClassAssertionAxiom(
                            owlClass,
                            factory.getOWLNamedIndividual(
                                IRI.create(
                                    "http://example.org/" + owlClass.getIRI().getFragment())))));
    OWLReasoner reasoner = reasoner(ontology);
    assertTrue(reasoner.isConsistent());
    assertEquals(Set.of(), reasoner.getUnsatisfiableClasses().getEntitiesMinusBottom());
  }

  @Test
  void nothingIsARiskAndAnAssetAtOnce() throws OWLOntologyCreationException {
    OWLOntology ontology = load("controlgraph.ttl");
    var factory = ontology.getOWLOntologyManager().getOWLDataFactory();
    var thing = factory.getOWLNamedIndividual(IRI.create("http://example.org/thing"));
    for (Node type : List.of(Cg.RISK, Cg.DATASET)) {
      OWLClass owlClass = factory.getOWLClass(IRI.create(type.getURI()));
      ontology
          .getOWLOntologyManager()
          .addAxiom(ontology, factory.getOWLClassAssertionAxiom(owlClass, thing));
    }
    assertFalse(reasoner(ontology).isConsistent());
  }

  private static List<OWLProfileViolation> violations(OWLOntology ontology) {
    return Profiles.OWL2_RL.checkOntology(ontology).getViolations();
  }

  private static OWLReasoner reasoner(OWLOntology ontology) {
    return new ReasonerFactory().createReasoner(ontology);
  }

  private static OWLOntology load(String... names) throws OWLOntologyCreationException {
    Graph all = GraphFactory.createDefaultGraph();
    for (String name : names) {
      GraphUtil.addInto(all, OntologyFiles.read(OntologyFiles.FOLDER.resolve(name)));
    }
    StringWriter text = new StringWriter();
    RDFDataMgr.write(text, all, Lang.NTRIPLES);
    return OWLManager.createOWLOntologyManager()
        .loadOntologyFromOntologyDocument(
            new StringDocumentSource(
                text.toString(), IRI.create("urn:test"), new TurtleDocumentFormat(), null));
  }
}
