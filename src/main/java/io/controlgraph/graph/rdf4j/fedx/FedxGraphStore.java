package io.controlgraph.graph.rdf4j.fedx;

import io.controlgraph.graph.Capability;
import io.controlgraph.graph.CommitListener;
import io.controlgraph.graph.Deadline;
import io.controlgraph.graph.GraphFailure;
import io.controlgraph.graph.GraphStore;
import io.controlgraph.graph.Preview;
import io.controlgraph.graph.Revision;
import io.controlgraph.graph.RevisionLog;
import io.controlgraph.graph.Scope;
import io.controlgraph.graph.ServiceList;
import io.controlgraph.graph.WriteOutcome;
import io.controlgraph.graph.jena.DatasetReading;
import io.controlgraph.graph.jena.QueryRules;
import io.controlgraph.graph.rdf4j.RemoteServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A local store whose reads see several servers as one dataset, by RDF4J FedX.
 *
 * <p>The default graph is the set union of the default graphs of all members: what stands on
 * several of them counts once. A named graph is the union of what the members have under its name.
 * Members are asked as a query needs them, so that all it sees need not be of one moment. Writes,
 * the log and the revision are those of the local store alone.
 */
public final class FedxGraphStore implements GraphStore {
  private static final String ENGINE = "fedx";

  /** What holds of the local store, but not of what is read together with it. */
  private static final Set<Capability> LOST =
      EnumSet.of(
          Capability.REVISIONS,
          Capability.SNAPSHOTS,
          Capability.SCOPES,
          Capability.SERVICES,
          Capability.SEARCH);

  private final GraphStore local;
  private final FederationConfig config;
  private final List<Member> members;
  private final QueryRules rules;

  private FedxGraphStore(GraphStore local, FederationConfig config, List<Member> members) {
    this.local = local;
    this.config = config;
    this.members = List.copyOf(members);
    this.rules = new QueryRules(local.baseIri(), ServiceList.NONE);
  }

  /**
   * Makes a federation. No member is asked before the first read is.
   *
   * @param file tells the members, in lines of {@code KEY = VALUE}
   * @param local takes the writes; closed with the federation
   * @throws IllegalArgumentException if the file does not tell a federation; names the line, and
   *     says what to write
   */
  public static GraphStore open(Path file, GraphStore local) {
    FederationConfig config = FederationFile.read(file);
    List<Member> members = new ArrayList<>();
    config.local().ifPresent(name -> members.add(new LocalMember(name, local)));
    for (FederationConfig.Server each : config.servers()) {
      members.add(
          new RemoteMember(
              each.name(), new RemoteServer(each.address(), each.credentials(), each.patience())));
    }
    return new FedxGraphStore(local, config, members);
  }

  @Override
  public <T extends @org.jspecify.annotations.Nullable Object, X extends Exception> T read(
      Scope scope, Deadline deadline, ReadWork<T, X> work) throws X {
    if (!(scope instanceof Scope.All)) {
      throw new GraphFailure.NotCapable(ENGINE, Capability.SCOPES);
    }
    Reading reading = new Reading(deadline, config.whenDown(), config.mostStatements());
    try (reading;
        Everyone everyone = new Everyone(members, reading);
        Federation federation = new Federation(members, reading)) {
      Origins origins = new Origins(everyone);
      Fragments fragments = new Fragments(federation, everyone, reading);
      try (DatasetReading dataset =
          new DatasetReading(
              new FederatedDataset(fragments, reading, origins::graphs),
              fragments,
              local.revision(),
              rules,
              deadline)) {
        return work.read(
            new FedxView(dataset, reading, origins, new MemberStreams(everyone), names()));
      }
    }
  }

  private Set<String> names() {
    return members.stream().map(Member::name).collect(Collectors.toSet());
  }

  @Override
  public String baseIri() {
    return local.baseIri();
  }

  @Override
  public String engine() {
    return ENGINE;
  }

  @Override
  public Set<Capability> capabilities() {
    Set<Capability> capabilities =
        EnumSet.of(Capability.ROW_ORIGINS, Capability.DISTINCT_UNION, Capability.TRACE);
    capabilities.addAll(local.capabilities());
    capabilities.removeAll(LOST);
    if (config.whenDown() == WhenDown.PARTIAL) {
      capabilities.add(Capability.PARTIAL_ANSWERS);
    }
    return capabilities;
  }

  @Override
  public Duration pollEvery() {
    return config.pollEvery();
  }

  /** None: a query that asks servers by SERVICE is refused. */
  @Override
  public ServiceList services() {
    return ServiceList.NONE;
  }

  @Override
  public Revision revision() {
    return local.revision();
  }

  @Override
  public <X extends Exception> WriteOutcome write(String author, String message, WriteWork<X> work)
      throws X {
    return local.write(author, message, work);
  }

  @Override
  public <X extends Exception> WriteOutcome write(
      String author, String message, Deadline deadline, WriteWork<X> work) throws X {
    return local.write(author, message, deadline, work);
  }

  @Override
  public <X extends Exception> Preview preview(WriteWork<X> work) throws X {
    return local.preview(work);
  }

  @Override
  public Deadline.Registration listen(CommitListener listener) {
    return local.listen(listener);
  }

  @Override
  public RevisionLog log() {
    return local.log();
  }

  @Override
  public void close() {
    members.forEach(Member::close);
    local.close();
  }
}
