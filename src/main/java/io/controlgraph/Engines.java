package io.controlgraph;

import io.controlgraph.cli.Launcher;
import io.controlgraph.graph.DataDirectory;
import io.controlgraph.graph.GraphStore;
import io.controlgraph.graph.ServiceList;
import io.controlgraph.graph.jena.StoreOptions;
import io.controlgraph.graph.jena.Tdb2GraphStore;
import io.controlgraph.graph.rdf4j.Credentials;
import io.controlgraph.graph.rdf4j.CredentialsFile;
import io.controlgraph.graph.rdf4j.MemoryEngine;
import io.controlgraph.graph.rdf4j.Patience;
import io.controlgraph.graph.rdf4j.RemoteGraphStore;
import io.controlgraph.graph.rdf4j.ServerAddress;
import io.controlgraph.graph.rdf4j.fedx.FedxGraphStore;
import io.controlgraph.ingest.reference.ReferenceData;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Opens the engine that was asked for. */
final class Engines {
  private static final String FEDERATION = "fedx:";

  private Engines() {}

  /**
   * Opens a store.
   *
   * @param directory the data directory, which an engine that is here keeps its data in; null for
   *     an engine elsewhere
   * @param environment where credentials may stand
   * @throws IllegalArgumentException if there is no such engine
   */
  static GraphStore open(
      Launcher.Request request,
      @Nullable DataDirectory directory,
      Map<String, String> environment) {
    String engine = request.engine();
    if (engine.startsWith(ServerAddress.SCHEME)) {
      return RemoteGraphStore.open(
          ServerAddress.parse(engine),
          credentials(request, environment),
          Patience.DEFAULT,
          request.baseIri(),
          ReferenceData::shapes);
    }
    if (engine.equals(MemoryEngine.NAME)) {
      return MemoryEngine.open(request.baseIri(), ReferenceData::shapes);
    }
    if (directory == null) {
      throw new IllegalArgumentException("There is no engine '%s'.".formatted(engine));
    }
    GraphStore embedded = embedded(request, directory);
    if (!engine.startsWith(FEDERATION)) {
      return embedded;
    }
    try {
      return FedxGraphStore.open(Path.of(engine.substring(FEDERATION.length())), embedded);
    } catch (RuntimeException e) {
      embedded.close();
      throw e;
    }
  }

  private static Credentials credentials(
      Launcher.Request request, Map<String, String> environment) {
    return request.credentials() == null
        ? CredentialsFile.ofEnvironment(environment)
        : CredentialsFile.read(request.credentials());
  }

  private static GraphStore embedded(Launcher.Request request, DataDirectory directory) {
    return Tdb2GraphStore.open(
        directory,
        new StoreOptions(request.baseIri(), ReferenceData::shapes)
            .withServices(ServiceList.of(request.openings().services())));
  }
}
