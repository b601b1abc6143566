package io.controlgraph.query;

import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/**
 * The fixture of a question: {@code finds.ttl} or {@code .trig} with the rows it must find in
 * {@code finds.csv}, {@code finds-nothing.ttl} or {@code .trig}, and where it has parameters {@code
 * arguments.properties}.
 */
record Fixture(Question question, Path folder) {
  static final LocalDate DAY = LocalDate.of(2026, 3, 31);
  static final Path ROOT = Path.of("src/test/resources/queries");

  /** What every fixture may rely on. */
  static final List<Path> REFERENCE = List.of(Path.of("ontology/controlgraph.ttl"));

  static Fixture of(Question question) {
    return new Fixture(question, ROOT.resolve(question.name()));
  }

  Path finds() {
    return data("finds");
  }

  Path findsNothing() {
    return data("finds-nothing");
  }

  String sparql() {
    Binding binding =
        Binder.bind(
            question, arguments(), new BindContext(DAY, "http://localhost:7070/", Names::resolve));
    if (binding instanceof Binding.Bound bound) {
      return bound.sparql();
    }
    return fail(question.name() + ": " + binding);
  }

  List<List<String>> expected() {
    Path file = folder.resolve("finds.csv");
    if (!Files.isRegularFile(file)) {
      return fail("missing: " + file);
    }
    return csv(file);
  }

  static List<List<String>> csv(Path file) {
    try (Reader reader = Files.newBufferedReader(file)) {
      List<List<String>> rows = new ArrayList<>();
      for (CSVRecord row : CSVFormat.DEFAULT.parse(reader)) {
        rows.add(row.toList());
      }
      return rows;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path data(String name) {
    return Optional.of(folder.resolve(name + ".ttl"))
        .filter(Files::isRegularFile)
        .or(() -> Optional.of(folder.resolve(name + ".trig")).filter(Files::isRegularFile))
        .orElseGet(() -> fail("missing: " + folder.resolve(name + ".ttl")));
  }

  private Map<String, String> arguments() {
    Path file = folder.resolve("arguments.properties");
    Properties properties = new Properties();
    if (Files.isRegularFile(file)) {
      try (Reader reader = Files.newBufferedReader(file)) {
        properties.load(reader);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return properties.stringPropertyNames().stream()
        .collect(Collectors.toMap(name -> name, properties::getProperty));
  }
}
