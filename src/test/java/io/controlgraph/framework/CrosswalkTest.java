package io.controlgraph.framework;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.controlgraph.ingest.sssom.MappingRow;
import io.controlgraph.ingest.sssom.MappingSet;
import io.controlgraph.ingest.sssom.SssomReader;
import io.controlgraph.ingest.sssom.SssomReading;
import io.controlgraph.vocab.Reference;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVRecord;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.SKOS;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The crosswalk from ISO/IEC 27001:2013 to 2022, held against the pairs of Annex B. */
class CrosswalkTest {

  private static final String OLD = "iso27001-2013";
  private static final String NEW = "iso27001-2022";
  private static final List<String> NEW_CONTROLS =
      List.of(
          "A.5.7", "A.5.23", "A.5.30", "A.7.4", "A.8.9", "A.8.10", "A.8.11", "A.8.12", "A.8.16",
          "A.8.23", "A.8.28");

  private static MappingSet set;

  @BeforeAll
  static void read() throws IOException {
    Path file = Path.of("ontology/mappings/iso27001-2013-to-2022.sssom.tsv");
    SssomReading.Read read =
        assertInstanceOf(SssomReading.Read.class, SssomReader.read(file), "the shipped crosswalk");
    assertEquals(List.of(), read.ignoredColumns());
    set = read.set();
  }

  @Test
  void controlsArePairedAsInAnnexB() throws IOException {
    Set<String> expected = new TreeSet<>();
    for (CSVRecord row : FrameworkData.csv("frameworks/annex-b-2013-to-2022.csv")) {
      expected.add(
          Reference.control(OLD, row.get("id2013"))
              + " "
              + Reference.control(NEW, row.get("id2022")));
    }
    assertEquals(115, expected.size());
    Set<String> pairs = new TreeSet<>();
    for (MappingRow row : links()) {
      if (row.subject().contains("/annex-a/")) {
        pairs.add(row.subject() + " " + row.object());
      }
    }
    assertEquals(expected, pairs);
  }

  @Test
  void whatIsNewIn2022LeadsToNoTermOf2013() {
    Set<String> expected =
        NEW_CONTROLS.stream()
            .map(control -> Reference.control(NEW, control).getURI())
            .collect(Collectors.toSet());
    expected.add(Reference.clause(NEW, "6.3").getURI());
    List<MappingRow> unmapped = set.rows().stream().filter(MappingRow::isUnmapped).toList();
    assertEquals(12, unmapped.size());
    assertEquals(expected, unmapped.stream().map(MappingRow::subject).collect(Collectors.toSet()));
    for (MappingRow row : unmapped) {
      assertEquals(MappingRow.NO_TERM_FOUND, row.object());
      assertEquals(Reference.framework(OLD).getURI(), row.objectSource());
    }
  }

  @Test
  void everyAssessableRequirementOfBothEditionsIsCovered() {
    Set<String> subjects = set.rows().stream().map(MappingRow::subject).collect(Collectors.toSet());
    Set<String> objects = links().stream().map(MappingRow::object).collect(Collectors.toSet());
    for (Node old : FrameworkData.load(OLD).assessable()) {
      assertTrue(subjects.contains(old.getURI()), old + " is not mapped");
    }
    for (Node recent : FrameworkData.load(NEW).assessable()) {
      assertTrue(
          objects.contains(recent.getURI()) != subjects.contains(recent.getURI()),
          recent + " is neither mapped to nor new, or both");
    }
  }

  @Test
  void everyEndExists() {
    Set<String> old = iris(FrameworkData.load(OLD));
    Set<String> recent = iris(FrameworkData.load(NEW));
    for (MappingRow row : links()) {
      assertTrue(old.contains(row.subject()), row.subject());
      assertTrue(recent.contains(row.object()), row.object());
    }
  }

  @Test
  void exactOnlyWhereOneMapsToOne() {
    for (MappingRow row : links()) {
      long sameSubject = links().stream().filter(r -> r.subject().equals(row.subject())).count();
      long sameObject = links().stream().filter(r -> r.object().equals(row.object())).count();
      if (row.predicate().equals(SKOS.exactMatch.getURI())) {
        assertEquals(1, sameSubject, row.name());
        assertEquals(1, sameObject, row.name());
      } else if (sameObject > 1 && sameSubject == 1) {
        assertEquals(SKOS.broadMatch.getURI(), row.predicate(), row.name());
      }
    }
  }

