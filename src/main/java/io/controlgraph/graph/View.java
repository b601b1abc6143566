package io.controlgraph.graph;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.exec.RowSet;

/**
 * The graph at one revision, within one scope and until one deadline. Valid only inside the work it
 * was handed to, and only on that thread.
 *
 * <p>Queries are complete SPARQL 1.1 text. A query without a dataset clause sees the union of the
 * readable named graphs as its default graph.
 */
public interface View {

  /** The revision read. */
  Revision revision();

  /**
   * Runs a SELECT query.
   *
   * @return the rows, streamed; closed with the view at the latest
   * @throws GraphFailure.QueryRejected if the text is no SELECT query
   */
  RowSet select(String sparql);

  /** Runs an ASK query. */
  boolean ask(String sparql);

  /** Runs a CONSTRUCT or DESCRIBE query and sends what it makes to {@code sink}. */
  void construct(String sparql, StreamRDF sink);

  /**
   * The readable quads that match; {@link Node#ANY} matches all. Close the stream.
   *
   * @return each quad once for every graph that holds it
   */
  Stream<Quad> quads(Node graph, Node subject, Node predicate, Node object);

  /**
   * Sends the readable statements of the properties that are wanted, each once for every graph that
   * holds it, or in a federation for every member, in no particular order. They are sent as they
   * are read, and never collected: through SPARQL, in one stream a property. Much faster than
   * {@link #quads} on an engine that keeps its terms by number: terms are told as tokens, and only
   * those that are asked for are made into nodes; there other statements are sent too.
   */
  default void statements(Intake intake) {
    PropertyStreams.OF_ALL_GRAPHS.read(this, intake);
  }

  /**
   * The triple of a quad, its terms as tokens: within one call equal tokens stand for equal terms,
   * and others for others.
   *
   * @param terms makes nodes of tokens
   */
  record TokenQuad(Object subject, Object predicate, Object object, Function<Object, Node> terms) {}

  /**
   * The names of the members of a federation that have not said all that they hold of what was
   * asked so far. Complete for a query once its rows have been read to the end. Where members are
   * missing, rows may be missing, and those that ask for what is not there may be too many.
   *
   * @return always empty where a member that fails makes the query fail, and outside a federation
   */
  default Set<String> missing() {
    return Set.of();
  }

  /** The names of the members of a federation; none outside of one. */
  default Set<String> members() {
    return Set.of();
  }

  /**
   * Holds an answer that only means something if it is whole.
   *
   * @throws GraphFailure.ServerFailed if members of a federation are missing
   */
  default void requireWhole() {
    if (!missing().isEmpty()) {
      throw new GraphFailure.ServerFailed(
          "The federation",
          "cannot answer this without its members " + String.join(", ", missing()));
    }
  }

  /**
   * Which members of a federation state something about each of these IRIs, as the subject of a
   * statement. See {@link RowOrigins} for what that says of a row.
   *
   * @return the names of the members of each IRI that some member knows; empty if the engine lacks
   *     {@link Capability#ROW_ORIGINS}
   */
  default Map<Node, Set<String>> origins(Collection<Node> nodes) {
    return Map.of();
  }
}
