package io.controlgraph.api;

import io.controlgraph.api.nodes.Ref;
import io.controlgraph.api.openapi.Offers;
import io.controlgraph.packaged.PackagedFiles;
import io.controlgraph.sparql.Answers;
import io.controlgraph.sparql.Negotiation;
import io.controlgraph.sparql.Parameters;
import io.controlgraph.sparql.TraceFormat;
import io.controlgraph.trace.forms.Dot;
import io.controlgraph.trace.forms.Mermaid;
import io.controlgraph.trace.forms.Picture;
import io.controlgraph.trace.index.TraceIndex;
import io.controlgraph.trace.paths.Edge;
import io.controlgraph.trace.paths.Readings;
import io.javalin.http.Context;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.jspecify.annotations.Nullable;

/** Writes paths, traces and impact: as JSON, as the statements they are made of, or to be drawn. */
final class TraceForms {
  static final Offers OFFERS = new Offers(TraceFormat.all());

  /** The media types of all forms but JSON. */
  static final String[] OTHERS =
      OFFERS.mediaTypes().stream()
          .filter(type -> !type.equals("application/json"))
          .toArray(String[]::new);

  private static final List<Node> LABELS = List.of(RDFS.label.asNode(), SKOS.prefLabel.asNode());

  private TraceForms() {}

  /** What the ontology says of how properties read. */
  static Readings readings() {
    return Ontology.READINGS;
  }

  /** Read when it is first needed: most runs of a command do without. */
  private static final class Ontology {
    private static final Readings READINGS = read();

    private static Readings read() {
      Graph ontology = GraphFactory.createDefaultGraph();
      RDFParser.source(new ByteArrayInputStream(PackagedFiles.bytes("ontology/controlgraph.ttl")))
          .lang(Lang.TURTLE)
          .parse(ontology);
      return Readings.of(ontology);
    }
  }

  /** The form that a request wants. */
  static Negotiation.Choice choose(Context ctx) {
    return Negotiation.choose(
        Answers.accepted(ctx),
        Parameters.parse(ctx.queryString()).one("format"),
        TraceFormat.all());
  }

  /**
   * Sends an answer in the form chosen.
   *
   * @param json what is sent as JSON
   * @param marked what was asked for
   */
  static void send(
      Context ctx,
      Negotiation.Choice choice,
      TraceIndex index,
      Object json,
      List<Node> marked,
      List<Edge> edges) {
    Picture picture = new Picture(marked, edges, node -> called(index, node));
    byte[] content =
        switch ((TraceFormat) choice.format()) {
          case JSON -> Json.bytes(json);
          case DOT -> Dot.of(picture).getBytes(StandardCharsets.UTF_8);
          case MERMAID -> Mermaid.of(picture).getBytes(StandardCharsets.UTF_8);
          case TURTLE -> statements(picture, Lang.TURTLE);
          case NTRIPLES -> statements(picture, Lang.NTRIPLES);
        };
    ctx.contentType(Answers.withCharset(choice.mediaType())).result(content);
  }

  private static byte[] statements(Picture picture, Lang lang) {
    Graph graph = GraphFactory.createDefaultGraph();
    picture.triples().forEach(graph::add);
    return RDFWriter.source(graph).lang(lang).asString().getBytes(StandardCharsets.UTF_8);
  }

  /** Things as JSON names them. */
  static List<Ref> refs(TraceIndex index, List<Integer> numbers) {
    return numbers.stream().map(number -> ref(index, number)).toList();
  }

  /** A thing as JSON names it, by its number. */
  static Ref ref(TraceIndex index, int number) {
    return ref(index, index.node(number));
  }

  /** A thing as JSON names it. */
  static Ref ref(TraceIndex index, Node node) {
    return new Ref(node.getURI(), label(index, node));
  }

  private static String called(TraceIndex index, Node node) {
    if (node.isLiteral()) {
      return node.getLiteralLexicalForm();
    }
    String label = label(index, node);
    return label == null ? node.getURI() : label;
  }

  private static @Nullable String label(TraceIndex index, Node node) {
    int number = index.number(node);
    if (number < 0) {
      return null;
    }
    for (Node property : LABELS) {
      String label = index.literal(number, property).map(Node::getLiteralLexicalForm).orElse(null);
      if (label != null) {
        return label;
      }
    }
    return null;
  }

  /**
   * A statement as JSON has it.
   *
   * @param property its IRI
   * @param backwards whether it is walked from object to subject
   * @param reading how it reads that way
   */
  record Walked(Ref subject, String property, Ref object, boolean backwards, String reading) {
    static Walked of(TraceIndex index, Edge edge) {
      return new Walked(
          ref(index, edge.subject()),
          edge.property().getURI(),
          ref(index, edge.object()),
          edge.isBackwards(),
          edge.reading());
    }
  }
}
