package io.controlgraph.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.fail;

import io.controlgraph.graph.View;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every question's rows on the hospital are those kept, which were checked by hand. Required
 * parameters take their documented example. {@code -Dgolden=write} writes the files anew.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HospitalGoldenTest {
  private static final Path GOLDEN = Path.of("src/test/resources/golden/hospital");
  private static final List<Question> QUESTIONS =
      List.copyOf(Catalogue.load(List.of()).questions());

  private Hospital hospital;

  @BeforeAll
  void open(@TempDir Path directory) throws IOException {
    hospital = new Hospital(directory);
  }

  @AfterAll
  void close() {
    hospital.close();
  }

  static Stream<Question> questions() {
    return QUESTIONS.stream();
  }

  @ParameterizedTest
  @MethodSource("questions")
  void has_the_rows_that_were_checked(Question question) throws IOException {
    String rows = hospital.read(view -> rows(view, question));
    Path file = GOLDEN.resolve(question.name() + ".csv");
    if ("write".equals(System.getProperty("golden"))) {
      Files.createDirectories(file.resolveSibling("."));
      Files.writeString(file, rows);
    }
    if (!Files.isRegularFile(file)) {
      fail("missing: " + file);
    }
    assertEquals(Files.readString(file), rows, () -> question.name() + " on the hospital");
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
    Binding binding =
        hospital.read(view -> Binder.bind(question, arguments, hospital.context(view)));
    assertInstanceOf(Binding.Bound.class, binding);
  }

  @Test
  void keeps_no_rows_of_questions_that_are_gone() throws IOException {
    TreeSet<String> kept = new TreeSet<>();
    try (Stream<Path> files = Files.walk(GOLDEN)) {
      files
          .filter(Files::isRegularFile)
          .forEach(
              file ->
                  kept.add(
                      GOLDEN.relativize(file).toString().replace('\\', '/').replace(".csv", "")));
    }
    TreeSet<String> names = new TreeSet<>(QUESTIONS.stream().map(Question::name).toList());
    assertEquals(names, kept);
  }

  @Test
  void finds_nodes_by_every_kind_of_name() {
    String asset = "http://localhost:7070/id/hospital/assets/SYS-CXR";
    String control = "https://w3id.org/controlgraph/id/iso27001-2022/annex-a/A.8.24";
    hospital.read(
        view -> {
          NameResolver names = hospital.context(view).names();
          for (String name :
              List.of(
                  asset,
                  "<" + asset + ">",
                  "id:hospital/assets/SYS-CXR",
                  "SYS-CXR",
                  "hospital/SYS-CXR",
                  "Chest X-ray triage")) {
            assertEquals(new NameResolver.Resolution.Found(asset), names.resolve(name), name);
          }
          assertEquals(
              new NameResolver.Resolution.Found(control), names.resolve("iso27001-2022/A.8.24"));
          assertInstanceOf(NameResolver.Resolution.Unknown.class, names.resolve("A.99"));
          String practice = "https://w3id.org/controlgraph/id/practices/encryption";
          assertEquals(
              new NameResolver.Resolution.Found(practice), names.resolve("practices/encryption"));
          return names;
        });
  }

  @Test
  void a_bare_id_stands_for_every_framework_and_part_that_has_it() {
    hospital.read(
        view -> {
          NameResolver names = hospital.context(view).names();
          assertEquals(
              List.of(
                  "iso27001-2013/annex-a/A.6.1.2",
                  "iso27001-2013/clauses/6.1.2",
                  "iso27001-2022/clauses/6.1.2",
                  "iso42001-2023/annex-a/A.6.1.2",
                  "iso42001-2023/clauses/6.1.2"),
              meanings(names.resolve("6.1.2")));
          assertEquals(
              List.of("iso27001-2013/annex-a/A.6.1.2", "iso42001-2023/annex-a/A.6.1.2"),
              meanings(names.resolve("A.6.1.2")));
          assertEquals(List.of("iso27001-2022/annex-a/A.5.23"), meanings(names.resolve("A.5.23")));
          assertEquals(List.of("iso27001-2022/annex-a/A.5.23"), meanings(names.resolve("5.23")));
          assertEquals(
              List.of("iso27001-2022/annex-a/A.5.23"),
              meanings(names.resolve("iso27001-2022/5.23")));
          assertEquals(
              List.of("iso27001-2022/clauses/5.2"), meanings(names.resolve("iso27001-2022/5.2")));
          return names;
        });
  }

  private static List<String> meanings(NameResolver.Resolution resolution) {
    List<String> iris =
        resolution instanceof NameResolver.Resolution.Found found
            ? List.of(found.iri())
            : assertInstanceOf(NameResolver.Resolution.Ambiguous.class, resolution).iris();
    return iris.stream().map(iri -> iri.replace(Names.REFERENCE, "")).toList();
  }

  private String rows(View view, Question question) {
    Map<String, String> arguments = new LinkedHashMap<>();
    for (Parameter parameter : question.parameters()) {
      if (parameter.required() && parameter.example() != null) {
        arguments.put(parameter.name(), parameter.example());
      }
    }
    Binding binding = Binder.bind(question, arguments, hospital.context(view));
    if (binding instanceof Binding.Bound bound) {
      return Table.text(
          Table.withHeader(question, Table.texts(JenaEngine.rows(view.select(bound.sparql())))));
    }
    return fail(question.name() + ": " + binding);
  }
}
