package io.controlgraph.testing;

import io.controlgraph.api.HttpServer;
import io.controlgraph.graph.GraphStore;
import io.controlgraph.graph.ServiceList;
import io.controlgraph.graph.jena.StoreOptions;
import io.controlgraph.graph.jena.Tdb2GraphStore;
import io.controlgraph.ingest.Importer;
import io.controlgraph.query.Catalogue;
import io.controlgraph.security.Limits;
import io.controlgraph.security.Openings;
import io.controlgraph.security.WriteSecret;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;

/** A server on a free port over a TDB2 store in a folder, and a client for it. */
public final class Served implements AutoCloseable {
  /** The day that answers are about. */
  public static final LocalDate DAY = LocalDate.of(2026, 3, 31);

  /** Read once, since nobody changes it. */
  private static final Catalogue PACKAGED = Catalogue.load(List.of());

  public static final String BASE = "http://localhost:7070/";

  private final HttpClient client = HttpClient.newHttpClient();
  private final WriteSecret secret = WriteSecret.random();
  private final GraphStore store;
  private final HttpServer server;

  private Served(GraphStore store, UnaryOperator<GraphStore> seenAs, Recipe recipe) {
    this.store = store;
    this.server =
        HttpServer.start(
            "127.0.0.1",
            0,
            new HttpServer.Parts(
                seenAs.apply(store),
                recipe.questions().isEmpty() ? PACKAGED : Catalogue.load(recipe.questions()),
                recipe.importer().over(store),
                () -> DAY,
                secret,
                recipe.openings(),
                recipe.limits(),
                null,
                false));
  }

  /**
   * What to serve.
   *
   * @param baseIri what the store's own IRIs begin with
   * @param shapes what commits are held against
   * @param questions folders of questions beside the packaged ones
   */
  public record Recipe(
      String baseIri,
      Graph shapes,
      List<Path> questions,
      ImporterMaker importer,
      Openings openings,
      Limits limits) {
    /** Nothing but a store that takes anything, and usual limits. */
    public static final Recipe PLAIN =
        new Recipe(
            BASE,
            GraphFactory.createDefaultGraph(),
            List.of(),
            store ->
                (files, options, progress) -> {
                  throw new UnsupportedOperationException("no importer here");
                },
            Openings.NONE,
            Limits.DEFAULT);

    public Recipe withBaseIri(String wanted) {
      return new Recipe(wanted, shapes, questions, importer, openings, limits);
    }

    public Recipe withShapes(Graph wanted) {
      return new Recipe(baseIri, wanted, questions, importer, openings, limits);
    }

    public Recipe withQuestions(Path folder) {
      return new Recipe(baseIri, shapes, List.of(folder), importer, openings, limits);
    }

    public Recipe withImporter(ImporterMaker wanted) {
      return new Recipe(baseIri, shapes, questions, wanted, openings, limits);
    }

    public Recipe withUpdates() {
      return withOpenings(
          new Openings(true, openings.proxy(), openings.origins(), openings.services()));
    }

    public Recipe withServices(String... allowed) {
      return withOpenings(
          new Openings(openings.updates(), openings.proxy(), openings.origins(), List.of(allowed)));
    }

    public Recipe withOpenings(Openings wanted) {
      return new Recipe(baseIri, shapes, questions, importer, wanted, limits);
    }

    public Recipe withLimits(Limits wanted) {
      return new Recipe(baseIri, shapes, questions, importer, openings, wanted);
    }
  }

  /** Makes the importer of a store. */
  @FunctionalInterface
  public interface ImporterMaker {
    Importer over(GraphStore store);
  }

  /** Serves a new store in a folder. */
  public static Served in(Path folder, Recipe recipe) {
    return in(folder, recipe, UnaryOperator.identity());
  }

  /**
   * Serves a new store in a folder.
   *
   * @param seenAs puts something between the server and the store
   */
  public static Served in(Path folder, Recipe recipe, UnaryOperator<GraphStore> seenAs) {
    return new Served(
        Tdb2GraphStore.open(
            folder,
            new StoreOptions(recipe.baseIri(), recipe::shapes)
                .withServices(ServiceList.of(recipe.openings().services()))),
        seenAs,
        recipe);
  }

  /** Commits what a TriG text says. */
  public Served with(String trig) {
    DatasetGraph dataset = DatasetGraphFactory.create();
    RDFParser.fromString(trig, Lang.TRIG).parse(dataset);
    store.write("test", "Fixture", tx -> dataset.find().forEachRemaining(tx::add));
    return this;
  }

  /** Commits what an RDF file says, in a graph of that name. */
  public Served with(Path file, String graph) {
    Graph statements = RDFDataMgr.loadGraph(file.toString());
    Node name = NodeFactory.createURI(graph);
    store.write(
        "test",
        "Fixture",
        tx ->
            statements.stream()
                .filter(t -> !t.getSubject().isBlank() && !t.getObject().isBlank())
                .forEach(t -> tx.add(Quad.create(name, t))));
    return this;
  }

  public GraphStore store() {
    return store;
  }

  public String secret() {
    return secret.value();
  }

  public int port() {
    return server.address().getPort();
  }

  public URI at(String path) {
    return server.address().resolve(path);
  }

  /** A request to a path, to be completed. */
  public HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(at(path));
  }

  public Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
    return Answer.of(client.send(request.build(), BodyHandlers.ofString()));
  }

  /** The answer to a request as bytes. */
  public HttpResponse<byte[]> bytes(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return client.send(request.build(), BodyHandlers.ofByteArray());
  }

  /**
   * A GET with headers, as name and value in turn. Asks again while an index is being built, which
   * waits at the server, unless the path says how long to wait.
   */
  public Answer get(String path, String... headers) throws IOException, InterruptedException {
    HttpRequest.Builder request = request(path);
    if (headers.length > 0) {
      request.headers(headers);
    }
    Answer answer = send(request);
    while (answer.isOfAnIndexNotReady() && !path.contains("timeout=")) {
      answer = send(request);
    }
    return answer;
  }

  /** A POST of a text. */
  public Answer post(String path, String contentType, String body, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        request(path).header("Content-Type", contentType).POST(BodyPublishers.ofString(body));
    return send(headers.length == 0 ? request : request.headers(headers));
  }

  /** Sends a request as it is written, without a body, and reads until the server closes. */
  public String raw(String requestLine, String... headers) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port())) {
      String request =
          requestLine + "\r\n" + String.join("\r\n", headers) + "\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** The path of a query by GET. */
  public static String sparql(String query, String... moreParameters) {
    StringBuilder path = new StringBuilder("/sparql?query=").append(encode(query));
    for (int i = 0; i < moreParameters.length; i += 2) {
      path.append('&').append(moreParameters[i]).append('=').append(encode(moreParameters[i + 1]));
    }
    return path.toString();
  }

  public static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    server.close();
    store.close();
  }
}
