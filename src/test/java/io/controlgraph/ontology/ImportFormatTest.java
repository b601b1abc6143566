package io.controlgraph.ontology;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.controlgraph.vocab.Cg;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.system.G;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.apache.jena.vocabulary.XSD;
import org.junit.jupiter.api.Test;

/** Every name in the import format is a term of the ontology, and one of the right kind. */
class ImportFormatTest {

  private static final Graph ONTOLOGY = OntologyFiles.ontology();
  private static final List<OntologyFiles.Column> COLUMNS = OntologyFiles.columns();

  @Test
  void everyClassExists() {
    Set<String> missing = new TreeSet<>();
    for (OntologyFiles.Column column : COLUMNS) {
      column.classes().stream().filter(name -> !isA(name, OWL2.Class)).forEach(missing::add);
      if (!isA(column.recordClass(), OWL2.Class)) {
        missing.add(column.recordClass());
      }
    }
    assertFalse(COLUMNS.isEmpty());
    assertEquals(Set.of(), missing);
  }

  @Test
  void everyPropertyExistsAndTakesWhatItsColumnHolds() {
    Set<String> wrong = new TreeSet<>();
    for (OntologyFiles.Column column : COLUMNS) {
      if (column.hasTerm()) {
        var kind = column.isReference() ? OWL2.ObjectProperty : OWL2.DatatypeProperty;
        if (!isA(column.to(), kind)) {
          wrong.add(column.kind() + "." + column.to());
        }
      }
    }
    assertEquals(Set.of(), wrong);
  }

  @Test
  void rangesAreTrueOfEveryColumn() {
    for (OntologyFiles.Column column : COLUMNS) {
      if (column.hasTerm()) {
        List<Node> ranges = G.listSP(ONTOLOGY, Cg.term(column.to()), RDFS.range.asNode());
        String where = column.kind() + "." + column.to();
        switch (column.type()) {
          case "text", "sha256" -> assertEquals(List.of(XSD.xstring.asNode()), ranges, where);
          case "integer" -> assertEquals(List.of(XSD.integer.asNode()), ranges, where);
          case "decimal" -> assertEquals(List.of(XSD.decimal.asNode()), ranges, where);
          case "boolean" -> assertEquals(List.of(XSD.xboolean.asNode()), ranges, where);
          case "concept" -> assertEquals(List.of(SKOS.Concept.asNode()), ranges, where);
          case "date", "dateTime" -> assertEquals(List.of(), ranges, where);
          default -> {}
        }
      }
    }
  }

  @Test
  void domainsAreTrueOfEveryColumn() {
    for (OntologyFiles.Column column : COLUMNS) {
      if (column.hasTerm()) {
        for (Node domain : G.listSP(ONTOLOGY, Cg.term(column.to()), RDFS.domain.asNode())) {
          Node record = Cg.term(column.recordClass());
          boolean within =
              record.equals(domain) || G.listSuperClasses(ONTOLOGY, record).contains(domain);
          assertEquals(true, within, column.kind() + "." + column.to());
        }
      }
    }
  }

  @Test
  void everyConceptSchemeExists() {
    Set<String> missing = new TreeSet<>();
    COLUMNS.stream()
        .map(OntologyFiles.Column::of)
        .filter(scheme -> !scheme.isEmpty() && !isA(scheme, SKOS.ConceptScheme))
        .forEach(missing::add);
    assertEquals(Set.of(), missing);
  }

  private static boolean isA(String name, org.apache.jena.rdf.model.Resource type) {
    return ONTOLOGY.contains(Cg.term(name), RDF.type.asNode(), type.asNode());
  }
}
