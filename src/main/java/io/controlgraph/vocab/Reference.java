package io.controlgraph.vocab;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/**
 * The IRIs of reference data: frameworks with their requirements, and the graphs that hold them.
 *
 * <p>A requirement's IRI carries framework, edition and part, because its bare id does not tell
 * which one is meant: A.6.1.2 is a control of ISO/IEC 27001:2013 and of ISO/IEC 42001, and 6.1.2 a
 * clause of both.
 */
public final class Reference {

  /** The namespace of frameworks and of all that belongs to them. */
  public static final String NS = "https://w3id.org/controlgraph/id/";

  /** The namespace of the named graphs that hold reference data; readers may not write to them. */
  public static final String GRAPH_NS = "https://w3id.org/controlgraph/graph/";

  /** The graph of the ontology. */
  public static final Node ONTOLOGY_GRAPH = graph("ontology");

  /** The graph that aligns the ontology to vocabularies of others. */
  public static final Node ALIGNMENTS_GRAPH = graph("alignments");

  /** The graph of the rules that say where requirements are expected by default. */
  public static final Node EXPECTATION_RULES_GRAPH = graph("expectation-rules");

  private static final String CONTROLS = "/annex-a/";
  private static final String CLAUSES = "/clauses/";
  private static final String THEMES = "/themes/";

  private Reference() {}

  /**
   * A framework.
   *
   * @param framework its id, such as {@code iso27001-2022}
   */
  public static Node framework(String framework) {
    return NodeFactory.createURI(NS + encode(framework));
  }

  /**
   * A control of a framework's annex.
   *
   * @param framework the framework's id, such as {@code iso27001-2022}
   * @param control the control's id as published, such as {@code A.8.24}
   */
  public static Node control(String framework, String control) {
    return part(framework, CONTROLS, control);
  }

  /**
   * A clause of a framework's body.
   *
   * @param framework the framework's id, such as {@code iso27001-2022}
   * @param clause the clause's number, such as {@code 6.1.2}
   */
  public static Node clause(String framework, String clause) {
    return part(framework, CLAUSES, clause);
  }

  /**
   * A theme of a framework.
   *
   * @param framework the framework's id, such as {@code iso27001-2022}
   * @param theme the theme's name in IRIs, such as {@code organizational} or {@code A.5}
   */
  public static Node theme(String framework, String theme) {
    return part(framework, THEMES, theme);
  }

  /**
   * A named graph of reference data.
   *
   * @param path its path, such as {@code iso27001-2022} or {@code mappings/iso27001-2013-to-2022}
   */
  public static Node graph(String path) {
    return NodeFactory.createURI(GRAPH_NS + path);
  }

  /** Whether the node is part of the reference data, and not an organisation's own. */
  public static boolean isReference(Node node) {
    return node.isURI() && node.getURI().startsWith(NS);
  }

  /** Whether the graph holds reference data. */
  public static boolean isReferenceGraph(Node graph) {
    return graph.isURI() && graph.getURI().startsWith(GRAPH_NS);
  }

  private static Node part(String framework, String part, String id) {
    return NodeFactory.createURI(NS + encode(framework) + part + encode(id));
  }

  private static String encode(String segment) {
    return URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
