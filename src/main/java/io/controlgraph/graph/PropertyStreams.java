package io.controlgraph.graph;

import io.controlgraph.graph.View.TokenQuad;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.RowSet;

/**
 * The queries by which statements are read through SPARQL, one stream of rows a property: first how
 * many each property has, then the subjects and objects of those that are wanted. Statements about
 * blank nodes are not read.
 */
public enum PropertyStreams {
  /** Each statement once for every graph that holds it, which is not told. */
  OF_ALL_GRAPHS("GRAPH ?g { %s }"),

  /** The statements of the default graph. */
  OF_THE_DEFAULT_GRAPH("%s");

  /** The variables of the rows. */
  public static final String SUBJECT = "s";

  public static final String PROPERTY = "p";
  public static final String OBJECT = "o";
  public static final String COUNT = "n";

  private final String within;

  PropertyStreams(String within) {
    this.within = within;
  }

  /**
   * A stream of the statements of a property.
   *
   * @param statements how many the property has, wanted or not
   */
  public record Stream(Node property, String query, long statements) {

    /** The statement that a row of the stream tells. */
    public TokenQuad statement(Node subject, Node object) {
      return new TokenQuad(subject, property, object, token -> (Node) token);
    }
  }

  /** The query for the properties, each with how many statements it has. */
  public String counts() {
    return "SELECT ?p (COUNT(*) AS ?n) WHERE { %s } GROUP BY ?p"
        .formatted(within.formatted("?s ?p ?o"));
  }

  /** The streams of those properties of which something is wanted. */
  public List<Stream> wanted(Map<Node, Long> counts, Function<Node, Optional<String>> wanted) {
    List<Stream> streams = new ArrayList<>();
    counts.forEach(
        (property, count) ->
            wanted
                .apply(property)
                .map(objects -> new Stream(property, query(property, objects), count))
                .ifPresent(streams::add));
    return streams;
  }

  private String query(Node property, String objects) {
    return "SELECT ?s ?o WHERE { %s FILTER (isIRI(?s) && (%s)) }"
        .formatted(within.formatted("?s " + NodeFmtLib.strNT(property) + " ?o"), objects);
  }

  /** Reads the streams of a view one after the other. */
  void read(View view, Intake intake) {
    Map<Node, Long> counts = new LinkedHashMap<>();
    RowSet properties = view.select(counts());
    properties.forEachRemaining(row -> count(row, counts));
    properties.close();
    List<Stream> streams = wanted(counts, intake::wanted);
    intake.expect(streams.stream().mapToLong(Stream::statements).sum());
    for (Stream stream : streams) {
      long sent = 0;
      RowSet rows = view.select(stream.query());
      while (rows.hasNext()) {
        Binding row = rows.next();
        intake.take(stream.statement(row.get(SUBJECT), row.get(OBJECT)));
        sent++;
      }
      rows.close();
      intake.passOver(Math.max(0, stream.statements() - sent));
    }
  }

  /** Some engines answer for no statements at all with a row of no property. */
  private static void count(Binding row, Map<Node, Long> counts) {
    Node property = row.get(PROPERTY);
    if (property != null) {
      counts.put(property, Long.valueOf(row.get(COUNT).getLiteralLexicalForm()));
    }
  }
}
