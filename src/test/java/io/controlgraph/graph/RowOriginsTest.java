package io.controlgraph.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.junit.jupiter.api.Test;

final class RowOriginsTest {
  private static final Node CONTROL = NodeFactory.createURI("http://example.org/control");
  private static final Node SYSTEM = NodeFactory.createURI("http://example.org/system");
  private static final Node REQUIREMENT = NodeFactory.createURI("http://example.org/requirement");
  private static final Node LABEL = NodeFactory.createLiteralString("System");

  private static final Map<Node, Set<String>> ORIGINS =
      Map.of(
          CONTROL, Set.of("bank"),
          SYSTEM, Set.of("bank", "grid"),
          REQUIREMENT, Set.of("bank", "grid", "hospital"));

  @Test
  void names_the_members_that_know_a_thing_of_the_row() {
    assertEquals(Set.of("bank"), RowOrigins.of(List.of(CONTROL, LABEL), ORIGINS, 3));
    assertEquals(Set.of("bank", "grid"), RowOrigins.of(List.of(CONTROL, SYSTEM), ORIGINS, 3));
  }

  @Test
  void leaves_out_what_stands_everywhere_unless_there_is_nothing_else() {
    assertEquals(Set.of("bank"), RowOrigins.of(List.of(CONTROL, REQUIREMENT), ORIGINS, 3));
    assertEquals(
        Set.of("bank", "grid", "hospital"), RowOrigins.of(List.of(REQUIREMENT), ORIGINS, 3));
  }

  @Test
  void names_nobody_for_what_nobody_knows() {
    assertEquals(Set.of(), RowOrigins.of(List.of(LABEL), ORIGINS, 3));
  }
}
