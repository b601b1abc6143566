package io.controlgraph.sparql;

import io.controlgraph.security.Refusal;
import io.javalin.http.Context;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.UUID;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** Which graph a request of the Graph Store HTTP Protocol is about (section 4). */
sealed interface GraphChoice {

  /** Segments that are neither empty nor dots, so that each graph has one path. */
  Pattern PATH = Pattern.compile("(/(?!\\.{1,2}(/|$))[\\w.~!$&'()*+,=:@%-]+)+");

  /** A named graph. */
  record Named(Node graph) implements GraphChoice {}

  /** The default graph, which is the union of the named ones. */
  record Union() implements GraphChoice {}

  /** None: the graph store itself. */
  record Store() implements GraphChoice {}

  /**
   * Reads it from the path of the graph itself, or from the parameters {@code graph} and {@code
   * default}.
   *
   * @throws Refusal 400 if both or several are given, or the name is no absolute IRI
   */
  static GraphChoice of(Context ctx, String baseIri) {
    Parameters parameters = Parameters.parse(ctx.queryString());
    String graph = parameters.one("graph");
    boolean union = !parameters.all("default").isEmpty();
    if (!ctx.pathParamMap().isEmpty()) {
      if (graph != null || union) {
        throw bad("The path names the graph already.");
      }
      String path = ctx.req().getRequestURI();
      if (!PATH.matcher(path).matches()) {
        throw bad("No graph is named by the path " + path + ".");
      }
      return new Named(NodeFactory.createURI(baseIri + path.substring(1)));
    }
    if (graph != null && union) {
      throw bad("A request is about one graph: give 'graph' or 'default', not both.");
    }
    if (union) {
      return new Union();
    }
    return graph == null ? new Store() : new Named(absolute(graph));
  }

  /** A graph of a new name. */
  static Named minted(String baseIri) {
    return new Named(NodeFactory.createURI(baseIri + "graph/" + UUID.randomUUID()));
  }

  private static Node absolute(String iri) {
    try {
      if (new URI(iri).isAbsolute()) {
        return NodeFactory.createURI(iri);
      }
    } catch (URISyntaxException e) {
      throw bad("'" + iri + "' is no IRI: " + e.getReason() + ".");
    }
    throw bad("A graph is named by an absolute IRI, not by '" + iri + "'.");
  }

  private static Refusal bad(String why) {
    return new Refusal(400, "bad-graph", why);
  }
}
