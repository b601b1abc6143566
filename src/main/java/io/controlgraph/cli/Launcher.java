package io.controlgraph.cli;

import io.controlgraph.security.Limits;
import io.controlgraph.security.Openings;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds and starts servers. The commands know nothing else of how one is made. */
public interface Launcher {

  /** Where the demo keeps its data. */
  Path demoDirectory();

  /**
   * The server, of any process, that has the data directory open. Waits while another process
   * starts one, or has the directory for a command.
   */
  Optional<Endpoint> running(Path data);

  /**
   * Opens the data directory, making it if it is not there, or the engine elsewhere, and serves it
   * from this process.
   *
   * @throws CommandFailure if the directory is in use, the port is taken, the data is damaged, or
   *     the engine cannot serve
   */
  Server start(Request request);

  /**
   * Starts the demo of a federation: servers with the sample organisations spread over them, and
   * one that sees them all, all in this process.
   *
   * @param port the port of the one that sees all; 0 takes a free one
   * @throws CommandFailure if the port is taken, or the demo runs already
   */
  Federation startFederation(int port);

  /**
   * Servers that hold a part each, and one that sees all.
   *
   * @param members which organisations stand where, in order
   * @param hub the server that sees them all; closing it closes all
   */
  record Federation(List<Member> members, Server hub) {
    public Federation {
      members = List.copyOf(members);
    }

    /**
     * One server with a part of the organisations.
     *
     * @param name its name in the federation
     * @param organisations their ids
     */
    public record Member(String name, List<String> organisations, URI address) {
      public Member {
        organisations = List.copyOf(organisations);
      }
    }
  }

  /**
   * What to serve and where.
   *
   * @param data the data directory; null for an engine that keeps nothing on this machine's disk
   * @param engine what keeps the graph, such as {@code tdb2}
   * @param credentials a file with what an engine elsewhere wants to see; null for the environment
   * @param demo whether it is the demo: with the sample organisations and a fixed effective day
   * @param reset whether to remake the demo first
   * @param host the address to bind
   * @param port the port; 0 takes a free one
   * @param baseIri the base IRI of a new store; null takes the default
   * @param openings what the server opens beyond the usual
   * @param limits how much a request may ask for
   * @param queries folders with the user's own questions
   * @param brief whether the server serves one command only, which then waits for no more than it
   *     needs: of the questions that come with the product it builds those it is asked. Others do
   *     not find such a server, which would end under their hands, but wait for its end
   */
  record Request(
      @Nullable Path data,
      String engine,
      @Nullable Path credentials,
      boolean demo,
      boolean reset,
      String host,
      int port,
      @Nullable String baseIri,
      Openings openings,
      Limits limits,
      List<Path> queries,
      boolean brief) {
    public Request {
      queries = List.copyOf(queries);
    }
  }

  /**
   * How to reach a server.
   *
   * @param address where it listens; ends in a slash
   * @param secret what a writer must show; null if it is not known
   */
  record Endpoint(URI address, @Nullable String secret) {
    /** Leaves the secret out, so that it reaches no log. */
    @Override
    public String toString() {
      return address.toString();
    }
  }

  /** A server of this process, which runs until it is closed. */
  interface Server extends AutoCloseable {
    Endpoint endpoint();

    @Override
    void close();
  }
}
