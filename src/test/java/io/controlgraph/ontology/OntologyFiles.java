package io.controlgraph.ontology;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.RDFDataMgr;

/** The files under {@code ontology/}, as the tests of this package read them. */
final class OntologyFiles {

  static final Path FOLDER = Path.of("ontology");

  private OntologyFiles() {}

  static Graph ontology() {
    return read(FOLDER.resolve("controlgraph.ttl"));
  }

  static Graph shapes() {
    return read(FOLDER.resolve("shapes.ttl"));
  }

  static Graph read(Path file) {
    return RDFDataMgr.loadGraph(file.toString());
  }

  /** Every Turtle file under the folder, the examples' included. */
  static List<Path> turtle() {
    return files(FOLDER, ".ttl");
  }

  static List<Path> files(Path folder, String ending) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Every column of the import format that becomes a statement with a term of the ontology. */
  static List<Column> columns() {
    List<Column> columns = new ArrayList<>();
    for (Path file : files(FOLDER.resolve("import"), ".yaml")) {
      for (var kind : yaml(file).properties()) {
        for (var column : kind.getValue().path("columns").properties()) {
          columns.add(Column.of(kind.getKey(), kind.getValue(), column.getValue()));
        }
      }
    }
    return columns;
  }

  private static JsonNode yaml(Path file) {
    try {
      return new YAMLMapper().readTree(file.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * A column of a kind of import file.
   *
   * @param kind the kind's name, such as {@code risks}
   * @param recordClass the local name of the class of its records
   * @param type the column's type, such as {@code ref}
   * @param to the local name of the property it fills, or empty
   * @param of for a concept, the local name of its scheme; else empty
   * @param classes for a class column, the local names of the classes it chooses from
   */
  record Column(
      String kind,
      String recordClass,
      String type,
      String to,
      String of,
      List<String> classes,
      boolean required,
      boolean list) {

    static Column of(String kind, JsonNode definition, JsonNode column) {
      List<String> classes = new ArrayList<>();
      if (column.path("type").asText().equals("class")) {
        column.path("of").forEach(name -> classes.add(name.asText()));
      }
      return new Column(
          kind,
          definition.path("class").asText(),
          column.path("type").asText(),
          column.path("to").asText(""),
          column.path("of").isTextual() ? column.path("of").asText() : "",
          classes,
          column.path("required").asBoolean(),
          column.path("list").asBoolean());
    }

    /** Whether its values are nodes of the graph, not literals. */
    boolean isReference() {
      return switch (type) {
        case "ref", "requirement", "framework", "concept" -> true;
        default -> false;
      };
    }

    /** Whether it fills a property of the ontology, and not one that everything has. */
    boolean hasTerm() {
      return !to.isEmpty() && !to.equals("label") && !to.equals("description");
    }
  }
}
