package io.controlgraph.sparql;

import java.util.List;
import org.apache.jena.riot.RDFFormat;

/** Formats for RDF. */
public enum GraphFormat implements AnswerFormat {
  TURTLE,
  NTRIPLES,
  JSONLD,
  RDFXML,
  TRIG,
  NQUADS;

  /** Those made for triples, the usual one first. */
  public static List<AnswerFormat> forTriples() {
    return List.of(TURTLE, NTRIPLES, JSONLD, RDFXML);
  }

  /** All, the usual one for triples first; TriG and N-Quads hold them in the default graph. */
  public static List<AnswerFormat> all() {
    return List.of(TURTLE, NTRIPLES, JSONLD, RDFXML, TRIG, NQUADS);
  }

  /** Those for a dataset, the usual one first; Turtle and RDF/XML leave the graphs' names out. */
  public static List<AnswerFormat> forQuads() {
    return List.of(TRIG, NQUADS, JSONLD, TURTLE, RDFXML);
  }

  /** The first is the usual one; clients have others. */
  @Override
  public List<String> names() {
    return switch (this) {
      case TURTLE -> List.of("turtle", "ttl");
      case NTRIPLES -> List.of("ntriples", "nt");
      case JSONLD -> List.of("jsonld", "json-ld", "json");
      case RDFXML -> List.of("rdfxml", "rdf", "rdf+xml", "xml");
      case TRIG -> List.of("trig");
      case NQUADS -> List.of("nquads", "nq");
    };
  }

  /** What the names of its files end in, without the dot. */
  public String ending() {
    return switch (this) {
      case TURTLE -> "ttl";
      case NTRIPLES -> "nt";
      case JSONLD -> "jsonld";
      case RDFXML -> "rdf";
      case TRIG -> "trig";
      case NQUADS -> "nq";
    };
  }

  @Override
  public List<String> mediaTypes() {
    return switch (this) {
      case TURTLE -> List.of("text/turtle");
      case NTRIPLES -> List.of("application/n-triples");
      case JSONLD -> List.of("application/ld+json", "application/json");
      case RDFXML -> List.of("application/rdf+xml", "application/xml");
      case TRIG -> List.of("application/trig");
      case NQUADS -> List.of("application/n-quads");
    };
  }

  /** Whether the format can name graphs. */
  boolean namesGraphs() {
    return this == TRIG || this == NQUADS || this == JSONLD;
  }

  /** Whether it can be written while it is made. */
  boolean isStreamed() {
    return this != JSONLD && this != RDFXML;
  }

  RDFFormat jena() {
    return switch (this) {
      case TURTLE -> RDFFormat.TURTLE_BLOCKS;
      case NTRIPLES -> RDFFormat.NTRIPLES_UTF8;
      case JSONLD -> RDFFormat.JSONLD11_FLAT;
      case RDFXML -> RDFFormat.RDFXML_PLAIN;
      case TRIG -> RDFFormat.TRIG_BLOCKS;
      case NQUADS -> RDFFormat.NQUADS_UTF8;
    };
  }
}
