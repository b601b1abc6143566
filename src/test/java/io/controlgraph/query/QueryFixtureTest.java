package io.controlgraph.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every question finds the rows it must, and nothing where there is nothing to find. */
class QueryFixtureTest {
  private static final Engine ENGINE = new JenaEngine(Fixture.REFERENCE);

  static Stream<Question> questions() {
    return Catalogue.load(List.of()).questions().stream();
  }

  @ParameterizedTest
  @MethodSource("questions")
  void finds_what_is_there(Question question) {
    Fixture fixture = Fixture.of(question);
    List<List<String>> expected = fixture.expected();
    List<List<Engine.Cell>> rows = ENGINE.rows(List.of(fixture.finds()), fixture.sparql());
    List<List<String>> texts = Table.texts(rows);
    assertEquals(
        Table.text(expected),
        Table.text(Table.withHeader(question, texts)),
        () -> question.name() + " on " + fixture.finds());
    assertTrue(expected.size() > 1, () -> question.name() + ": the fixture names no row");
    for (List<Engine.Cell> row : rows) {
      for (int i = 0; i < question.columns().size(); i++) {
        Column column = question.columns().get(i);
        String type = row.get(i).type();
        assertTrue(
            type.isEmpty() || type.equals(column.type().toString()),
            () -> question.name() + "." + column.name() + " holds a " + type);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("questions")
  void finds_nothing_where_nothing_is(Question question) {
    Fixture fixture = Fixture.of(question);
    assertEquals(
        "",
        Table.text(Table.texts(ENGINE.rows(List.of(fixture.findsNothing()), fixture.sparql()))),
        () -> question.name() + " on " + fixture.findsNothing());
  }
}
