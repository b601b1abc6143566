package io.controlgraph.framework;

import io.controlgraph.vocab.Cg;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;

/** One shipped framework as its file has it, for tests. */
record FrameworkData(String id, Graph graph) {

  static final List<String> IDS = List.of("iso27001-2013", "iso27001-2022", "iso42001-2023");

  private static final CSVFormat CSV =
      CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();

  static FrameworkData load(String id) {
    return new FrameworkData(id, RDFDataMgr.loadGraph("ontology/frameworks/" + id + ".ttl"));
  }

  List<Node> ofClass(Node type) {
    return graph.find(Node.ANY, RDF.type.asNode(), type).mapWith(t -> t.getSubject()).toList();
  }

  List<Node> requirements() {
    return ofClass(Cg.REQUIREMENT);
  }

  List<Node> assessable() {
    return requirements().stream().filter(this::isAssessable).toList();
  }

  boolean isAssessable(Node requirement) {
    return graph.contains(requirement, Cg.ASSESSABLE, Node.ANY);
  }

  List<Node> values(Node subject, Node property) {
    return graph.find(subject, property, Node.ANY).mapWith(t -> t.getObject()).toList();
  }

  /** The one value of a property; fails when there are none or more. */
  Node value(Node subject, Node property) {
    List<Node> values = values(subject, property);
    if (values.size() != 1) {
      throw new AssertionError(subject + " has " + values + " for " + property);
    }
    return values.get(0);
  }

  String text(Node subject, Node property) {
    return value(subject, property).getLiteralLexicalForm();
  }

  String identifier(Node subject) {
    return text(subject, DCTerms.identifier.asNode());
  }

  /** Title by id, from a list that was compiled apart from the framework's file. */
  Map<String, String> listedTitles() throws IOException {
    Map<String, String> titles = new LinkedHashMap<>();
    for (CSVRecord row : csv("frameworks/" + id + ".csv")) {
      titles.put(row.get("id"), row.get("title"));
    }
    return titles;
  }

  static List<CSVRecord> csv(String resource) throws IOException {
    try (Reader reader = Files.newBufferedReader(Path.of("src/test/resources", resource))) {
      return CSV.parse(reader).getRecords();
    }
  }
}
