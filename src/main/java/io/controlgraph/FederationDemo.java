package io.controlgraph;

import io.controlgraph.api.HttpServer;
import io.controlgraph.cli.Launcher;
import io.controlgraph.cli.Launcher.Federation;
import io.controlgraph.graph.GraphStore;
import io.controlgraph.graph.jena.StoreOptions;
import io.controlgraph.graph.jena.Tdb2GraphStore;
import io.controlgraph.graph.rdf4j.fedx.FedxGraphStore;
import io.controlgraph.ingest.Importer;
import io.controlgraph.ingest.SourceFile;
import io.controlgraph.ingest.csv.CsvImporter;
import io.controlgraph.ingest.reference.ReferenceData;
import io.controlgraph.ingest.reference.SampleOrganisations;
import io.controlgraph.query.Catalogue;
import io.controlgraph.security.Limits;
import io.controlgraph.security.Openings;
import io.controlgraph.security.WriteSecret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Three servers with the sample organisations spread over them, and a fourth that sees them all and
 * has none of its own.
 */
final class FederationDemo {
  private static final String HOST = "127.0.0.1";

  private static final Map<String, List<String>> PARTS = new LinkedHashMap<>();

  static {
    PARTS.put("care-and-power", List.of("hospital", "grid"));
    PARTS.put("money-and-goods", List.of("bank", "retailer"));
    PARTS.put("software", List.of("secvendor"));
  }

  private final Path folder;
  private final Clock clock;
  private final Catalogue catalogue;
  private final Closing opened = new Closing();

  private FederationDemo(Path folder, Clock clock) {
    this.folder = folder;
    this.clock = clock;
    this.catalogue = Catalogue.load(List.of());
  }

  /**
   * Starts the servers.
   *
   * @param port the port of the fourth
   */
  static Federation start(int port, Clock clock) {
    FederationDemo demo = new FederationDemo(Demo.federationDirectory(), clock);
    try {
      return demo.start(port);
    } catch (IOException e) {
      demo.opened.close();
      throw new UncheckedIOException(e);
    } catch (RuntimeException e) {
      demo.opened.close();
      throw e;
    }
  }

  private Federation start(int port) throws IOException {
    List<Federation.Member> members = new ArrayList<>();
    StringBuilder file = new StringBuilder("when-down = partial\n");
    for (Map.Entry<String, List<String>> part : PARTS.entrySet()) {
      GraphStore store = opened.add(store(part.getKey()));
      Importer importer = new CsvImporter(store, clock);
      Demo.load(store, importer, files(part.getValue()));
      HttpServer server = serve(0, store, importer, WriteSecret.random());
      members.add(new Federation.Member(part.getKey(), part.getValue(), server.address()));
      file.append("member.%s.query = %ssparql%n".formatted(part.getKey(), server.address()));
    }
    Path federation = Files.writeString(folder.resolve("members.properties"), file);
    GraphStore hub = opened.add(FedxGraphStore.open(federation, store("hub")));
    WriteSecret secret = WriteSecret.random();
    HttpServer server = serve(port, hub, new CsvImporter(hub, clock), secret);
    return new Federation(
        members,
        new Application.RunningServer(
            new Launcher.Endpoint(server.address(), secret.value()), opened));
  }

  private GraphStore store(String name) {
    GraphStore store =
        Tdb2GraphStore.open(folder.resolve(name), new StoreOptions(null, ReferenceData::shapes));
    try {
      Application.bringUpToDate(store, clock);
      return store;
    } catch (RuntimeException e) {
      store.close();
      throw e;
    }
  }

  private HttpServer serve(int port, GraphStore store, Importer importer, WriteSecret secret) {
    return opened.add(
        HttpServer.start(
            HOST,
            port,
            new HttpServer.Parts(
                store,
                catalogue,
                importer,
                () -> Demo.DAY,
                secret,
                Openings.NONE,
                Limits.DEFAULT,
                null,
                true)));
  }

  private static List<SourceFile> files(List<String> organisations) {
    return SampleOrganisations.files().stream()
        .filter(file -> organisations.contains(file.organisation()))
        .toList();
  }
}
