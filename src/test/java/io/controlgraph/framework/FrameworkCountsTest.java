package io.controlgraph.framework;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.controlgraph.vocab.Cg;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.jena.graph.Node;
import org.junit.jupiter.api.Test;

/** The counts by which an auditor would check a copy of the standard at a glance. */
class FrameworkCountsTest {

  private final FrameworkData of2013 = FrameworkData.load("iso27001-2013");
  private final FrameworkData of2022 = FrameworkData.load("iso27001-2022");

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
  void clausesAreThoseOfTheEdition() {
    assertEquals(35, of2013.ofClass(Cg.CLAUSE).size());
    assertEquals(41, of2022.ofClass(Cg.CLAUSE).size());
    assertEquals(26 + 114, of2013.assessable().size());
    assertEquals(30 + 93, of2022.assessable().size());
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
