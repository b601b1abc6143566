package io.controlgraph.graph.rdf4j.fedx;

import org.eclipse.rdf4j.federated.FederationContext;
import org.eclipse.rdf4j.federated.endpoint.EndpointBase;
import org.eclipse.rdf4j.federated.endpoint.EndpointClassification;
import org.eclipse.rdf4j.federated.endpoint.EndpointType;
import org.eclipse.rdf4j.federated.endpoint.provider.RepositoryInformation;
import org.eclipse.rdf4j.repository.Repository;

/** A member as FedX sees it, for one read. */
final class MemberEndpoint extends EndpointBase {
  private final Member member;
  private final Reading reading;

  MemberEndpoint(Member member, Reading reading) {
    super(
        new RepositoryInformation(
            member.name(), member.name(), member.where(), EndpointType.SparqlEndpoint),
        member.where(),
        EndpointClassification.Remote);
    this.member = member;
    this.reading = reading;
  }

  @Override
  public void init(FederationContext federation) {
    tripleSource = new MemberTriples(federation, this, member, reading);
    initialized = true;
  }

  @Override
  public Repository getRepository() {
    throw new UnsupportedOperationException("Members are asked by queries.");
  }
}
