package io.controlgraph.sparql;

import io.controlgraph.graph.ShapeReport;
import io.controlgraph.security.Refusal;
import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.util.List;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;
import org.jspecify.annotations.Nullable;

/** The shapes that a write would break, as a problem document or as a SHACL validation report. */
public final class ViolationReport {
  private static final String SH = "http://www.w3.org/ns/shacl#";
  private static final int NAMED = 2;
  private static final int MOST_TRIPLES = 1_000_000;

  private final ShapeReport report;

  public ViolationReport(ShapeReport report) {
    this.report = report;
  }

  /** A violation in the problem document. */
  private record Violation(
      String focus, @Nullable String path, @Nullable String value, String message) {}

  /** 422, with the violations as a member. */
  public Refusal asRefusal() {
    int count = report.violations().size();
    return new Refusal(
            422,
            "shapes-broken",
            (count == 1 ? "One shape" : count + " shapes")
                + " would be broken; nothing was written.")
        .with("violations", report.violations().stream().map(ViolationReport::violation).toList());
  }

  /** Sends the report as RDF if the request names a format of RDF that it accepts. */
  boolean sendAsRdf(Context ctx) {
    List<String> accepted = Answers.accepted(ctx);
    if (!namesRdf(accepted)) {
      return false;
    }
    Negotiation.Choice choice = Negotiation.choose(accepted, null, GraphFormat.forTriples());
    Graph graph = graph();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    GraphSink sink =
        new GraphSink((GraphFormat) choice.format(), out, graph.getPrefixMapping(), MOST_TRIPLES);
    graph.find().forEachRemaining(sink.statements()::triple);
    sink.finish();
    ctx.status(422).contentType(choice.mediaType()).result(out.toByteArray());
    return true;
  }

  /** Whether a format of RDF is accepted by its own name; everything is no wish for RDF. */
  private static boolean namesRdf(List<String> accepted) {
    List<MediaRange> ranges;
    try {
      ranges = MediaRange.parse(accepted);
    } catch (IllegalArgumentException e) {
      return false;
    }
    return ranges.stream()
        .filter(range -> range.quality() > 0 && range.exactness() == NAMED)
        .anyMatch(
            range ->
                GraphFormat.forTriples().stream()
                    .anyMatch(format -> range.matches(format.mediaTypes().get(0))));
  }

  private Graph graph() {
    Graph graph = GraphFactory.createDefaultGraph();
    graph.getPrefixMapping().setNsPrefix("sh", SH);
    Node whole = NodeFactory.createBlankNode();
    graph.add(whole, RDF.Nodes.type, sh("ValidationReport"));
    graph.add(whole, sh("conforms"), NodeFactory.createLiteralDT("false", XSDDatatype.XSDboolean));
    for (ShapeReport.Violation violation : report.violations()) {
      Node result = NodeFactory.createBlankNode();
      graph.add(whole, sh("result"), result);
      graph.add(result, RDF.Nodes.type, sh("ValidationResult"));
      graph.add(result, sh("focusNode"), violation.focus());
      graph.add(result, sh("resultSeverity"), sh("Violation"));
      graph.add(result, sh("resultMessage"), NodeFactory.createLiteralString(violation.message()));
      if (violation.value() != null) {
        graph.add(result, sh("value"), violation.value());
      }
      String path = violation.path();
      if (path != null && path.matches("<[^<>]*>")) {
        graph.add(
            result, sh("resultPath"), NodeFactory.createURI(path.substring(1, path.length() - 1)));
      }
    }
    return graph;
  }

  private static Violation violation(ShapeReport.Violation broken) {
    Node value = broken.value();
    return new Violation(
        broken.focus().toString(),
        broken.path(),
        value == null ? null : value.isLiteral() ? value.getLiteralLexicalForm() : value.toString(),
        broken.message());
  }

  private static Node sh(String name) {
    return NodeFactory.createURI(SH + name);
  }
}