  @Test
  void closureOfExactMatchEquatesNothingWithinAnEdition() {
    Map<String, String> leader = new HashMap<>();
    for (MappingRow row : links()) {
      if (row.predicate().equals(SKOS.exactMatch.getURI())) {
        String from = find(leader, row.subject());
        String to = find(leader, row.object());
        if (!from.equals(to)) {
          leader.put(from, to);
        }
      }
    }
    Map<String, List<String>> classes = new HashMap<>();
    for (String term : new HashSet<>(leader.keySet())) {
      classes.computeIfAbsent(find(leader, term), k -> new ArrayList<>(List.of(k))).add(term);
    }
    assertFalse(classes.isEmpty());
    for (List<String> same : classes.values()) {
      Set<String> distinct = Set.copyOf(same);
      assertEquals(2, distinct.size(), same::toString);
      assertEquals(1, distinct.stream().filter(iri -> iri.contains(OLD)).count(), same::toString);
    }
  }

  @Test
  void readsForwardsAndBackwards() {
    assertEquals(Set.of("A.9.1.1", "A.9.1.2"), subjectsOf("A.5.15"));
    assertEquals(Set.of("A.5.15"), controlsAfter("A.9.1.1"));
    assertEquals(Set.of("A.5.15"), controlsAfter("A.9.1.2"));
    assertEquals(Set.of("A.5.36", "A.8.8"), controlsAfter("A.18.2.3"));
    assertEquals(Set.of("A.18.2.2", "A.18.2.3"), subjectsOf("A.5.36"));
    assertEquals(Set.of("A.12.6.1", "A.18.2.3"), subjectsOf("A.8.8"));
    assertEquals(Set.of(), subjectsOf("A.5.23"));
  }

  /** A crosswalk is read through its mappings, so a plain link of one direction serves both. */
  @Test
  void aLinkIsStatedOnceAndInOneDirection() {
    Set<Set<String>> seen = new HashSet<>();
    for (MappingRow row : links()) {
      assertTrue(seen.add(Set.of(row.subject(), row.object())), row.name());
      assertTrue(row.subject().contains(OLD + "/") && row.object().contains(NEW + "/"));
    }
  }

  @Test
  void improvementClausesChangedPlaces() {
    assertEquals(Set.of("10.2"), objectsOf("10.1"));
    assertEquals(Set.of("10.1"), objectsOf("10.2"));
    assertEquals(Set.of("9.2.1", "9.2.2"), objectsOf("9.2"));
    assertEquals(Set.of("9.3.1", "9.3.2", "9.3.3"), objectsOf("9.3"));
  }

  @Test
  void everyRowSaysWhoMadeItWhenAndHowSure() {
    for (MappingRow row : set.rows()) {
      assertEquals("https://w3id.org/semapv/vocab/ManualMappingCuration", row.justification());
      assertEquals(1, row.authors().size(), row.name());
      assertNotNull(row.date(), row.name());
      assertNotNull(row.confidence(), row.name());
      assertNotNull(row.subjectSource(), row.name());
      assertNotNull(row.objectSource(), row.name());
    }
  }

  private static List<MappingRow> links() {
    return set.rows().stream().filter(MappingRow::isLink).toList();
  }

  private static Set<String> objectsOf(String clause) {
    return ends(Reference.clause(OLD, clause), MappingRow::subject, MappingRow::object);
  }

  private static Set<String> controlsAfter(String control) {
    return ends(Reference.control(OLD, control), MappingRow::subject, MappingRow::object);
  }

  private static Set<String> subjectsOf(String control) {
    return ends(Reference.control(NEW, control), MappingRow::object, MappingRow::subject);
  }

  private static Set<String> ends(
      Node from, Function<MappingRow, String> near, Function<MappingRow, String> far) {
    return links().stream()
        .filter(row -> near.apply(row).equals(from.getURI()))
        .map(row -> far.apply(row).substring(far.apply(row).lastIndexOf('/') + 1))
        .collect(Collectors.toSet());
  }

  private static Set<String> iris(FrameworkData data) {
    return data.requirements().stream().map(Node::getURI).collect(Collectors.toSet());
  }

  private static String find(Map<String, String> leader, String term) {
    String at = term;
    while (leader.containsKey(at)) {
      at = leader.get(at);
    }
    return at;
  }
}
