package io.controlgraph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.controlgraph.cli.ControlGraphCommand;
import io.controlgraph.cli.ExitCode;
import io.controlgraph.cli.Launcher;
import io.controlgraph.graph.DataDirectory;
import io.controlgraph.security.Limits;
import io.controlgraph.security.Openings;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.sparql.core.DatasetGraph;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Runs every command in this process, on the hospital's files, as a user would. */
final class CommandLineTest {
  private static final String DAY = "2026-03-31";
  private static final Application APPLICATION = new Application(Clock.systemUTC());

  /** Filled by JUnit before anything runs. */
  @TempDir private static Path data = Path.of("");

  @BeforeAll
  static void importTheHospital() {
    Result imported = run("import", "ontology/examples/hospital", "--data", data.toString());
    assertEquals(ExitCode.FINE, imported.exitCode(), imported.out() + imported.err());
    assertTrue(imported.out().endsWith("Imported as revision 2.\n"), imported.out());
  }

  @Test
  void theSameFilesAgainChangeNothing() {
    Result again = onData("import", "ontology/examples/hospital");
    assertEquals(ExitCode.FINE, again.exitCode(), again.err());
    assertTrue(
        again.out().endsWith("Nothing has changed; there is no new revision.\n"), again.out());
  }

  @Test
  void aDryRunTellsTheDifferenceAndWritesNothing(@TempDir Path scratch) throws IOException {
    Path folder = Files.createDirectory(scratch.resolve("hospital"));
    Files.writeString(
        folder.resolve("units.csv"), "id,name,partOf,description\nU-NEW,A new unit,,\n");
    Result dry = onData("import", folder.toString(), "--dry-run");
    assertEquals(ExitCode.FINE, dry.exitCode(), dry.err());
    assertTrue(dry.out().contains("+ hospital/units/U-NEW"), dry.out());
    assertEquals(2, onData("history").out().lines().filter(l -> l.matches(" +\\d .*")).count());
  }

  @Test
  void aWrongRowIsNamedWithFileRowAndColumnAndTheAnswerIsNo(@TempDir Path scratch)
      throws IOException {
    Path folder = Files.createDirectory(scratch.resolve("hospital"));
    Files.writeString(
        folder.resolve("posts.csv"),
        "id,name,unit,reportsTo,description\nPOST-X,A post,U-NOWHERE,,\n");
    Result wrong = onData("import", folder.toString());
    assertEquals(ExitCode.NO, wrong.exitCode(), wrong.out() + wrong.err());
    assertTrue(
        wrong.out().startsWith("posts.csv, row 2, column unit: unit 'U-NOWHERE': no such unit"),
        wrong.out());
    assertTrue(wrong.out().endsWith("1 error; nothing was imported.\n"), wrong.out());
  }

  @Test
  void anIncidentIsTracedThroughItsLanes() {
    Result trace = onData("trace", "hospital/INC-2026-01");
    assertEquals(ExitCode.FINE, trace.exitCode(), trace.err());
    assertTrue(trace.out().contains(", traced as incident\n"), trace.out());
    assertTrue(trace.out().contains("\ncontrols (upstream)\n"), trace.out());
    Result nowhere = onData("trace", "hospital/INC-NOWHERE");
    assertEquals(ExitCode.WRONG_USE, nowhere.exitCode(), nowhere.err());
    assertTrue(nowhere.err().contains("Nothing in the graph is called"), nowhere.err());
    Result hops = onData("trace", "hospital/INC-2026-01", "--max-hops", "3");
    assertEquals(ExitCode.WRONG_USE, hops.exitCode());
  }

  @Test
  void pathsLeadFromAControlToAnIncident() {
    String[] ends = {"trace", "iso27001-2022/A.8.24", "hospital/INC-2026-01", "--paths", "2"};
    Result paths = onData(ends);
    assertEquals(ExitCode.FINE, paths.exitCode(), paths.err());
    assertEquals(2, paths.out().lines().filter(line -> line.matches("\\d+ hops, cost .*")).count());
    Result none =
        onData("trace", "iso27001-2022/A.8.24", "hospital/INC-2026-01", "--max-hops", "1");
    assertEquals("No path leads there.\n", none.out());
    Result dot = onData("trace", "iso27001-2022/A.8.24", "hospital/INC-2026-01", "--format", "dot");
    assertTrue(dot.out().startsWith("digraph trace {"), dot.out());
  }

