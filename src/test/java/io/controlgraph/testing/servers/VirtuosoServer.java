package io.controlgraph.testing.servers;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.controlgraph.testing.OutsideProgram;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Virtuoso Open Source 7, as Debian packages it, with a new database of its own.
 *
 * <p>What it does otherwise than others: queries and updates share one address; without {@code
 * FROM} a query reads the union of all graphs, some of which are Virtuoso's own; answers end
 * silently at a number of rows; a query that runs out of time answers 200 with what it has.
 *
 * @see <a href="https://docs.openlinksw.com/virtuoso/dbadm/">Virtuoso's configuration file</a>
 */
public final class VirtuosoServer implements TripleStoreServer {
  /** How many rows Debian's configuration lets an answer have. */
  public static final int USUAL_ROWS = 10_000;

  /** No bound of what a query is estimated to take; Debian's configuration has 400 seconds. */
  public static final int ANY_ESTIMATE = 0;

  private static final String PASSWORD = "dba";

  private final ServerProcess process;
  private final Path folder;
  private final int sqlPort;

  private VirtuosoServer(ServerProcess process, Path folder, int sqlPort) {
    this.process = process;
    this.folder = folder;
    this.sqlPort = sqlPort;
  }

  /**
   * Starts one that keeps its files in a folder, waits until it answers, and lets anyone update it.
   *
   * @param rows how many rows an answer may have
   * @param estimate how many seconds a query may be estimated to take; {@link #ANY_ESTIMATE} for
   *     any
   */
  public static VirtuosoServer start(Path folder, int rows, int estimate)
      throws IOException, InterruptedException {
    Path program = OutsideProgram.command("virtuoso-t", "virtuoso-opensource-7");
    AtomicInteger sqlPort = new AtomicInteger();
    ServerProcess process =
        ServerProcess.start(
            folder,
            port -> {
              sqlPort.set(FreePort.find());
              Path configuration =
                  Files.writeString(
                      folder.resolve("virtuoso.ini"),
                      configuration(sqlPort.get(), port, rows, estimate));
              return new ServerProcess.Launch(
                  new ProcessBuilder(
                          program.toString(),
                          "+foreground",
                          "+configfile",
                          configuration.toString())
                      .directory(folder.toFile()),
                  JavaServers.at(port, "/sparql?query=ASK%7B%7D"));
            });
    VirtuosoServer server = new VirtuosoServer(process, folder, sqlPort.get());
    server.sql(
        """
        GRANT SPARQL_UPDATE TO "SPARQL";
        DB.DBA.RDF_DEFAULT_USER_PERMS_SET ('nobody', 7);
        """);
    return server;
  }

  @Override
  public URI query() {
    return JavaServers.at(process.port(), "/sparql");
  }

  @Override
  public URI update() {
    return query();
  }

  /** {@inheritDoc} Virtuoso answers reads there to anyone, and writes since updates are allowed. */
  @Override
  public URI graphStore() {
    return JavaServers.at(process.port(), "/sparql-graph-crud");
  }

  @Override
  public ServerProcess process() {
    return process;
  }

  /** Loads a file of N-Quads, which is much faster than updates are. */
  public void load(Path quads) throws IOException, InterruptedException {
    Path readable = folder.resolve("load.nq");
    Files.copy(quads, readable, StandardCopyOption.REPLACE_EXISTING);
    // 512: the text is N-Quads.
    sql("DB.DBA.TTLP (file_open ('load.nq'), '', 'urn:x-no-graph', 512);\n");
  }

  /** Runs statements as the administrator, each ended by a semicolon. */
  public void sql(String statements) throws IOException, InterruptedException {
    Path isql = OutsideProgram.command("isql-vt", "virtuoso-opensource-7");
    Path script = Files.writeString(folder.resolve("script.sql"), statements);
    Path output = folder.resolve("isql.log");
    Process run =
        new ProcessBuilder(
                List.of(
                    isql.toString(),
                    "127.0.0.1:" + sqlPort,
                    "dba",
                    PASSWORD,
                    "ERRORS=STDOUT",
                    "VERBOSE=OFF",
                    "PROMPT=OFF",
                    script.toString()))
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    assertEquals(0, run.waitFor(), "isql-vt");
    assertEquals("", Files.readString(output).strip(), "what isql-vt said");
  }

  private static String configuration(int sqlPort, int httpPort, int rows, int estimate) {
    return """
    [Database]
    DatabaseFile = virtuoso.db
    ErrorLogFile = virtuoso.log
    LockFile = virtuoso.lck
    TransactionFile = virtuoso.trx
    xa_persistent_file = virtuoso.pxa
    FileExtend = 200
    TempStorage = TempDatabase

    [TempDatabase]
    DatabaseFile = virtuoso-temp.db
    TransactionFile = virtuoso-temp.trx

    [Parameters]
    ServerPort = 127.0.0.1:%d
    DisableUnixSocket = 1
    CaseMode = 2
    DirsAllowed = .
    NumberOfBuffers = 10000
    MaxDirtyBuffers = 6000
    ThreadsPerQuery = 2

    [HTTPServer]
    ServerPort = 127.0.0.1:%d
    ServerRoot = .
    ServerThreads = 10
    MaxClientConnections = 10
    Charset = UTF-8

    [SPARQL]
    ResultSetMaxRows = %d
    MaxQueryExecutionTime = 60
    %s
    """
        .formatted(
            sqlPort,
            httpPort,
            rows,
            estimate == ANY_ESTIMATE ? "" : "MaxQueryCostEstimationTime = " + estimate);
  }
}
