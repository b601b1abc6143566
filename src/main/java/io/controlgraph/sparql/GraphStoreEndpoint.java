package io.controlgraph.sparql;

import io.controlgraph.graph.Deadline;
import io.controlgraph.graph.GraphStore;
import io.controlgraph.graph.Transaction;
import io.controlgraph.graph.Update;
import io.controlgraph.graph.View;
import io.controlgraph.security.Limits;
import io.controlgraph.security.Refusal;
import io.javalin.http.Context;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.shared.PrefixMapping;
import org.apache.jena.sparql.core.Quad;

/** The SPARQL 1.1 Graph Store HTTP Protocol over the store. */
public final class GraphStoreEndpoint {
  private static final String UPDATE = "application/sparql-update";
  private static final String UNION = "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }";
  private static final PrefixMapping PREFIXES =
      PrefixMapping.Factory.create()
          .setNsPrefix("cg", "https://w3id.org/controlgraph/ns#")
          .setNsPrefix("dcterms", "http://purl.org/dc/terms/")
          .setNsPrefix("rdfs", "http://www.w3.org/2000/01/rdf-schema#")
          .setNsPrefix("xsd", "http://www.w3.org/2001/XMLSchema#")
          .lock();

  private final GraphStore store;
  private final Answers answers;
  private final Writes writes;
  private final RdfBody body;
  private final Limits limits;

  /** Reads through {@code answers} and writes through {@code writes}. */
  public GraphStoreEndpoint(GraphStore store, Answers answers, Writes writes, Limits limits) {
    this.store = store;
    this.answers = answers;
    this.writes = writes;
    this.body = new RdfBody(store.baseIri(), limits);
    this.limits = limits;
  }

  /** GET and HEAD, section 5.2 and 5.6: the graph, or 304 if the client has it. */
  public void get(Context ctx) throws IOException {
    GraphChoice choice = GraphChoice.of(ctx, store.baseIri());
    if (choice instanceof GraphChoice.Store) {
      throw new Refusal(
          400, "bad-graph", "Say which graph: '?graph=IRI', or '?default' for the union of all.");
    }
    Parameters parameters = Parameters.parse(ctx.queryString());
    Negotiation.Choice format = Answers.choose(ctx, false, parameters.one("format"));
    String tag = GraphTag.of(store.revision().number(), format.mediaType());
    if (GraphTag.isKnown(ctx, tag)) {
      ctx.status(304).header("ETag", tag);
      return;
    }
    answers.send(
        ctx,
        format.mediaType(),
        ctx.path(),
        answers.deadline(parameters.one("timeout")),
        Map.of("ETag", tag),
        (view, out) -> {
          GraphSink sink =
              new GraphSink(
                  (GraphFormat) format.format(), out, PREFIXES, limits.collectedTriples());
          if (choice instanceof GraphChoice.Named named) {
            write(view, named.graph(), sink);
          } else {
            view.construct(UNION, sink.statements());
          }
          sink.finish();
        });
  }

  /** PUT, section 5.3: the graph is what is sent. */
  public void put(Context ctx) throws IOException {
    Node graph = named(ctx);
    List<Quad> sent = body.read(ctx, graph);
    write(
        ctx,
        graph,
        "Replace",
        transaction -> {
          transaction.deleteGraph(graph);
          sent.forEach(transaction::add);
        });
  }

  /** POST, section 5.5: what is sent is added; to the store, as a graph of a new name. */
  public void post(Context ctx) throws IOException {
    Node graph =
        GraphChoice.of(ctx, store.baseIri()) instanceof GraphChoice.Store
            ? GraphChoice.minted(store.baseIri()).graph()
            : named(ctx);
    List<Quad> sent = body.read(ctx, graph);
    write(ctx, graph, "Add to", transaction -> sent.forEach(transaction::add));
  }

  /** DELETE, section 5.4: the graph goes. */
  public void delete(Context ctx) {
    Node graph = named(ctx);
    write(
        ctx,
        graph,
        "Delete",
        transaction -> {
          if (!exists(transaction, graph)) {
            throw noSuchGraph(graph);
          }
          transaction.deleteGraph(graph);
        });
  }

  /** PATCH, section 5.7: a SPARQL Update in which the graph stands for the default graph. */
  public void patch(Context ctx) throws IOException {
    Node graph = named(ctx);
    if (!String.valueOf(ctx.contentType()).startsWith(UPDATE)) {
      throw new Refusal(415, "unsupported-media-type", "A graph is patched by " + UPDATE + ".")
          .withHeader("Accept-Patch", UPDATE);
    }
    byte[] text = ctx.bodyInputStream().readNBytes(limits.queryBytes() + 1);
    if (text.length > limits.queryBytes()) {
      throw new Refusal(
          413, "query-too-large", "A patch may have " + limits.queryBytes() + " bytes at most.");
    }
    Update update = Update.within(new String(text, StandardCharsets.UTF_8), graph.getURI());
    Deadline deadline = answers.deadline(null);
    write(ctx, graph, "Patch", transaction -> transaction.update(update, deadline));
  }

  private Node named(Context ctx) {
    GraphChoice choice = GraphChoice.of(ctx, store.baseIri());
    if (choice instanceof GraphChoice.Named named) {
      return named.graph();
    }
    throw new Refusal(
        choice instanceof GraphChoice.Union ? 403 : 400,
        "bad-graph",
        "The default graph is the union of all; write to a named one: '?graph=IRI'.");
  }

  private void write(
      Context ctx, Node graph, String verb, GraphStore.WriteWork<RuntimeException> work) {
    Parameters parameters = Parameters.parse(ctx.queryString());
    String given = parameters.one("message");
    boolean[] existed = new boolean[1];
    writes
        .write(
            ctx,
            new Writes.Purpose(
                ctx.method() + " " + ctx.path(),
                parameters.one("author"),
                given == null || given.isBlank() ? verb + " <" + graph.getURI() + ">" : given),
            answers.deadline(null),
            transaction -> {
              existed[0] = exists(transaction, graph);
              GraphTag.check(ctx, transaction.revision().number(), existed[0]);
              work.write(transaction);
            })
        .ifPresent(
            revision -> {
              ctx.status(existed[0] ? 204 : 201);
              if (!existed[0]) {
                ctx.header("Location", location(graph));
              }
            });
  }

  /** Where this server shows a graph. */
  private String location(Node graph) {
    String own = store.baseIri() + "graph/";
    return graph.getURI().startsWith(own)
        ? "/graph/" + graph.getURI().substring(own.length())
        : "/data?graph=" + java.net.URLEncoder.encode(graph.getURI(), StandardCharsets.UTF_8);
  }

  private static void write(View view, Node graph, GraphSink sink) {
    boolean[] some = new boolean[1];
    try (Stream<Quad> quads = view.quads(graph, Node.ANY, Node.ANY, Node.ANY)) {
      quads.forEach(
          quad -> {
            some[0] = true;
            sink.statements().triple(quad.asTriple());
          });
    }
    if (!some[0]) {
      throw noSuchGraph(graph);
    }
  }

  private static boolean exists(Transaction transaction, Node graph) {
    try (Stream<Quad> quads = transaction.quads(graph, Node.ANY, Node.ANY, Node.ANY)) {
      return quads.findAny().isPresent();
    }
  }

  private static Refusal noSuchGraph(Node graph) {
    return new Refusal(404, "no-such-graph", "There is no graph <" + graph.getURI() + ">.");
  }
}