  @Test
  void whatRestsOnAThingAndWhatWouldBeLostWithoutIt() {
    Result impact = onData("impact", "DS-CXR-TRAIN");
    assertEquals(ExitCode.FINE, impact.exitCode(), impact.err());
    assertTrue(impact.out().contains(" depends on it\n"), impact.out());
    Result dot = onData("impact", "DS-CXR-TRAIN", "--format", "dot");
    assertTrue(dot.out().startsWith("digraph trace {"), dot.out());
    Result drawn = onData("impact", "hospital/IMP-027", "--without", "--format", "dot");
    assertEquals(ExitCode.WRONG_USE, drawn.exitCode());
    Result loss = onData("impact", "hospital/IMP-027", "--without", "--day", DAY);
    assertEquals(ExitCode.FINE, loss.exitCode(), loss.err());
    assertTrue(loss.out().contains(" cells would stand elsewhere\n"), loss.out());
    assertTrue(loss.out().contains(" would have to act\n"), loss.out());
  }

  @Test
  void theGapsOfAllRulesAreCountedAndThoseOfOneListed() {
    Result all = onData("gaps", "--org", "hospital", "--severity", "high", "--day", DAY);
    assertEquals(ExitCode.FINE, all.exitCode(), all.err());
    assertTrue(all.out().contains("risk/high-not-treated"), all.out());
    Result one =
        onData(
            "gaps", "risk/high-not-treated", "--org", "hospital", "--format", "csv", "--day", DAY);
    assertEquals(ExitCode.FINE, one.exitCode(), one.err());
    assertTrue(one.out().startsWith("org,orgLabel,risk,riskLabel,level,"), one.out());
    Result counted = onData("gaps", "--format", "csv");
    assertEquals(ExitCode.WRONG_USE, counted.exitCode());
    assertTrue(counted.err().contains("name a rule for --format csv"), counted.err());
  }

  @Test
  void aCrosswalkTellsWhatCarriesOver() {
    Result plain = onData("crosswalk", "iso27001-2013", "iso27001-2022");
    assertEquals(ExitCode.FINE, plain.exitCode(), plain.err());
    assertTrue(plain.out().contains("A.5.7 "), plain.out());
    Result own =
        onData("crosswalk", "iso27001-2013", "iso27001-2022", "--org", "hospital", "--day", DAY);
    assertEquals(ExitCode.FINE, own.exitCode(), own.err());
    assertTrue(own.out().contains(" may carry over, "), own.out());
  }

  @Test
  void aTemplateNeedsNoServer() {
    Result template = run("import", "--template", "units");
    assertEquals("id,name,partOf,description", template.out().strip());
    Result unknown = run("import", "--template", "unit");
    assertEquals(ExitCode.WRONG_USE, unknown.exitCode());
    assertTrue(unknown.err().contains("did you mean 'units'?"), unknown.err());
  }

  @Test
  void aNewOrganisationIsAFolderThatImportsAsItIs(@TempDir Path scratch) {
    Path folder = scratch.resolve("acme");
    Result made =
        run(
            "new-organisation",
            "Acme",
            "--framework",
            "iso27001-2022",
            "--as-dir",
            folder.toString());
    assertEquals(ExitCode.FINE, made.exitCode(), made.err());
    Result imported =
        run("import", folder.toString(), "--data", scratch.resolve("data").toString());
    assertEquals(ExitCode.FINE, imported.exitCode(), imported.out() + imported.err());
  }

  @Test
  void aQuestionIsAnsweredInEveryFormat() {
    for (String format : List.of("table", "csv", "tsv", "json", "xml")) {
      Result answer = onData("query", "coverage/by-framework", "--day", DAY, "--format", format);
      assertEquals(ExitCode.FINE, answer.exitCode(), answer.err());
      assertTrue(answer.out().contains("27001"), format + ": " + answer.out());
    }
  }

