package io.controlgraph.query;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every question has the same rows, in the same order, on two engines that share no code. */
class PortabilityTest {
  private static final Engine JENA = new JenaEngine(Fixture.REFERENCE);
  private static final Engine RDF4J = new Rdf4jEngine(Fixture.REFERENCE);

  static Stream<Question> questions() {
    return Catalogue.load(List.of()).questions().stream();
  }

  @ParameterizedTest
  @MethodSource("questions")
  void has_the_same_rows_on_both_engines(Question question) {
    Fixture fixture = Fixture.of(question);
    for (Path data : List.of(fixture.finds(), fixture.findsNothing())) {
      assertEquals(
          Table.text(Table.texts(JENA.rows(List.of(data), fixture.sparql()))),
          Table.text(Table.texts(RDF4J.rows(List.of(data), fixture.sparql()))),
          () -> question.name() + " on " + data);
    }
  }
}
