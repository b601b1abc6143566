package io.controlgraph.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.fail;

import io.controlgraph.graph.View;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.system.StreamRDFBase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every question's rows on each sample organisation are those kept, which were checked by hand. All
 * organisations stand in one store, as in the demo, and the question keeps to one where it can.
 * Required parameters are in each organisation's {@code arguments.properties}, as {@code
 * question.parameter=value}. {@code -Dgolden=write} writes the files anew.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GoldenTest {
  static final Path GOLDEN = Path.of("src/test/resources/golden");
  private static final String ARGUMENTS = "arguments.properties";
  private static final List<Question> QUESTIONS =
      List.copyOf(Catalogue.load(List.of()).questions());

  private Samples samples;

  @BeforeAll
  void open(@TempDir Path directory) throws IOException {
    samples = new Samples(directory);
  }

  @AfterAll
  void close() {
    samples.close();
  }

  static Stream<Question> questions() {
    return QUESTIONS.stream();
  }

  static Stream<Arguments> questionsOfOrganisations() {
    return Samples.organisations().stream()
        .flatMap(organisation -> QUESTIONS.stream().map(q -> Arguments.of(organisation, q)));
  }

  @ParameterizedTest
  @MethodSource("questionsOfOrganisations")
  void has_the_rows_that_were_checked(String organisation, Question question) throws IOException {
    Map<String, String> arguments = arguments(organisation, question);
    String rows = samples.read(view -> rows(view, question, arguments));
    Path file = GOLDEN.resolve(organisation).resolve(question.name() + ".csv");
    if ("write".equals(System.getProperty("golden"))) {
      Files.createDirectories(file.resolveSibling("."));
      Files.writeString(file, rows);
    }
    if (!Files.isRegularFile(file)) {
      fail("missing: " + file);
    }
    assertEquals(
        Files.readString(file), rows, () -> question.name() + " on " + organisation + arguments);
  }

  /** A question that finds nothing anywhere shows nobody what it is for. */
  @ParameterizedTest
  @MethodSource("questions")
  void finds_something_on_some_organisation(Question question) throws IOException {
    for (String organisation : Samples.organisations()) {
      Path file = GOLDEN.resolve(organisation).resolve(question.name() + ".csv");
      if (Files.readAllLines(file).size() > 1) {
        return;
      }
    }
    fail(question.name() + " finds nothing on any organisation");
  }

  @ParameterizedTest
  @MethodSource("questions")
  void takes_the_example_of_each_parameter(Question question) {
    Map<String, String> arguments = new LinkedHashMap<>();
    for (Parameter parameter : question.parameters()) {
      if (parameter.example() != null) {
        arguments.put(parameter.name(), parameter.example());
      }
    }
    Binding binding = samples.read(view -> Binder.bind(question, arguments, samples.context(view)));
    assertInstanceOf(Binding.Bound.class, binding);
  }

  @Test
  void keeps_no_rows_of_questions_that_are_gone() throws IOException {
    Set<String> names = new TreeSet<>();
    for (String organisation : Samples.organisations()) {
      names.add(organisation + "/" + ARGUMENTS);
      QUESTIONS.forEach(question -> names.add(organisation + "/" + question.name() + ".csv"));
    }
    try (Stream<Path> files = Files.walk(GOLDEN)) {
      assertEquals(
          names,
          files
              .filter(Files::isRegularFile)
              .map(file -> GOLDEN.relativize(file).toString().replace('\\', '/'))
              .collect(Collectors.toCollection(TreeSet::new)));
    }
  }

  /** What a question is asked with, of one organisation. */
  static Map<String, String> arguments(String organisation, Question question) {
    Properties kept = new Properties();
    Path file = GOLDEN.resolve(organisation).resolve(ARGUMENTS);
    try (Reader reader = Files.newBufferedReader(file)) {
      kept.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Map<String, String> arguments = new TreeMap<>();
    for (Parameter parameter : question.parameters()) {
      String key = question.name() + "." + parameter.name();
      if (kept.containsKey(key)) {
        arguments.put(parameter.name(), kept.getProperty(key));
      } else if (parameter.name().equals("org")) {
        arguments.put("org", organisation);
      } else if (parameter.required()) {
        fail(file + " has no " + key);
      }
    }
    return arguments;
  }

  private String rows(View view, Question question, Map<String, String> arguments) {
    Binding binding = Binder.bind(question, arguments, samples.context(view));
    if (binding instanceof Binding.Bound bound) {
      return Table.text(
          Table.withHeader(question, Table.texts(rows(view, question.form(), bound.sparql()))));
    }
    return fail(question.name() + ": " + binding);
  }

  static List<List<Engine.Cell>> rows(View view, Form form, String sparql) {
    if (form == Form.SELECT) {
      return JenaEngine.rows(view.select(sparql));
    }
    List<Triple> statements = new ArrayList<>();
    view.construct(
        sparql,
        new StreamRDFBase() {
          @Override
          public void triple(Triple triple) {
            statements.add(triple);
          }
        });
    return JenaEngine.statements(statements.iterator());
  }
}