  @Test
  void aQueryFileOfOnesOwnIsAnswered(@TempDir Path scratch) throws IOException {
    Path file = scratch.resolve("units.rq");
    Files.writeString(
        file,
        """
        PREFIX cg: <https://w3id.org/controlgraph/ns#>
        SELECT (COUNT(DISTINCT ?unit) AS ?units) WHERE { ?unit a cg:Unit }
        """);
    Result answer = onData("query", file.toString(), "--format", "csv");
    assertEquals("units\n10\n", answer.out().replace("\r", ""), answer.err());
  }

  @Test
  void aQueryFileWithAHeaderTakesParameters(@TempDir Path scratch) throws IOException {
    Path file = scratch.resolve("unit-name.rq");
    Files.writeString(
        file,
        """
        #+ summary: The name of a thing
        #+ question: What is this called?
        #+ description: Its label.
        #+ tags: [test]
        #+ params:
        #+   thing: { type: iri, required: true, summary: The thing }
        #+ columns: { name: string }
        PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
        SELECT DISTINCT ?name WHERE { ?thing rdfs:label ?name }
        """);
    Result answer =
        onData(
            "query", file.toString(), "--param", "thing=hospital/units/U-RAD", "--format", "csv");
    assertEquals("name\nRadiology\n", answer.out().replace("\r", ""), answer.err());
  }

  @Test
  void anUnknownQuestionIsWrongUse() {
    Result answer = onData("query", "coverage/by-nothing");
    assertEquals(ExitCode.WRONG_USE, answer.exitCode());
    assertTrue(answer.err().contains("coverage/by-nothing"), answer.err());
  }

  @Test
  void aBadArgumentIsNamed() {
    Result answer = onData("query", "coverage/by-theme", "--param", "framework=iso27001-2023");
    assertEquals(ExitCode.WRONG_USE, answer.exitCode());
    assertTrue(answer.err().contains("framework: "), answer.err());
  }

  @Test
  void theCatalogueIsListedAndDescribed() {
    Result list = onData("queries");
    assertTrue(list.out().lines().count() > 20, list.out());
    Result one = onData("queries", "coverage/by-framework");
    assertTrue(one.out().contains("effective"), one.out());
  }

  @Test
  void theGateFailsOnTheHospital() {
    Result check = onData("check", "--day", DAY);
    assertEquals(ExitCode.NO, check.exitCode(), check.out() + check.err());
    assertTrue(check.out().contains("FAILED: "), check.out());
    assertTrue(check.out().contains("FAIL  high: "), check.out());
  }

  @Test
  void theGateKeepsToAProfile(@TempDir Path scratch) throws IOException {
    Result starter = onData("check", "--day", DAY, "--profile", "starter");
    assertEquals(ExitCode.NO, starter.exitCode(), starter.err());
    Path own =
        Files.writeString(
            scratch.resolve("ours.yaml"),
            "summary: Ours\nrules:\n  gaps/evidence-undated: { severity: low }\n");
    Result ours = onData("check", "--day", DAY, "--profile", own.toString());
    assertEquals(ExitCode.FINE, ours.exitCode(), ours.err());
    assertTrue(ours.out().contains("note  low: "), ours.out());
    assertTrue(ours.out().contains("passed: 1 of 1 rules broken"), ours.out());
    Result none = onData("check", "--profile", "lax");
    assertEquals(ExitCode.WRONG_USE, none.exitCode(), none.err());
    assertTrue(none.err().contains("starter, strict"), none.err());
    Result missing = onData("check", "--profile", "missing.yaml");
    assertEquals(ExitCode.WRONG_USE, missing.exitCode(), missing.err());
  }

  @Test
  void coverageIsTheQuestionOfTheCatalogue() {
    assertEquals(
        onData("query", "coverage/by-theme", "--day", DAY).out(),
        onData("coverage", "--by", "theme", "--day", DAY).out());
  }

