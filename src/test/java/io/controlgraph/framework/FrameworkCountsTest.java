package io.controlgraph.framework;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.controlgraph.vocab.Cg;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.SKOS;
import org.junit.jupiter.api.Test;

/** The counts by which an auditor would check a copy of the standard at a glance. */
class FrameworkCountsTest {

  private final FrameworkData of2013 = FrameworkData.load("iso27001-2013");
  private final FrameworkData of2022 = FrameworkData.load("iso27001-2022");
  private final FrameworkData of42001 = FrameworkData.load("iso42001-2023");

  @Test
  void edition2022HasNinetyThreeControlsInFourThemes() {
    assertEquals(93, of2022.ofClass(Cg.CONTROL).size());
    assertEquals(
        Map.of("A.5", 37, "A.6", 8, "A.7", 14, "A.8", 34), new TreeMap<>(controlsByTheme(of2022)));
  }

  @Test
  void edition2013HasHundredAndFourteenControlsInFourteenCategories() {
    assertEquals(114, of2013.ofClass(Cg.CONTROL).size());
    List<Integer> expected = List.of(2, 7, 6, 10, 14, 2, 15, 14, 7, 13, 5, 7, 4, 8);
    Map<String, Integer> counts = controlsByTheme(of2013);
    assertEquals(14, counts.size());
    for (int category = 5; category <= 18; category++) {
      assertEquals(expected.get(category - 5), counts.get("A." + category), "A." + category);
    }
  }

  @Test
  void iso42001HasThirtyEightControlsUnderNineObjectives() {
    assertEquals(38, of42001.ofClass(Cg.CONTROL).size());
    assertEquals(
        Map.of(
            "A.2", 3, "A.3", 2, "A.4", 5, "A.5", 4, "A.6", 9, "A.7", 5, "A.8", 4, "A.9", 3, "A.10",
            3),
        controlsByTheme(of42001));
    List<String> parts =
        of42001.ofClass(Cg.THEME).stream()
            .filter(theme -> !of42001.values(theme, SKOS.broader.asNode()).isEmpty())
            .map(of42001::identifier)
            .sorted()
            .toList();
    assertEquals(List.of("A.6.1", "A.6.2"), parts);
    assertEquals(9 + parts.size(), of42001.ofClass(Cg.THEME).size());
  }

  /** Why an id alone does not tell a requirement, and its IRI has framework, edition and part. */
  @Test
  void idsOfIso42001ThatAreTakenInIso27001() {
    assertEquals(
        Set.of(
            "A.5.2", "A.5.3", "A.5.4", "A.5.5", "A.7.2", "A.7.3", "A.7.4", "A.7.5", "A.7.6",
            "A.8.2", "A.8.3", "A.8.4", "A.8.5"),
        sharedControls(of42001, of2022));
    assertEquals(Set.of("A.6.1.2", "A.6.1.3", "A.6.2.2"), sharedControls(of42001, of2013));
  }

  @Test
  void clausesAreThoseOfTheEdition() {
    assertEquals(35, of2013.ofClass(Cg.CLAUSE).size());
    assertEquals(41, of2022.ofClass(Cg.CLAUSE).size());
    assertEquals(43, of42001.ofClass(Cg.CLAUSE).size());
    assertEquals(26 + 114, of2013.assessable().size());
    assertEquals(30 + 93, of2022.assessable().size());
    assertEquals(32 + 38, of42001.assessable().size());
  }

  private static Set<String> sharedControls(FrameworkData one, FrameworkData other) {
    Set<String> ids = controlIds(one);
    ids.retainAll(controlIds(other));
    return ids;
  }

  private static Set<String> controlIds(FrameworkData data) {
    return data.ofClass(Cg.CONTROL).stream()
        .map(data::identifier)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Map<String, Integer> controlsByTheme(FrameworkData data) {
    Map<String, Integer> counts = new TreeMap<>();
    for (Node control : data.ofClass(Cg.CONTROL)) {
      Node theme = data.value(control, Cg.THEME_PROPERTY);
      counts.merge(data.identifier(theme), 1, Integer::sum);
    }
    return counts;
  }
}
