package io.controlgraph.sparql;

import io.controlgraph.graph.Deadline;
import io.controlgraph.graph.GraphStore;
import io.controlgraph.graph.Scope;
import io.controlgraph.graph.Update;
import io.controlgraph.graph.View;
import io.controlgraph.security.Limits;
import io.controlgraph.security.Refusal;
import io.controlgraph.vocab.Reference;
import io.javalin.http.Context;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;

/** The SPARQL 1.1 Graph Store HTTP Protocol over the store. */
public final class GraphStoreEndpoint {
  private static final String UNION = "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }";

  /** What follows {@code /graph/} in names that a path can hold as they are. */
  private static final Pattern PLAIN = Pattern.compile("[\\w~-][\\w.~-]*(/[\\w~-][\\w.~-]*)*");

  private final GraphStore store;
  private final Answers answers;
  private final Writes writes;
  private final RdfBody body;
  private final RequestReader requests;
  private final Limits limits;

  /** Reads through {@code answers} and writes through {@code writes}. */
  public GraphStoreEndpoint(GraphStore store, Answers answers, Writes writes, Limits limits) {
    this.store = store;
    this.answers = answers;
    this.writes = writes;
    this.body = new RdfBody(store.baseIri(), limits);
    this.requests = new RequestReader(limits);
    this.limits = limits;
  }

  /** GET and HEAD, section 5.2 and 5.6: the graph, or 304 if the client has it. */
  public void get(Context ctx) throws IOException {
    GraphChoice asked = GraphChoice.of(ctx, store.baseIri());
    if (asked instanceof GraphChoice.Store) {
      throw new Refusal(
          400, "bad-graph", "Say which graph: '?graph=IRI', or '?default' for the union of all.");
    }
    Parameters parameters = Parameters.parse(ctx.queryString());
    Negotiation.Choice format = Answers.choose(ctx, false, parameters.one("format"));
    Deadline deadline = answers.deadline(parameters.one("timeout"));
    boolean asIs = exists(asked, deadline);
    GraphChoice choice = asIs ? asked : reference(ctx, asked);
    String tag = EntityTag.of(ctx, store, format.mediaType());
    if ((asIs || exists(choice, deadline)) && EntityTag.isAnswered(ctx, tag)) {
      return;
    }
    answers.send(
        ctx,
        format.mediaType(),
        new Asked("graph", ctx.path()),
        deadline,
        Map.of("ETag", tag),
        (view, out) -> {
          GraphSink sink =
              new GraphSink(
                  (GraphFormat) format.format(), out, Prefixes.USUAL, limits.collectedTriples());
          if (choice instanceof GraphChoice.Named named) {
            write(view, named.graph(), sink);
          } else {
            view.construct(UNION, sink.statements());
          }
          sink.finish();
        });
  }

  /** Reference data is named elsewhere, but read here too, at the same path. */
  private GraphChoice reference(Context ctx, GraphChoice asked) {
    String own = store.baseIri() + "graph/";
    return !ctx.pathParamMap().isEmpty()
            && asked instanceof GraphChoice.Named named
            && named.graph().getURI().startsWith(own)
        ? new GraphChoice.Named(Reference.graph(named.graph().getURI().substring(own.length())))
        : asked;
  }

  /** PUT, section 5.3: the graph is what is sent. */
  public void put(Context ctx) throws IOException {
    Node graph = named(ctx);
    writes.require(ctx);
    List<Quad> sent = body.read(ctx, graph);
    write(
        ctx,
        graph,
        "Replace",
        deadline(ctx),
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
    writes.require(ctx);
    List<Quad> sent = body.read(ctx, graph);
    write(ctx, graph, "Add to", deadline(ctx), transaction -> sent.forEach(transaction::add));
  }

  /** DELETE, section 5.4: the graph goes. */
  public void delete(Context ctx) {
    Node graph = named(ctx);
    write(
        ctx,
        graph,
        "Delete",
        deadline(ctx),
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
    writes.require(ctx);
    Update update = Update.within(requests.update(ctx), graph.getURI());
    Deadline deadline = deadline(ctx);
    write(ctx, graph, "Patch", deadline, transaction -> transaction.update(update, deadline));
  }

  private Deadline deadline(Context ctx) {
    return answers.deadline(Parameters.parse(ctx.queryString()).one("timeout"));
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
      Context ctx,
      Node graph,
      String verb,
      Deadline deadline,
      GraphStore.WriteWork<RuntimeException> work) {
    Parameters parameters = Parameters.parse(ctx.queryString());
    String given = parameters.one("message");
    boolean[] made = new boolean[1];
    writes
        .write(
            ctx,
            new Writes.Purpose(
                new Asked("graph-write", ctx.method() + " " + ctx.path()),
                parameters.one("author"),
                given == null || given.isBlank() ? verb + " <" + graph.getURI() + ">" : given),
            deadline,
            transaction -> {
              boolean existed = exists(transaction, graph);
              EntityTag.check(ctx, transaction.revision(), existed);
              work.write(transaction);
              made[0] = !existed && exists(transaction, graph);
            })
        .ifPresent(
            revision -> {
              ctx.status(made[0] ? 201 : 204);
              if (made[0]) {
                ctx.header("Location", location(graph));
              }
            });
  }

  /** Where this server shows a graph. */
  private String location(Node graph) {
    String own = store.baseIri() + "graph/";
    String name = graph.getURI();
    return name.startsWith(own) && PLAIN.matcher(name.substring(own.length())).matches()
        ? "/graph/" + name.substring(own.length())
        : "/data?graph=" + URLEncoder.encode(name, StandardCharsets.UTF_8);
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

  private boolean exists(GraphChoice choice, Deadline deadline) {
    return !(choice instanceof GraphChoice.Named named)
        || store.read(
            Scope.ALL,
            deadline,
            view -> {
              boolean exists = exists(view, named.graph());
              if (!exists) {
                view.requireWhole();
              }
              return exists;
            });
  }

  private static boolean exists(View view, Node graph) {
    try (Stream<Quad> quads = view.quads(graph, Node.ANY, Node.ANY, Node.ANY)) {
      return quads.findAny().isPresent();
    }
  }

  private static Refusal noSuchGraph(Node graph) {
    return new Refusal(404, "no-such-graph", "There is no graph <" + graph.getURI() + ">.");
  }
}