  @Test
  void anExportHoldsTheOrganisationAndReadsBack(@TempDir Path scratch) {
    for (String format : List.of("turtle", "trig", "nquads", "jsonld", "rdfxml")) {
      String ending =
          switch (format) {
            case "turtle" -> "ttl";
            case "nquads" -> "nq";
            case "rdfxml" -> "rdf";
            default -> format;
          };
      Path file = scratch.resolve("hospital." + ending);
      Result export =
          onData("export", "rdf", "--org", "hospital", "--format", format, "-o", file.toString());
      assertEquals(ExitCode.FINE, export.exitCode(), export.err());
      DatasetGraph read = RDFDataMgr.loadDatasetGraph(file.toString());
      long statements = Iter.count(read.find());
      assertTrue(statements > 3_000, format + " has " + statements);
    }
  }

  @Test
  void aFileThatBreaksAShapeIsNotValid(@TempDir Path scratch) throws IOException {
    Path broken = scratch.resolve("broken.ttl");
    Files.writeString(
        broken,
        """
        PREFIX cg: <https://w3id.org/controlgraph/ns#>
        <http://example.org/i> a cg:Implementation .
        """);
    Result answer = onData("validate", broken.toString());
    assertEquals(ExitCode.NO, answer.exitCode(), answer.out() + answer.err());
    assertTrue(answer.out().contains("http://example.org/i"), answer.out());
    Path fine = scratch.resolve("fine.ttl");
    Files.writeString(fine, "<http://example.org/i> <http://example.org/p> 1 .");
    assertEquals(ExitCode.FINE, onData("validate", fine.toString()).exitCode());
  }

  @Test
  void aCommandAsksTheServerThatHasTheDirectoryOpen(@TempDir Path own) {
    Launcher.Request request = request(own, Openings.NONE, false);
    try (Launcher.Server server = APPLICATION.start(request)) {
      Result beside = run("history", "--data", own.toString());
      assertEquals(ExitCode.FINE, beside.exitCode(), beside.err());
      Result remote = run("history", "--server", server.endpoint().address().toString());
      assertEquals(beside.out(), remote.out());
      Result second = run("serve", "--data", own.toString(), "--port", "0");
      assertEquals(ExitCode.FAULT, second.exitCode());
      assertTrue(second.err().contains(server.endpoint().address().toString()), second.err());
    }
    assertEquals(ExitCode.FINE, run("history", "--data", own.toString()).exitCode());
  }

  @ParameterizedTest
  @CsvSource({"true, 204", "false, 403"})
  void updatesAreTakenWhereTheyAreAllowed(boolean allowed, int status, @TempDir Path own)
      throws Exception {
    Launcher.Request request =
        request(
            own, allowed ? new Openings(true, false, Set.of(), List.of()) : Openings.NONE, false);
    try (Launcher.Server server = APPLICATION.start(request)) {
      HttpRequest update =
          HttpRequest.newBuilder(server.endpoint().address().resolve("sparql"))
              .header("Authorization", "Bearer " + server.endpoint().secret())
              .header("Content-Type", "application/sparql-update")
              .POST(
                  HttpRequest.BodyPublishers.ofString(
                      "INSERT DATA { GRAPH <http://example.org/g> { <http://example.org/a>"
                          + " <http://example.org/p> 1 } }"))
              .build();
      assertEquals(
          status,
          HttpClient.newHttpClient()
              .send(update, HttpResponse.BodyHandlers.discarding())
              .statusCode());
    }
  }

