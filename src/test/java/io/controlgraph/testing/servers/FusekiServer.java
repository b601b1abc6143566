package io.controlgraph.testing.servers;

import io.controlgraph.testing.ChildProcess;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * Apache Jena Fuseki with a TDB2 dataset.
 *
 * @see <a
 *     href="https://jena.apache.org/documentation/fuseki2/fuseki-configuration.html">Configuring
 *     Fuseki</a>
 */
public final class FusekiServer implements TripleStoreServer {
  private static final String DATASET = "dataset";

  private final ServerProcess process;

  private FusekiServer(ServerProcess process) {
    this.process = process;
  }

  /**
   * What to serve.
   *
   * @param union whether the default graph is the union of the named graphs; else it is a graph of
   *     its own
   * @param writable whether there is anything but a query endpoint and a graph store to read
   * @param durable whether data is kept in the folder, to be found after a restart; else it is in
   *     memory
   * @param timeoutMillis how long it works on a query, whether anybody still waits or not
   */
  public record Setup(boolean union, boolean writable, boolean durable, long timeoutMillis) {
    /** In memory, writable, and the default graph is the union of the named graphs. */
    public static final Setup USUAL = new Setup(true, true, false, 600_000);

    public Setup withoutUnion() {
      return new Setup(false, writable, durable, timeoutMillis);
    }

    public Setup readOnly() {
      return new Setup(union, false, durable, timeoutMillis);
    }

    public Setup onDisk() {
      return new Setup(union, writable, true, timeoutMillis);
    }

    public Setup withTimeout(Duration timeout) {
      return new Setup(union, writable, durable, timeout.toMillis());
    }
  }

  /** Starts a small one that keeps its files in a folder, and waits until it answers. */
  public static FusekiServer start(Path folder, Setup setup)
      throws IOException, InterruptedException {
    return start(folder, setup, JavaServers.OPTIONS);
  }

  /**
   * Starts one that keeps its files in a folder, and waits until it answers.
   *
   * @param options for its virtual machine
   */
  public static FusekiServer start(Path folder, Setup setup, List<String> options)
      throws IOException, InterruptedException {
    Path configuration =
        Files.writeString(folder.resolve("fuseki.ttl"), configuration(folder, setup));
    return new FusekiServer(
        ServerProcess.start(
            folder,
            port -> {
              List<String> command = ChildProcess.java(options);
              command.addAll(List.of("-jar", ServerFile.FUSEKI.path().toString()));
              command.addAll(List.of("--localhost", "--ping", "--port=" + port));
              command.add("--config=" + configuration);
              ProcessBuilder builder = new ProcessBuilder(command);
              builder.environment().put("FUSEKI_BASE", folder.resolve("base").toString());
              return new ServerProcess.Launch(builder, JavaServers.at(port, "/$/ping"));
            }));
  }

  @Override
  public URI query() {
    return at("query");
  }

  @Override
  public URI update() {
    return at("update");
  }

  @Override
  public URI graphStore() {
    return at("data");
  }

  @Override
  public ServerProcess process() {
    return process;
  }

  private URI at(String endpoint) {
    return JavaServers.at(process.port(), "/" + DATASET + "/" + endpoint);
  }

  private static String configuration(Path folder, Setup setup) {
    String writing =
        """
          fuseki:endpoint [ fuseki:operation fuseki:update ; fuseki:name "update" ] ;
          fuseki:endpoint [ fuseki:operation fuseki:gsp-rw ; fuseki:name "data" ] ;
        """;
    String reading =
        """
          fuseki:endpoint [ fuseki:operation fuseki:gsp-r ; fuseki:name "data" ] ;
        """;
    return """
    PREFIX fuseki: <http://jena.apache.org/fuseki#>
    PREFIX tdb2: <http://jena.apache.org/2016/tdb#>

    PREFIX ja: <http://jena.hpl.hp.com/2005/11/Assembler#>

    [] a fuseki:Server ; fuseki:services ( <#service> ) ;
      ja:context [ ja:cxtName "arq:queryTimeout" ; ja:cxtValue "%d" ] .

    <#service> a fuseki:Service ;
      fuseki:name "%s" ;
      fuseki:endpoint [ fuseki:operation fuseki:query ; fuseki:name "query" ] ;
    %s  fuseki:dataset <#dataset> .

    <#dataset> a tdb2:DatasetTDB2 ;
      tdb2:location "%s" ;
      tdb2:unionDefaultGraph %s .
    """
        .formatted(
            setup.timeoutMillis(),
            DATASET,
            setup.writable() ? writing : reading,
            setup.durable() ? folder.resolve("tdb2").toString().replace('\\', '/') : "--mem--",
            setup.union());
  }
}
