package io.controlgraph.graph.rdf4j.fedx;

import io.controlgraph.graph.rdf4j.Credentials;
import io.controlgraph.graph.rdf4j.Patience;
import io.controlgraph.graph.rdf4j.ServerAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What a federation consists of.
 *
 * @param whenDown what becomes of an answer when a member does not give its part
 * @param mostStatements how many statements of the members one query may hold in memory; above zero
 * @param pollEvery how often the index of all members is read anew while it is asked for
 * @param local the local store's name as a member; empty if it only takes the writes
 * @param servers the members that are other servers; at least one
 */
record FederationConfig(
    WhenDown whenDown,
    long mostStatements,
    Duration pollEvery,
    Optional<String> local,
    List<Server> servers) {
  FederationConfig {
    servers = List.copyOf(servers);
  }

  /** Another server, under the name that rows and failures tell it by. */
  record Server(String name, ServerAddress address, Credentials credentials, Patience patience) {}
}