  @Test
  void anExportThatBreaksOffLeavesNothing(@TempDir Path folder) throws Exception {
    try (ServerSocket half = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      CompletableFuture<Void> serving =
          CompletableFuture.runAsync(
              () -> {
                try (Socket socket = half.accept()) {
                  socket.getInputStream().read(new byte[8192]);
                  socket
                      .getOutputStream()
                      .write(
                          "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n<http://example.org/a>"
                              .getBytes(StandardCharsets.US_ASCII));
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              });
      Path file = folder.resolve("all.nq");
      Result broken =
          run(
              "export",
              "rdf",
              "--server",
              "http://127.0.0.1:" + half.getLocalPort() + "/",
              "-o",
              file.toString());
      assertEquals(ExitCode.FAULT, broken.exitCode(), broken.err());
      assertTrue(broken.err().contains("could not be finished"), broken.err());
      serving.join();
      try (Stream<Path> left = Files.list(folder)) {
        assertEquals(List.of(), left.toList());
      }
    }
  }

  @Test
  void aServiceIsAllowedByItsAddress(@TempDir Path own) throws Exception {
    for (String wrong : List.of("query.example.org", "file:///etc/passwd")) {
      Result refused =
          run("serve", "--data", own.toString(), "--port", "0", "--allow-service", wrong);
      assertEquals(ExitCode.WRONG_USE, refused.exitCode(), refused.err());
      assertTrue(refused.err().contains("'" + wrong + "'"), refused.err());
      try (Stream<Path> made = Files.list(own)) {
        assertEquals(List.of(), made.toList());
      }
    }
    Launcher.Request request =
        request(
            own,
            new Openings(false, false, Set.of(), List.of("https://query.example.org/sparql")),
            false);
    try (Launcher.Server server = APPLICATION.start(request)) {
      String description =
          HttpClient.newHttpClient()
              .send(
                  HttpRequest.newBuilder(server.endpoint().address().resolve("sparql")).build(),
                  HttpResponse.BodyHandlers.ofString())
              .body();
      assertTrue(description.contains("BasicFederatedQuery"), description);
    }
  }

  @Test
  void aCommandsOwnServerIsNotForOthers(@TempDir Path own) {
    Launcher.Request brief = request(own, Openings.NONE, true);
    try (Launcher.Server server = APPLICATION.start(brief)) {
      assertEquals("127.0.0.1", server.endpoint().address().getHost());
      assertEquals(new DataDirectory.Occupancy.Silent(), DataDirectory.occupancy(own));
    }
  }

  @Test
  void aPortThatIsTakenIsSaid(@TempDir Path own) throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String port = Integer.toString(taken.getLocalPort());
      Result serve = run("serve", "--data", own.toString(), "--port", port);
      assertEquals(ExitCode.FAULT, serve.exitCode());
      assertEquals(
          "controlgraph: Port %s of 127.0.0.1 is taken by another program, or not allowed; choose another port.\n"
              .formatted(port),
          serve.err());
    }
  }

  @Test
  void wrongUseIsExplained() {
    assertEquals(ExitCode.WRONG_USE, run("cover").exitCode());
    assertEquals(ExitCode.WRONG_USE, run().exitCode());
    assertEquals(ExitCode.WRONG_USE, run("history", "--server", "nonsense").exitCode());
    assertEquals(ExitCode.WRONG_USE, run("serve", "--host", "0.0.0.0").exitCode());
    assertEquals(ExitCode.WRONG_USE, run("history", "--demo", "--data", "x").exitCode());
    assertFalse(run("import", "no-such-file.csv", "--data", data.toString()).err().isBlank());
  }

  @Test
  void anEngineElsewhereIsRefusedWithTheReason(@TempDir Path scratch) {
    Result unknown = run("queries", "--engine", "oracle");
    assertEquals(ExitCode.WRONG_USE, unknown.exitCode());
    assertTrue(unknown.err().contains("There is no engine 'oracle'"), unknown.err());
    Result both = run("query", "x", "--engine", "rdf4j:memory", "--data", scratch.toString());
    assertEquals(ExitCode.WRONG_USE, both.exitCode());
    Result down = run("query", "coverage/by-framework", "--engine", "sparql:http://127.0.0.1:9/q");
    assertEquals(ExitCode.FAULT, down.exitCode());
    assertTrue(down.err().contains("http://127.0.0.1:9/q cannot be reached"), down.err());
    Result secret =
        run("query", "coverage/by-framework", "--engine", "sparql:http://me:hush@127.0.0.1:9/q");
    assertEquals(ExitCode.WRONG_USE, secret.exitCode());
    assertFalse(secret.err().contains("hush"), secret.err());
    Result file =
        run(
            "query",
            "coverage/by-framework",
            "--engine",
            "fedx:" + scratch.resolve("none"),
            "--data",
            data.toString());
    assertEquals(ExitCode.WRONG_USE, file.exitCode());
    assertTrue(file.err().contains("no federation file"), file.err());
  }

  @Test
  void aGraphInMemoryAnswersAndIsGone() {
    Result memory =
        run(
            "query",
            "framework/bare-id",
            "--param",
            "id=6.1.2",
            "--engine",
            "rdf4j:memory",
            "--format",
            "csv");
    assertEquals(ExitCode.FINE, memory.exitCode(), memory.err());
    assertTrue(memory.out().contains("6.1.2"), memory.out());
  }

  @Test
  void aDirectoryThatIsNotThereIsNotTakenForAnEmptyOne(@TempDir Path scratch) {
    Path missing = scratch.resolve("typo");
    Result check = run("check", "--data", missing.toString());
    assertEquals(ExitCode.WRONG_USE, check.exitCode());
    assertTrue(check.err().contains(missing.toString()), check.err());
    assertFalse(Files.exists(missing));
  }

  @Test
  void optionsThatWouldNotCountAreRefused(@TempDir Path scratch) throws IOException {
    Result remote = run("check", "--server", "http://127.0.0.1:9/", "--queries", "rules");
    assertEquals(ExitCode.WRONG_USE, remote.exitCode(), remote.err());
    Path plain = Files.writeString(scratch.resolve("plain.rq"), "ASK {}");
    Result query = onData("query", plain.toString(), "--day", DAY);
    assertEquals(ExitCode.WRONG_USE, query.exitCode(), query.err());
  }

  @Test
  void whatAStartCannotUseIsWrongUse(@TempDir Path scratch) {
    Path own = scratch.resolve("data");
    Result base =
        run("serve", "--data", own.toString(), "--port", "0", "--base-iri", "urn:example");
    assertEquals(ExitCode.WRONG_USE, base.exitCode(), base.err());
    assertTrue(base.err().contains("urn:example"), base.err());
    Result name = onData("query", "coverage by framework");
    assertEquals(ExitCode.WRONG_USE, name.exitCode(), name.err());
  }

  @Test
  void aNewDataDirectoryIsItsOwnersAlone(@TempDir Path scratch) throws IOException {
    Path own = scratch.resolve("data");
    DataDirectory.take(own).close();
    assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(own)));
  }

  @Test
  void theDemoIsEmptiedUnderItsLock(@TempDir Path scratch) throws IOException {
    try (DataDirectory directory = DataDirectory.take(scratch)) {
      Files.writeString(Files.createDirectory(scratch.resolve("log")).resolve("1"), "x");
      Demo.empty(directory);
      try (Stream<Path> left = Files.list(scratch)) {
        assertEquals(List.of(scratch.resolve("lock")), left.toList());
      }
    }
  }

  @Test
  void everyCommandHasHelp() {
    Result all = run("--help");
    assertEquals(ExitCode.FINE, all.exitCode());
    for (String command :
        List.of(
            "serve",
            "import",
            "new-organisation",
            "export",
            "query",
            "queries",
            "coverage",
            "check",
            "validate",
            "history")) {
      assertTrue(all.out().contains("  " + command), command);
      Result help = run(command, "--help");
      assertEquals(ExitCode.FINE, help.exitCode(), command);
      assertTrue(help.out().startsWith("Usage: controlgraph " + command), help.out());
    }
  }

  private static Result onData(String... arguments) {
    String[] all = new String[arguments.length + 2];
    System.arraycopy(arguments, 0, all, 0, arguments.length);
    all[arguments.length] = "--data";
    all[arguments.length + 1] = data.toString();
    return run(all);
  }

  private static Result run(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int exitCode =
        ControlGraphCommand.run(
            arguments, APPLICATION, () -> {}, new PrintWriter(out), new PrintWriter(err));
    return new Result(
        exitCode,
        out.toString().replace(System.lineSeparator(), "\n"),
        err.toString().replace(System.lineSeparator(), "\n"));
  }

  private record Result(int exitCode, String out, String err) {}

  /** Serves a directory on a free port, as usual but for what it opens. */
  private static Launcher.Request request(Path own, Openings openings, boolean brief) {
    return new Launcher.Request(
        own,
        "tdb2",
        null,
        false,
        false,
        "127.0.0.1",
        0,
        null,
        openings,
        Limits.DEFAULT,
        List.of(),
        brief);
  }
}
