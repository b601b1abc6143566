package io.controlgraph.ontology;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.controlgraph.vocab.Cg;
import io.controlgraph.vocab.Reference;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.junit.jupiter.api.Test;

/**
 * Every term that the shipped files borrow exists in its vocabulary. The lists under {@code
 * src/test/resources/vocabularies} hold one IRI a line; their first line names vocabulary and
 * version.
 */
class VocabulariesTest {

  private static final Path LISTS = Path.of("src/test/resources/vocabularies");
  private static final List<String> OWN =
      List.of(Cg.NS, Reference.NS, Reference.GRAPH_NS, "https://w3id.org/controlgraph/shapes#");

  private static final Pattern TERM = Pattern.compile("(?<![\\w/])cg:([A-Za-z][\\w-]*)");

  /** Properties that point at documents, which are no terms. */
  private static final Set<Node> TO_DOCUMENTS =
      Set.of(
          DCTerms.source.asNode(),
          DCTerms.license.asNode(),
          RDFS.seeAlso.asNode(),
          RDFS.isDefinedBy.asNode(),
          OWL2.versionIRI.asNode());

  @Test
  void everyBorrowedTermExistsInItsVocabulary() {
    Set<String> known = known();
    Set<String> unknown = new TreeSet<>();
    for (Path file : OntologyFiles.turtle()) {
      for (String term : borrowed(OntologyFiles.read(file))) {
        if (!known.contains(term)) {
          unknown.add(file + " " + term);
        }
      }
    }
    assertEquals(Set.of(), unknown);
  }

  @Test
  void everyBorrowedTermOfTheCrosswalksExistsInItsVocabulary() {
    Map<String, String> namespaces =
        Map.of(
            "skos", "http://www.w3.org/2004/02/skos/core#",
            "semapv", "https://w3id.org/semapv/vocab/",
            "sssom", "https://w3id.org/sssom/");
    Pattern borrowed = Pattern.compile("\\t(skos|semapv|sssom):(\\w+)(?=\\t)");
    Set<String> known = known();
    Set<String> unknown = new TreeSet<>();
    for (Path file : OntologyFiles.files(OntologyFiles.FOLDER, ".sssom.tsv")) {
      Matcher terms = borrowed.matcher(String.join("\n", lines(file)));
      while (terms.find()) {
        if (!known.contains(namespaces.get(terms.group(1)) + terms.group(2))) {
          unknown.add(file + " " + terms.group(1) + ":" + terms.group(2));
        }
      }
    }
    assertEquals(Set.of(), unknown);
  }

  @Test
  void everyVocabularyTheDesignReusesIsAlignedTo() {
    Set<String> borrowed =
        borrowed(OntologyFiles.read(OntologyFiles.FOLDER.resolve("alignments.ttl")));
    for (String namespace :
        List.of(
            "http://www.w3.org/ns/prov#",
            "http://www.w3.org/ns/org#",
            "http://xmlns.com/foaf/0.1/",
            "http://www.w3.org/2004/02/skos/core#",
            "http://www.w3.org/ns/dcat#",
            "https://w3id.org/dpv#",
            "https://w3id.org/dpv/risk#",
            "https://w3id.org/dpv/ai#",
            "https://w3id.org/dpv/tech#",
            "https://w3id.org/airo#",
            "http://d3fend.mitre.org/ontologies/d3fend.owl#",
            "https://w3id.org/sssom/")) {
      assertTrue(borrowed.stream().anyMatch(term -> term.startsWith(namespace)), namespace);
    }
  }

  @Test
  void alignedTermsOfOursExist() {
    Graph ontology = OntologyFiles.ontology();
    Graph alignments = OntologyFiles.read(OntologyFiles.FOLDER.resolve("alignments.ttl"));
    Set<String> missing = new TreeSet<>();
    for (Triple triple : alignments.find().toList()) {
      for (Node node : List.of(triple.getSubject(), triple.getObject())) {
        if (node.isURI()
            && node.getURI().startsWith(Cg.NS)
            && !ontology.contains(node, RDF.type.asNode(), Node.ANY)) {
          missing.add(node.getURI());
        }
      }
    }
    assertEquals(Set.of(), missing);
  }

  @Test
  void everyTermOfOursThatTheFilesUseExists() {
    Graph ontology = OntologyFiles.ontology();
    Set<String> missing = new TreeSet<>();
    for (Path file : OntologyFiles.turtle()) {
      for (Triple triple : OntologyFiles.read(file).find().toList()) {
        for (Node node : List.of(triple.getSubject(), triple.getPredicate(), triple.getObject())) {
          if (node.isURI()
              && node.getURI().startsWith(Cg.NS)
              && !ontology.contains(node, RDF.type.asNode(), Node.ANY)) {
            missing.add(file + " " + node.getURI());
          }
        }
      }
    }
    assertEquals(Set.of(), missing);
  }

  @Test
  void everyTermOfOursThatTheQueriesUseExists() {
    Graph ontology = OntologyFiles.ontology();
    Set<String> missing = new TreeSet<>();
    for (Path file : OntologyFiles.files(Path.of("queries"), ".rq")) {
      Matcher terms = TERM.matcher(String.join("\n", lines(file)));
      while (terms.find()) {
        if (!ontology.contains(Cg.term(terms.group(1)), RDF.type.asNode(), Node.ANY)) {
          missing.add(file + " cg:" + terms.group(1));
        }
      }
    }
    assertEquals(Set.of(), missing);
  }

  private static Set<String> borrowed(Graph graph) {
    Set<String> terms = new HashSet<>();
    for (Triple triple : graph.find().toList()) {
      add(terms, triple.getSubject());
      add(terms, triple.getPredicate());
      boolean pointsAtDocument = TO_DOCUMENTS.contains(triple.getPredicate());
      if (!pointsAtDocument) {
        add(terms, triple.getObject());
      }
      if (triple.getObject().isLiteral()) {
        terms.add(triple.getObject().getLiteralDatatypeURI());
      }
    }
    return terms;
  }

  private static void add(Set<String> terms, Node node) {
    boolean own =
        node.isURI()
            && (OWN.stream().anyMatch(node.getURI()::startsWith)
                || node.getURI().matches("https://w3id\\.org/controlgraph(/[a-z]+)?"));
    if (node.isURI() && !own) {
      terms.add(node.getURI());
    }
  }

  private static Set<String> known() {
    Set<String> known = new HashSet<>();
    for (Path list : OntologyFiles.files(LISTS, ".txt")) {
      List<String> lines = lines(list);
      assertTrue(lines.get(0).startsWith("# "), () -> list + " does not name its vocabulary");
      assertFalse(lines.size() < 2, list::toString);
      known.addAll(lines.subList(1, lines.size()));
    }
    return known;
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
