package io.controlgraph.api;

import io.controlgraph.api.openapi.Input;
import io.controlgraph.api.openapi.Offers;
import io.controlgraph.api.openapi.Operation;
import io.controlgraph.graph.GraphStore;
import io.controlgraph.graph.View;
import io.controlgraph.security.Limits;
import io.controlgraph.security.Refusal;
import io.controlgraph.sparql.AnswerStream;
import io.controlgraph.sparql.Answers;
import io.controlgraph.sparql.Asked;
import io.controlgraph.sparql.GraphFormat;
import io.controlgraph.sparql.GraphSink;
import io.controlgraph.sparql.Negotiation;
import io.controlgraph.sparql.Parameters;
import io.controlgraph.sparql.Prefixes;
import io.javalin.http.Context;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.exec.RowSet;
import org.jspecify.annotations.Nullable;

/** The statements themselves, as RDF: all of them, an organisation's, or a framework's. */
final class ExportRoutes implements Routes {
  private static final String REFERENCE_GRAPHS = "https://w3id.org/controlgraph/graph/";
  private static final String GRAPHS = "SELECT DISTINCT ?g WHERE { GRAPH ?g { } }";

  private final GraphStore store;
  private final Answers answers;
  private final Limits limits;

  ExportRoutes(GraphStore store, Answers answers, Limits limits) {
    this.store = store;
    this.answers = answers;
    this.limits = limits;
  }

  @Override
  public void addTo(Api api) {
    Offers offers = new Offers(GraphFormat.forQuads());
    api.on(
        Operation.get("/api/v1/exports/rdf", "exportRdf", "Files", "The statements themselves")
            .takes(
                Input.text("org", "The id of an organisation, to have only its statements."),
                Input.text("framework", "The id of a framework, to have only its statements."),
                offers.input(),
                Input.timeout())
            .gives(200, "The statements, with their graphs.", offers.mediaTypes()),
        this::export);
  }

  private void export(Context ctx) throws IOException {
    Parameters parameters = Parameters.parse(ctx.queryString());
    Predicate<String> wanted = wanted(parameters.one("org"), parameters.one("framework"));
    Negotiation.Choice choice =
        Negotiation.choose(Answers.accepted(ctx), parameters.one("format"), GraphFormat.forQuads());
    answers.send(
        ctx,
        choice.mediaType(),
        Asked.named("export"),
        answers.deadline(parameters.one("timeout")),
        Map.of(),
        (view, out) -> write(view, wanted, (GraphFormat) choice.format(), out));
  }

  private void write(View view, Predicate<String> wanted, GraphFormat format, AnswerStream out) {
    List<Node> graphs = graphs(view, wanted);
    GraphSink sink = new GraphSink(format, out, Prefixes.USUAL, limits.collectedTriples());
    for (Node graph : graphs) {
      try (Stream<Quad> quads = view.quads(graph, Node.ANY, Node.ANY, Node.ANY)) {
        quads.forEach(sink.statements()::quad);
      }
    }
    sink.finish();
  }

  private static List<Node> graphs(View view, Predicate<String> wanted) {
    RowSet rows = view.select(GRAPHS);
    List<Node> graphs =
        Stream.generate(() -> rows)
            .takeWhile(RowSet::hasNext)
            .map(each -> each.next().get("g"))
            .filter(graph -> wanted.test(graph.getURI()))
            .toList();
    if (graphs.isEmpty() && view.revision().number() > 0) {
      throw new Refusal(404, "nothing-to-export", "No statements of that kind are in the graph.");
    }
    return graphs;
  }

  private Predicate<String> wanted(@Nullable String organisation, @Nullable String framework) {
    if (organisation == null && framework == null) {
      return graph -> true;
    }
    String own = store.baseIri() + "graph/" + encode(organisation) + "/";
    String reference = REFERENCE_GRAPHS + framework;
    return graph ->
        (organisation != null && graph.startsWith(own))
            || (framework != null && graph.equals(reference));
  }

  /** As the IRIs of an organisation's own graphs have it. */
  private static String encode(@Nullable String organisation) {
    return URLEncoder.encode(String.valueOf(organisation), StandardCharsets.UTF_8)
        .replace("+", "%20");
  }
}
