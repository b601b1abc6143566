package io.controlgraph.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.controlgraph.graph.Deadline;
import io.controlgraph.graph.GraphStore;
import io.controlgraph.graph.Scope;
import io.controlgraph.graph.View;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every question has the rows that were checked, on an engine that holds the sample organisations.
 * Each is asked of one organisation on which it finds something, another one each time, so that all
 * of them take part.
 */
@Timeout(300)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class EngineAgreement {
  private GraphStore store;

  /** Opens the engine, with what is shipped and the sample organisations in it. */
  abstract GraphStore open(Path folder) throws Exception;

  @BeforeAll
  void fill(@TempDir Path folder) throws Exception {
    store = open(folder);
  }

  @AfterAll
  void close() throws Exception {
    store.close();
  }

  /** Each question, after the organisation on which it is asked. */
  static Stream<Arguments> questions() {
    List<Question> questions = List.copyOf(Catalogue.load(List.of()).questions());
    List<String> organisations = Samples.organisations();
    List<Arguments> asked = new ArrayList<>();
    for (int i = 0; i < questions.size(); i++) {
      Question question = questions.get(i);
      int start = i;
      String organisation =
          Stream.iterate(0, next -> next + 1)
              .limit(organisations.size())
              .map(next -> organisations.get((start + next) % organisations.size()))
              .filter(each -> golden(each, question).lines().count() > 1)
              .findFirst()
              .orElseThrow();
      asked.add(Arguments.of(organisation, question));
    }
    return asked.stream();
  }

  @ParameterizedTest
  @MethodSource("questions")
  void has_the_rows_that_were_checked(String organisation, Question question) {
    Map<String, String> arguments = GoldenTest.arguments(organisation, question);
    String rows =
        store.read(
            Scope.ALL,
            Deadline.after(Duration.ofMinutes(2)),
            view -> {
              String text = rows(view, question, arguments);
              assertEquals(Set.of(), view.missing());
              return text;
            });
    assertEquals(golden(organisation, question), rows, () -> question.name() + arguments);
  }

  private String rows(View view, Question question, Map<String, String> arguments) {
    Binding.Bound bound =
        assertInstanceOf(
            Binding.Bound.class,
            Binder.bind(
                question,
                arguments,
                new BindContext(
                    Fixture.DAY, store.baseIri(), new GraphNameResolver(view, store.baseIri()))));
    return Table.text(
        Table.withHeader(
            question, Table.texts(GoldenTest.rows(view, question.form(), bound.sparql()))));
  }

  /** The rows that were checked, as CSV with a header. */
  static String golden(String organisation, Question question) {
    try {
      return Files.readString(
          GoldenTest.GOLDEN.resolve(organisation).resolve(question.name() + ".csv"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
