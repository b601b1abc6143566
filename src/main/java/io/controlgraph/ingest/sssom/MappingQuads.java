package io.controlgraph.ingest.sssom;

import io.controlgraph.vocab.Cg;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.datatypes.RDFDatatype;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.jspecify.annotations.Nullable;

/**
 * A mapping set as quads: each row a {@code cg:Mapping} with its provenance and, when it states a
 * link, the plain triple besides ("direct triples" of SSSOM/RDF).
 *
 * <p>A mapping's IRI is that of its set and its name, so that the same file gives the same quads.
 */
public final class MappingQuads {

  private static final String SSSOM = "https://w3id.org/sssom/";
  private static final Node MAPPING_SET = NodeFactory.createURI(SSSOM + "MappingSet");
  private static final Node MAPPINGS = NodeFactory.createURI(SSSOM + "mappings");
  private static final Node SUBJECT_SOURCE = NodeFactory.createURI(SSSOM + "subject_source");
  private static final Node OBJECT_SOURCE = NodeFactory.createURI(SSSOM + "object_source");
  private static final Node VERSION =
      NodeFactory.createURI("http://www.w3.org/2002/07/owl#versionInfo");

  private final Node graph;
  private final List<Quad> quads = new ArrayList<>();

  private MappingQuads(Node graph) {
    this.graph = graph;
  }

  /**
   * The quads of a set.
   *
   * @param set the mappings
   * @param graph the named graph they go to
   */
  public static List<Quad> of(MappingSet set, Node graph) {
    MappingQuads result = new MappingQuads(graph);
    result.addSet(set);
    return List.copyOf(result.quads);
  }

  private void addSet(MappingSet set) {
    Node node = NodeFactory.createURI(set.id());
    add(node, RDF.type.asNode(), MAPPING_SET);
    addText(node, RDFS.label.asNode(), set.title());
    addText(node, DCTerms.description.asNode(), set.description());
    addText(node, VERSION, set.version());
    addIri(node, DCTerms.license.asNode(), set.license());
    for (MappingRow row : set.rows()) {
      addRow(node, row);
    }
  }

  private void addRow(Node set, MappingRow row) {
    Node mapping = NodeFactory.createURI(set.getURI() + "/" + encode(row.name()));
    add(set, MAPPINGS, mapping);
    add(mapping, RDF.type.asNode(), Cg.MAPPING);
    addText(mapping, RDFS.label.asNode(), row.name().replace('~', ' '));
    addIri(mapping, Cg.MAPPING_SUBJECT, row.subject());
    addIri(mapping, Cg.MAPPING_PREDICATE, row.predicate());
    addIri(mapping, Cg.MAPPING_OBJECT, row.object());
    addIri(mapping, Cg.MAPPING_JUSTIFICATION, row.justification());
    addTyped(mapping, Cg.MAPPING_NEGATED, row.negated() ? true : null, XSDDatatype.XSDboolean);
    addTyped(mapping, Cg.CONFIDENCE, row.confidence(), XSDDatatype.XSDdecimal);
    addTyped(mapping, DCTerms.date.asNode(), row.date(), XSDDatatype.XSDdate);
    row.authors().forEach(author -> addText(mapping, Cg.MAPPING_AUTHOR, author));
    row.reviewers().forEach(reviewer -> addText(mapping, Cg.MAPPING_REVIEWER, reviewer));
    addIri(mapping, SUBJECT_SOURCE, row.subjectSource());
    addIri(mapping, OBJECT_SOURCE, row.objectSource());
    addText(mapping, RDFS.comment.asNode(), row.comment());
    if (row.isLink()) {
      add(
          NodeFactory.createURI(row.subject()),
          NodeFactory.createURI(row.predicate()),
          NodeFactory.createURI(row.object()));
    }
  }

  private void addIri(Node subject, Node property, @Nullable String iri) {
    if (iri != null) {
      add(subject, property, NodeFactory.createURI(iri));
    }
  }

  private void addText(Node subject, Node property, @Nullable String text) {
    if (text != null) {
      add(subject, property, NodeFactory.createLiteralString(text));
    }
  }

  private void addTyped(Node subject, Node property, @Nullable Object value, RDFDatatype type) {
    if (value != null) {
      add(subject, property, NodeFactory.createLiteralDT(value.toString(), type));
    }
  }

  private void add(Node subject, Node property, Node object) {
    quads.add(Quad.create(graph, subject, property, object));
  }

  private static String encode(String name) {
    return URLEncoder.encode(name, StandardCharsets.UTF_8)
        .replace("+", "%20")
        .replace("%3A", ":")
        .replace("%7E", "~");
  }
}
