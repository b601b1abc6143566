package io.controlgraph.graph.rdf4j;

import io.controlgraph.graph.Capability;
import io.controlgraph.graph.Deadline;
import io.controlgraph.graph.GraphFailure;
import io.controlgraph.graph.Preview;
import io.controlgraph.graph.Revision;
import io.controlgraph.graph.jena.QueryRules;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.rdf4j.repository.RepositoryConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A server that speaks SPARQL 1.1, which keeps the revisions in a graph of its own. */
final class SparqlEngine implements Engine {
  private static final Logger LOG = LoggerFactory.getLogger(SparqlEngine.class);

  /** How many statements one update may change, and how long its text may be, in characters. */
  static final int MOST_STATEMENTS = 100_000;

  static final int LONGEST_UPDATE = 32_000_000;

  /** An IRI of which a segment of the path is . or .. alone. */
  private static final Pattern DOTS = Pattern.compile("[^:?#]*:([^?#]*/)?\\.\\.?(/|[?#]|$)");

  /** To find out what became of an update. */
  private static final Duration TO_LOOK = Duration.ofSeconds(5);

  private final RemoteServer server;
  private final Set<Capability> capabilities;
  private final QueryRules rules;
  private final String baseIri;

  SparqlEngine(
      RemoteServer server, Set<Capability> capabilities, QueryRules rules, String baseIri) {
    this.server = server;
    this.capabilities = Set.copyOf(capabilities);
    this.rules = rules;
    this.baseIri = baseIri;
  }

  @Override
  public String name() {
    return "sparql";
  }

  @Override
  public Set<Capability> capabilities() {
    return capabilities;
  }

  @Override
  public Guard guard(Deadline deadline) {
    return server.guard(deadline);
  }

  @Override
  public RepositoryConnection connect(Deadline deadline) {
    return server.connect(deadline);
  }

  @Override
  public Revision revision(RepositoryConnection connection, EngineView view) {
    return capabilities.contains(Capability.REVISIONS)
        ? Notes.read(view, server.name()).map(Notes.Noted::latest).orElse(Revision.NONE)
        : Revision.NONE;
  }

  @Override
  public List<Revision> list(EngineView view, long newest, int limit) {
    if (!capabilities.contains(Capability.HISTORY)) {
      throw new GraphFailure.NotCapable(name(), Capability.HISTORY);
    }
    return Notes.list(view, newest, limit);
  }

  @Override
  public Revision commit(Preview net, Revision draft, Deadline deadline) {
    if (Stream.concat(net.added().stream(), net.deleted().stream())
        .anyMatch(quad -> quad.getGraph().equals(Notes.GRAPH))) {
      throw new GraphFailure.StatementRejected(
          "The graph <%s> is the store's own.".formatted(Notes.GRAPH.getURI()));
    }
    refuseDots(net);
    int statements = net.added().size() + net.deleted().size();
    if (statements > MOST_STATEMENTS) {
      throw tooLarge(statements + " statements", MOST_STATEMENTS + " statements");
    }
    Revision next = Hashed.of(draft, net, UUID.randomUUID());
    String update = Notes.update(baseIri, net.added(), net.deleted(), next);
    if (update.length() > LONGEST_UPDATE) {
      throw tooLarge(update.length() + " characters", LONGEST_UPDATE + " characters");
    }
    server.guard(deadline).requireTime();
    try {
      server.update(update, deadline);
    } catch (GraphFailure e) {
      return switch (fate(next)) {
        case MADE -> next;
        case OVERTAKEN -> throw overtaken(next);
        case OPEN -> throw e instanceof GraphFailure.DeadlineExceeded ? stopped(deadline) : e;
      };
    }
    if (!look((connection, view) -> Notes.has(view, next))) {
      throw overtaken(next);
    }
    return next;
  }

  private GraphFailure overtaken(Revision next) {
    return new GraphFailure.Overtaken(
        "Somebody else wrote to %s since revision %d was read. Nothing was written; try again."
            .formatted(server.name(), next.number() - 1));
  }

  /**
   * Servers read an IRI with a segment of dots as the one without, which is another (RFC 3986,
   * section 5.2.4): what was written would not be what was noted.
   */
  private static void refuseDots(Preview net) {
    Stream.concat(net.added().stream(), net.deleted().stream())
        .flatMap(
            quad ->
                Stream.of(
                    quad.getGraph(), quad.getSubject(), quad.getPredicate(), quad.getObject()))
        .map(term -> term.isLiteral() ? term.getLiteralDatatypeURI() : term.getURI())
        .filter(iri -> DOTS.matcher(iri).lookingAt())
        .findAny()
        .ifPresent(
            iri -> {
              throw new GraphFailure.StatementRejected(
                  "Servers read the IRI <%s> as the one without the dots between its slashes; write"
                          .formatted(iri)
                      + " that.");
            });
  }

  /** What became of an update that failed. */
  private enum Fate {
    MADE,
    /** It never will be: another has taken its place. */
    OVERTAKEN,
    /** It has not been made so far, or nothing can be seen. */
    OPEN
  }

  private Fate fate(Revision next) {
    try {
      return look(
          (connection, view) -> {
            // In this order: once another revision is the latest, nothing more becomes of this one.
            Revision latest = revision(connection, view);
            if (Notes.has(view, next)) {
              return Fate.MADE;
            }
            return latest.hash().equals(next.previous()) ? Fate.OPEN : Fate.OVERTAKEN;
          });
    } catch (GraphFailure e) {
      LOG.debug("It could not be seen what became of an update", e);
      return Fate.OPEN;
    }
  }

  private GraphFailure stopped(Deadline deadline) {
    return new GraphFailure.DeadlineExceeded(
        deadline.allowed(),
        "%s was still at work on the change after %d ms; %s."
            .formatted(server.name(), deadline.allowed().toMillis(), RemoteSession.UNCERTAIN));
  }

  /** Reads in a time of its own: that of the write may have passed. */
  private <T> T look(BiFunction<RepositoryConnection, EngineView, T> work) {
    Deadline deadline = Deadline.after(TO_LOOK);
    try (RepositoryConnection connection = server.connect(deadline);
        EngineView view =
            new EngineView(connection, Revision.NONE, rules, baseIri, guard(deadline))) {
      return work.apply(connection, view);
    }
  }

  private static GraphFailure.TooLarge tooLarge(String size, String most) {
    return new GraphFailure.TooLarge(
        "The change has %s; this engine takes %s at once. Nothing was written: write it in parts,"
                .formatted(size, most)
            + " such as one organisation at a time.");
  }

  @Override
  public void close() {
    server.close();
  }
}
