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
import io.controlgraph.sparql.EntityTag;
import io.controlgraph.sparql.GraphFormat;
import io.controlgraph.sparql.GraphSink;
import io.controlgraph.sparql.Negotiation;
import io.controlgraph.sparql.Parameters;
import io.controlgraph.sparql.Prefixes;
import io.controlgraph.vocab.Reference;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.exec.RowSet;
import org.jspecify.annotations.Nullable;

/** The statements themselves, as RDF: all of them, an organisation's, or a framework's. */
final class ExportRoutes implements Routes {
  private static final String COMPRESS = "compress";
  private static final String GZIP = "application/gzip";
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
                Input.texts("graph", "The IRI of a graph, to have only its statements."),
                Input.choice(COMPRESS, List.of("gzip"), "To have it as a compressed file."),
                Input.text("framework", "The id of a framework, to have only its statements."),
                offers.input(),
                Input.timeout())
            .tagged()
            .gives(
                200,
                "The statements, with their graphs.",
                Stream.concat(offers.mediaTypes().stream(), Stream.of(GZIP)).toList()),
        this::export);
  }

  private void export(Context ctx) throws IOException {
    Parameters parameters = Parameters.parse(ctx.queryString());
    Predicate<String> wanted = wanted(parameters);
    boolean zipped = isZipped(parameters.one(COMPRESS));
    Negotiation.Choice choice =
        Negotiation.choose(
            zipped ? List.of() : Answers.accepted(ctx),
            parameters.one("format"),
            GraphFormat.forQuads());
    GraphFormat format = (GraphFormat) choice.format();
    String mediaType = zipped ? GZIP : choice.mediaType();
    String tag = EntityTag.of(ctx, store, mediaType);
    if (EntityTag.isAnswered(ctx, tag)) {
      return;
    }
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("ETag", tag);
    answers.send(
        ctx,
        mediaType,
        Asked.named("export"),
        answers.deadline(
            Optional.ofNullable(parameters.one("timeout"))
                .orElse(Long.toString(limits.longestQueryTime().toSeconds()))),
        headers,
        (view, out) -> {
          if (zipped) {
            headers.put("Content-Disposition", "attachment; filename=" + fileName(view, format));
            writeZipped(view, wanted, format, out);
          } else {
            write(view, wanted, format, out);
          }
        });
  }

  private static boolean isZipped(@Nullable String compress) {
    if (compress != null && !compress.equals("gzip")) {
      throw new Refusal(400, "bad-parameter", "The parameter 'compress' is gzip, not: " + compress);
    }
    return compress != null;
  }

  private static String fileName(View view, GraphFormat format) {
    return "controlgraph-%d.%s.gz".formatted(view.revision().number(), format.ending());
  }

  /** As a file that is compressed in itself, and so the same for every client. */
  private void writeZipped(
      View view, Predicate<String> wanted, GraphFormat format, AnswerStream out)
      throws IOException {
    try (ZipStream zip = new ZipStream(out)) {
      write(view, wanted, format, zip);
      zip.finish();
    }
  }

  private void write(View view, Predicate<String> wanted, GraphFormat format, OutputStream out) {
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

  /** Any of the graphs, organisations and frameworks that are named; all where none is. */
  private Predicate<String> wanted(Parameters parameters) {
    List<String> graphs = parameters.all("graph");
    String organisation = parameters.one("org");
    String framework = parameters.one("framework");
    if (organisation == null && framework == null && graphs.isEmpty()) {
      return graph -> true;
    }
    String own = store.baseIri() + "graph/" + encode(organisation) + "/";
    String reference = Reference.GRAPH_NS + framework;
    return graph ->
        graphs.contains(graph)
            || (organisation != null && graph.startsWith(own))
            || (framework != null && graph.equals(reference));
  }

  /** As the IRIs of an organisation's own graphs have it. */
  private static String encode(@Nullable String organisation) {
    return URLEncoder.encode(String.valueOf(organisation), StandardCharsets.UTF_8)
        .replace("+", "%20");
  }
}
