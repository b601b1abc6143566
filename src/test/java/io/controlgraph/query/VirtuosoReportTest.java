package io.controlgraph.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.controlgraph.graph.BaseIri;
import io.controlgraph.graph.Deadline;
import io.controlgraph.graph.GraphFailure;
import io.controlgraph.graph.GraphStore;
import io.controlgraph.graph.Revision;
import io.controlgraph.graph.ServiceList;
import io.controlgraph.graph.jena.QueryRules;
import io.controlgraph.graph.rdf4j.Credentials;
import io.controlgraph.graph.rdf4j.EngineView;
import io.controlgraph.graph.rdf4j.Guard;
import io.controlgraph.graph.rdf4j.Patience;
import io.controlgraph.graph.rdf4j.RemoteGraphStore;
import io.controlgraph.graph.rdf4j.ServerAddress;
import io.controlgraph.ingest.reference.ReferenceData;
import io.controlgraph.testing.servers.VirtuosoServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFWriter;
import org.apache.jena.sparql.core.Quad;
import org.eclipse.rdf4j.repository.RepositoryConnection;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.provider.Arguments;

/**
 * Asks Virtuoso the catalogue's questions and writes {@code target/virtuoso-report.md}, which says
 * what agrees and what does not. What Virtuoso answers is no reason to fail; that it was not asked
 * everything is. It runs in the profile of its name only.
 *
 * <p>Questions are bound by the embedded store that the data comes from, and sent with the text
 * that any other server gets, yet in the manner of {@link FormRepository}.
 */
@Tag("virtuoso")
@Timeout(3600)
class VirtuosoReportTest {
  private static final Path REPORT = Path.of("target/virtuoso-report.md");
  private static final int QUESTIONS = 98;

  /** More than the probe asks for. */
  private static final int ROWS = 1_000_000;

  /** Shorter than Virtuoso's own, at whose end it would give a part. */
  private static final Duration LONGEST = Duration.ofSeconds(15);

  /** It has passed the deadline that stays silent for so long. */
  private static final Duration SILENCE = LONGEST.plusMillis(500);

  @Test
  void says_what_agrees(@TempDir Path folder) throws Exception {
    Files.createDirectories(REPORT.resolveSibling("."));
    AgreementReport report = new AgreementReport();
    Path export = folder.resolve("export.nq");
    int servers = 0;
    VirtuosoServer virtuoso = null;
    try (Samples samples = new Samples(folder.resolve("samples"))) {
      long quads =
          samples.read(view -> export(view.quads(Node.ANY, Node.ANY, Node.ANY, Node.ANY), export));
      virtuoso = start(folder.resolve("virtuoso0"), export);
      String heading =
          "# Virtuoso\n\n%s\n\n%d quads were loaded. Each question had %d s. The probe %s"
              .formatted(version(virtuoso), quads, LONGEST.toSeconds(), probe(address(virtuoso)));
      for (Arguments each : EngineAgreement.questions().toList()) {
        if (ask(address(virtuoso), samples, each, report) instanceof Agreement.TimedOut) {
          // It goes on with what was abandoned, and that would slow down what comes next.
          virtuoso.close();
          virtuoso = start(folder.resolve("virtuoso" + ++servers), export);
        }
        Files.writeString(REPORT, report.text(heading));
      }
    } finally {
      if (virtuoso != null) {
        virtuoso.close();
      }
    }
    assertEquals(QUESTIONS, report.size());
  }

  /** A new one each time: after a restart it did not answer what it answered after loading. */
  private static VirtuosoServer start(Path folder, Path export) throws Exception {
    VirtuosoServer virtuoso =
        VirtuosoServer.start(Files.createDirectory(folder), ROWS, VirtuosoServer.ANY_ESTIMATE);
    try {
      virtuoso.load(export);
      return virtuoso;
    } catch (IOException | InterruptedException | AssertionError e) {
      virtuoso.close();
      throw e;
    }
  }

  private static ServerAddress address(VirtuosoServer virtuoso) {
    return new ServerAddress(virtuoso.query(), virtuoso.update());
  }

  private static Agreement ask(
      ServerAddress address, Samples samples, Arguments each, AgreementReport report) {
    String organisation = (String) each.get()[0];
    Question question = (Question) each.get()[1];
    Map<String, String> arguments = GoldenTest.arguments(organisation, question);
    String sparql =
        samples.read(
            view ->
                assertInstanceOf(
                        Binding.Bound.class,
                        Binder.bind(question, arguments, samples.context(view)))
                    .sparql());
    long begun = System.nanoTime();
    Agreement agreement;
    try {
      String given =
          read(
              address,
              view ->
                  Table.text(
                      Table.withHeader(
                          question, Table.texts(GoldenTest.rows(view, question.form(), sparql)))));
      agreement = Agreement.of(question, EngineAgreement.golden(organisation, question), given);
    } catch (GraphFailure e) {
      agreement = Agreement.of(e);
    }
    report.add(
        question.name(),
        organisation,
        TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun),
        agreement);
    return agreement;
  }

  private static <T> T read(ServerAddress address, Function<EngineView, T> work) {
    Deadline deadline = Deadline.after(LONGEST);
    FormRepository repository = new FormRepository(address.query(), SILENCE);
    try (RepositoryConnection connection = repository.getConnection();
        EngineView view =
            new EngineView(
                connection,
                Revision.NONE,
                new QueryRules(BaseIri.DEFAULT, ServiceList.NONE),
                BaseIri.DEFAULT,
                new Guard(address.name(), deadline))) {
      return work.apply(view);
    } finally {
      repository.shutDown();
    }
  }

  private static long export(Stream<Quad> quads, Path file) {
    try (OutputStream out = Files.newOutputStream(file)) {
      StreamRDF text = StreamRDFWriter.getWriterStream(out, Lang.NQUADS);
      text.start();
      long count = quads.peek(text::quad).count();
      text.finish();
      return count;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String probe(ServerAddress address) {
    try (GraphStore store =
        RemoteGraphStore.open(
            address, Credentials.NONE, Patience.DEFAULT, null, ReferenceData::shapes)) {
      return "accepts it, with " + store.capabilities();
    } catch (GraphFailure e) {
      return "refuses it: " + e.getMessage();
    }
  }

  private static String version(VirtuosoServer virtuoso) {
    return List.of(virtuoso.process().tail().split("\n", -1)).stream()
        .filter(line -> line.contains("Version"))
        .findFirst()
        .orElse("of an unknown version");
  }
}
