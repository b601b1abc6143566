package io.controlgraph.api.things;

import io.controlgraph.graph.View;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.syntax.syntaxtransform.QueryTransformOps;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;

/**
 * What is said of a thing: all that has it as its subject, a page of what has it as its object, and
 * the labels of everything that comes up.
 *
 * <p>A concise bounded description (W3C member submission, 3 June 2005) in both directions; there
 * are no blank nodes to follow, since the store keeps none.
 *
 * @param statements each once, whatever number of graphs say it
 * @param more whether a further page of what refers to it follows
 */
public record Description(Set<Triple> statements, boolean more) {
  /** How many statements about others a page holds. */
  public static final int PAGE = 200;

  private static final Query REFERRING =
      QueryFactory.create(
          "SELECT DISTINCT ?subject ?property WHERE { ?subject ?property ?thing }"
              + " ORDER BY ?property ?subject");

  private static final List<Node> LABELS = List.of(RDFS.label.asNode(), SKOS.prefLabel.asNode());

  /**
   * Describes a thing.
   *
   * @param page which part of what refers to it, from 1
   */
  public static Description of(View view, String iri, long page) {
    Node thing = NodeFactory.createURI(iri);
    Set<Triple> statements = new LinkedHashSet<>();
    add(view, thing, Node.ANY, statements);
    List<Triple> referring = referring(view, thing, (page - 1) * PAGE);
    boolean more = referring.size() > PAGE;
    statements.addAll(more ? referring.subList(0, PAGE) : referring);
    Set<Node> named = new LinkedHashSet<>();
    for (Triple statement : statements) {
      Stream.of(statement.getSubject(), statement.getPredicate(), statement.getObject())
          .filter(Node::isURI)
          .forEach(named::add);
    }
    for (Node node : named) {
      LABELS.forEach(label -> add(view, node, label, statements));
    }
    return new Description(statements, more);
  }

  private static void add(View view, Node subject, Node property, Set<Triple> target) {
    try (Stream<Quad> quads = view.quads(Node.ANY, subject, property, Node.ANY)) {
      quads.map(Quad::asTriple).forEach(target::add);
    }
  }

  /** One more than a page, if there is one more. */
  private static List<Triple> referring(View view, Node thing, long offset) {
    Query query = QueryTransformOps.replaceVars(REFERRING, Map.of(Var.alloc("thing"), thing));
    query.setOffset(offset);
    query.setLimit(PAGE + 1L);
    RowSet rows = view.select(query.serialize());
    List<Triple> found = new ArrayList<>();
    rows.forEachRemaining(
        row -> found.add(Triple.create(row.get("subject"), row.get("property"), thing)));
    rows.close();
    return found;
  }
}
