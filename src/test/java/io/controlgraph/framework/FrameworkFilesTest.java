package io.controlgraph.framework;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.controlgraph.vocab.Cg;
import io.controlgraph.vocab.Reference;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class FrameworkFilesTest {

  static final List<String> FRAMEWORKS = FrameworkData.IDS;

  /** How many numbers follow the A of a control's id. */
  private static final Map<String, String> CONTROL_DEPTH =
      Map.of("iso27001-2013", "{3}", "iso27001-2022", "{2}", "iso42001-2023", "{2,3}");

  @ParameterizedTest
  @FieldSource("FRAMEWORKS")
  void frameworkSaysWhatItIsAndMayBeUsedFor(String id) {
    FrameworkData data = FrameworkData.load(id);
    Node framework = Reference.framework(id);
    assertEquals(List.of(framework), data.ofClass(Cg.FRAMEWORK));
    assertEquals(id, data.identifier(framework));
    String edition = id.substring(id.indexOf('-') + 1);
    assertEquals(
        id.replace("iso", "ISO/IEC ").replace('-', ':'), data.text(framework, RDFS.label.asNode()));
    assertEquals(edition, data.text(framework, Cg.EDITION));
    assertTrue(data.text(framework, DCTerms.issued.asNode()).startsWith(edition + "-"), id);
    for (Node property :
        List.of(
            DCTerms.title.asNode(),
            DCTerms.issued.asNode(),
            DCTerms.source.asNode(),
            DCTerms.license.asNode(),
            DCTerms.rights.asNode())) {
      assertEquals(1, data.values(framework, property).size(), property.getURI());
    }
  }

  @ParameterizedTest
  @FieldSource("FRAMEWORKS")
  void everyRequirementHasItsTextsAndItsPlace(String id) {
    FrameworkData data = FrameworkData.load(id);
    for (Node requirement : data.requirements()) {
      String label = data.text(requirement, RDFS.label.asNode());
      String paraphrase = data.text(requirement, Cg.PARAPHRASE);
      assertFalse(label.matches("A?\\.?[0-9.]+ .*"), "an id in the label " + label);
      assertTrue(paraphrase.endsWith("."), paraphrase);
      assertTrue(paraphrase.length() <= 160, paraphrase);
      assertNotEquals(label, paraphrase);
      assertTrue(data.value(requirement, DCTerms.source.asNode()).isURI());
      assertEquals(Reference.framework(id), data.value(requirement, Cg.FRAMEWORK_PROPERTY));
      assertEquals(Reference.framework(id), data.value(requirement, SKOS.inScheme.asNode()));
    }
  }

  @ParameterizedTest
  @FieldSource("FRAMEWORKS")
  void idsAreUniqueWellFormedAndInTheIri(String id) {
    FrameworkData data = FrameworkData.load(id);
    Set<String> ids = new HashSet<>();
    String control = "A(\\.[1-9][0-9]?)" + CONTROL_DEPTH.get(id);
    for (Node node : data.ofClass(Cg.CONTROL)) {
      String identifier = data.identifier(node);
      assertTrue(identifier.matches(control), identifier);
      assertTrue(ids.add(identifier), identifier);
      assertEquals(Reference.control(id, identifier), node);
    }
    for (Node node : data.ofClass(Cg.CLAUSE)) {
      String identifier = data.identifier(node);
      assertTrue(identifier.matches("([4-9]|10)(\\.[1-9]){0,2}"), identifier);
      assertTrue(ids.add(identifier), identifier);
      assertEquals(Reference.clause(id, identifier), node);
    }
    assertEquals(ids.size(), data.requirements().size());
  }

  @ParameterizedTest
  @FieldSource("FRAMEWORKS")
  void parentsAndThemesExist(String id) {
    FrameworkData data = FrameworkData.load(id);
    for (Node control : data.ofClass(Cg.CONTROL)) {
      Node theme = data.value(control, Cg.THEME_PROPERTY);
      assertTrue(data.ofClass(Cg.THEME).contains(theme), theme + " is no theme");
      assertEquals(List.of(), data.values(theme, SKOS.broader.asNode()), control.getURI());
      assertTrue(data.identifier(control).startsWith(data.identifier(theme) + "."));
    }
    for (Node theme : data.ofClass(Cg.THEME)) {
      assertEquals(Reference.framework(id), data.value(theme, Cg.FRAMEWORK_PROPERTY));
    }
    for (Node clause : data.ofClass(Cg.CLAUSE)) {
      String identifier = data.identifier(clause);
      int dot = identifier.lastIndexOf('.');
      if (dot < 0) {
        assertEquals(List.of(), data.values(clause, SKOS.broader.asNode()));
      } else {
        Node parent = data.value(clause, SKOS.broader.asNode());
        assertEquals(identifier.substring(0, dot), data.identifier(parent));
        String top = identifier.substring(0, identifier.indexOf('.'));
        assertEquals(Reference.clause(id, top), data.value(clause, Cg.THEME_PROPERTY));
      }
    }
  }

  /** A heading may have parts; what stands in a part stands under the heading, too. */
  @ParameterizedTest
  @FieldSource("FRAMEWORKS")
  void partsOfThemesAgreeWithTheIdsInThem(String id) {
    FrameworkData data = FrameworkData.load(id);
    Set<Node> narrower = new HashSet<>(data.ofClass(Cg.CONTROL));
    narrower.addAll(data.ofClass(Cg.THEME));
    for (Node node : narrower) {
      String identifier = data.identifier(node);
      for (Node heading : data.values(node, SKOS.broader.asNode())) {
        assertTrue(data.ofClass(Cg.THEME).contains(heading), heading + " is no theme");
        assertEquals(
            identifier.substring(0, identifier.lastIndexOf('.')), data.identifier(heading));
      }
    }
  }

  @ParameterizedTest
  @FieldSource("FRAMEWORKS")
  void controlsAndClausesWithoutSubclausesAreAssessable(String id) {
    FrameworkData data = FrameworkData.load(id);
    for (Node requirement : data.requirements()) {
      boolean leaf = !data.graph().contains(Node.ANY, SKOS.broader.asNode(), requirement);
      assertEquals(leaf, data.isAssessable(requirement), requirement.getURI());
    }
  }

  @ParameterizedTest
  @FieldSource("FRAMEWORKS")
  void titlesAgreeWithTheIndependentList(String id) throws IOException {
    FrameworkData data = FrameworkData.load(id);
    Map<String, String> titles = new TreeMap<>();
    for (Node requirement : data.requirements()) {
      titles.put(data.identifier(requirement), data.text(requirement, RDFS.label.asNode()));
    }
    assertEquals(new TreeMap<>(data.listedTitles()), titles);
  }
}
