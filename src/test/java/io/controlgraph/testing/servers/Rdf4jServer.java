package io.controlgraph.testing.servers;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.controlgraph.testing.ChildProcess;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Eclipse RDF4J Server in Jetty, with one memory store. Its default graph, when read, is the union
 * of all graphs.
 *
 * <p>Updates run at the store's default isolation level, SNAPSHOT_READ: two that change the same
 * statement at the same time both succeed.
 *
 * @see <a href="https://rdf4j.org/documentation/reference/rest-api/">RDF4J REST API</a>
 */
public final class Rdf4jServer implements TripleStoreServer {
  private static final String CONTEXT = "/rdf4j-server";
  private static final String REPOSITORY = CONTEXT + "/repositories/tests";

  private final ServerProcess process;

  private Rdf4jServer(ServerProcess process) {
    this.process = process;
  }

  /**
   * How it is set up.
   *
   * @param durable whether the store is written to the folder at every commit, to be found after a
   *     restart. All of it is written each time, which is slow with many statements
   * @param formLimit how many bytes a form may have; below zero, any number
   */
  public record Setup(boolean durable, int formLimit) {
    /** In memory, with Jetty's usual limit of 200,000 bytes a form. */
    public static final Setup USUAL = new Setup(false, 200_000);

    public Setup onDisk() {
      return new Setup(true, formLimit);
    }

    public Setup withFormLimit(int bytes) {
      return new Setup(durable, bytes);
    }
  }

  /** Starts one that keeps its files in a folder, waits until it answers, and makes the store. */
  public static Rdf4jServer start(Path folder, Setup setup)
      throws IOException, InterruptedException {
    // Jetty unpacks the server there, and would leave it behind elsewhere.
    Path unpacked = Files.createDirectories(folder.resolve("unpacked"));
    ServerProcess process =
        ServerProcess.start(
            folder,
            port -> {
              List<String> command = ChildProcess.java(JavaServers.OPTIONS);
              command.add("-Djava.io.tmpdir=" + unpacked);
              command.add("-Dorg.eclipse.rdf4j.appdata.basedir=" + folder.resolve("data"));
              command.add(
                  "-Dorg.eclipse.jetty.server.Request.maxFormContentSize=" + setup.formLimit());
              command.addAll(List.of("-jar", ServerFile.JETTY.path().toString()));
              command.addAll(List.of("--host", "127.0.0.1", "--port", Integer.toString(port)));
              command.addAll(List.of("--path", CONTEXT, ServerFile.RDF4J.path().toString()));
              return new ServerProcess.Launch(
                  new ProcessBuilder(command), JavaServers.at(port, CONTEXT + "/protocol"));
            });
    Rdf4jServer server = new Rdf4jServer(process);
    server.makeStore(setup);
    return server;
  }

  @Override
  public URI query() {
    return JavaServers.at(process.port(), REPOSITORY);
  }

  @Override
  public URI update() {
    return JavaServers.at(process.port(), REPOSITORY + "/statements");
  }

  @Override
  public URI graphStore() {
    return JavaServers.at(process.port(), REPOSITORY + "/rdf-graphs/service");
  }

  /**
   * Where transactions are begun (RDF4J REST API), at an isolation level by {@code
   * ?isolation-level=}.
   */
  public URI transactions() {
    return JavaServers.at(process.port(), REPOSITORY + "/transactions");
  }

  @Override
  public ServerProcess process() {
    return process;
  }

  private void makeStore(Setup setup) throws IOException, InterruptedException {
    String configuration =
        """
        PREFIX config: <tag:rdf4j.org,2023:config/>

        [] a config:Repository ;
          config:rep.id "tests" ;
          config:rep.impl [
            config:rep.type "openrdf:SailRepository" ;
            config:sail.impl [
              config:sail.type "openrdf:MemoryStore" ;
              config:mem.persist %s ;
              config:mem.syncDelay 0
            ]
          ] .
        """
            .formatted(setup.durable());
    HttpResponse<String> answer =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(query())
                    .header("Content-Type", "text/turtle")
                    .PUT(BodyPublishers.ofString(configuration))
                    .build(),
                BodyHandlers.ofString());
    if (answer.statusCode() != 204) {
      process.close();
    }
    assertEquals(204, answer.statusCode(), answer.body());
  }
}
