package io.controlgraph.graph.rdf4j;

import io.controlgraph.graph.BaseIri;
import io.controlgraph.graph.Capability;
import io.controlgraph.graph.Deadline;
import io.controlgraph.graph.GraphFailure;
import io.controlgraph.graph.GraphStore;
import io.controlgraph.graph.Revision;
import io.controlgraph.graph.ServiceList;
import io.controlgraph.graph.jena.QueryRules;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.jena.graph.Graph;
import org.eclipse.rdf4j.repository.RepositoryConnection;
import org.jspecify.annotations.Nullable;

/** Opens graph stores on servers that speak SPARQL 1.1. */
public final class RemoteGraphStore {
  /** A probe asks for a hundred thousand rows, and tries an update. */
  private static final Duration TO_PROBE = Duration.ofMinutes(1);

  private RemoteGraphStore() {}

  /**
   * Connects to a server and finds out whether it can serve.
   *
   * @param baseIri what instance IRIs begin with; null for that which the server has noted, or else
   *     {@link BaseIri#DEFAULT}
   * @param shapes gives the shapes that writes are held against
   * @throws GraphFailure.ServerFailed if it cannot be reached, or cannot serve; says why
   * @throws GraphFailure.Inconsistent if it has noted another base IRI
   */
  public static GraphStore open(
      ServerAddress address,
      Credentials credentials,
      Patience patience,
      @Nullable String baseIri,
      Supplier<Graph> shapes) {
    RemoteServer server = new RemoteServer(address, credentials, patience);
    try {
      Found found = probe(server);
      Optional<Notes.Noted> noted = found.noted();
      String base = base(server, noted, baseIri);
      QueryRules rules = new QueryRules(base, ServiceList.NONE);
      return new Rdf4jGraphStore(
          new SparqlEngine(server, capabilities(address, found), rules, base), base, shapes);
    } catch (RuntimeException e) {
      server.close();
      throw e;
    }
  }

  private record Found(boolean distinctUnion, Optional<Notes.Noted> noted) {}

  private static Found probe(RemoteServer server) {
    Deadline deadline = Deadline.after(TO_PROBE);
    QueryRules rules = new QueryRules(BaseIri.DEFAULT, ServiceList.NONE);
    try (RepositoryConnection connection = server.connect(deadline);
        EngineView view =
            new EngineView(
                connection, Revision.NONE, rules, BaseIri.DEFAULT, server.guard(deadline))) {
      return new Found(
          new Probe(server, view, deadline).requireFit(), Notes.read(view, server.name()));
    }
  }

  private static String base(
      RemoteServer server, Optional<Notes.Noted> noted, @Nullable String wanted) {
    if (noted.isEmpty()) {
      return BaseIri.require(wanted == null ? BaseIri.DEFAULT : wanted);
    }
    String base = noted.get().baseIri();
    if (wanted != null && !wanted.equals(base)) {
      throw new GraphFailure.Inconsistent(
          "%s has the base IRI %s, fixed when it was first written; it cannot become %s."
              .formatted(server.name(), base, wanted));
    }
    return base;
  }

  private static Set<Capability> capabilities(ServerAddress address, Found found) {
    Set<Capability> capabilities = EnumSet.of(Capability.TRACE);
    if (address.update() != null) {
      capabilities.addAll(EnumSet.of(Capability.WRITES, Capability.SHAPES));
    }
    if (address.update() != null || found.noted().isPresent()) {
      capabilities.addAll(EnumSet.of(Capability.REVISIONS, Capability.HISTORY, Capability.SEARCH));
    }
    if (found.distinctUnion()) {
      capabilities.add(Capability.DISTINCT_UNION);
    }
    return capabilities;
  }
}
