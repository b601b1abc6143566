package io.controlgraph.graph.rdf4j;

import io.controlgraph.graph.GraphFailure;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.core.TriplePath;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.expr.E_NotEquals;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprVar;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.path.P_NegPropSet;
import org.apache.jena.sparql.path.P_Path1;
import org.apache.jena.sparql.path.P_Path2;
import org.apache.jena.sparql.path.P_ZeroOrMore1;
import org.apache.jena.sparql.path.P_ZeroOrMoreN;
import org.apache.jena.sparql.path.P_ZeroOrOne;
import org.apache.jena.sparql.path.Path;
import org.apache.jena.sparql.syntax.Element;
import org.apache.jena.sparql.syntax.ElementFilter;
import org.apache.jena.sparql.syntax.ElementGroup;
import org.apache.jena.sparql.syntax.ElementNamedGraph;
import org.apache.jena.sparql.syntax.ElementPathBlock;
import org.apache.jena.sparql.syntax.ElementSubQuery;
import org.apache.jena.sparql.syntax.syntaxtransform.ElementTransformCopyBase;
import org.apache.jena.sparql.syntax.syntaxtransform.ExprTransformApplyElementTransform;
import org.apache.jena.sparql.syntax.syntaxtransform.QueryTransformOps;
import org.apache.jena.sparql.util.ExprUtils;

/**
 * The text of a query as other engines get it: the same text, but for two things.
 *
 * <p>What is noted on a server lies in a graph there and so in the union of its graphs. A query
 * that could come upon the notes is asked with filters that it does not: where a predicate, or the
 * name of a graph, is a variable.
 *
 * <p>{@code GRAPH ?g {}} finds every graph (SPARQL 1.1 Query, section 18.2.2.2 and 18.5), but none
 * in RDF4J; it is asked as a search for graphs that hold something.
 */
final class EngineText {
  /** The names in the notes. */
  private static final String NO_NOTE =
      "!(isIRI(?%s) && STRSTARTS(STR(?%<s), 'urn:controlgraph:'))";

  /** A path of no length finds every node, and so the texts and numbers of the notes. */
  private static final String NO_TEXT_OF_A_NOTE =
      "!(isLiteral(?%1$s) && EXISTS { GRAPH <"
          + Notes.GRAPH.getURI()
          + "> { ?noteSubject ?notePredicate ?%1$s } }"
          + " && NOT EXISTS { GRAPH ?anyGraph { ?anySubject ?anyPredicate ?%1$s }"
          + " FILTER (?anyGraph != <"
          + Notes.GRAPH.getURI()
          + ">) })";

  /** How the names begin that blank nodes get. */
  private static final String BLANK = "blankNode";

  private static final String EVERY_GRAPH =
      "SELECT DISTINCT ?%1$s WHERE { GRAPH ?%1$s { ?anySubject ?anyPredicate ?anyObject }"
          + " FILTER (?%1$s != <"
          + Notes.GRAPH.getURI()
          + ">) }";

  private EngineText() {}

  /**
   * Makes the text.
   *
   * @param sparql the text
   * @param query the same, parsed
   * @throws GraphFailure.QueryRejected if it names the graph of the notes
   */
  static String from(String sparql, Query query) {
    refuseByName(query);
    Filters filters = new Filters();
    Query filtered =
        QueryTransformOps.transform(
            named(sparql, query), filters, new ExprTransformApplyElementTransform(filters));
    return filters.added ? filtered.serialize() : sparql;
  }

  /** Gives blank nodes a name as variables, since no filter can speak of them. */
  private static Query named(String sparql, Query query) {
    Query named = query;
    if (query.isQueryResultStar()) {
      // All that is found, which the names do not belong to.
      named = query.cloneQuery();
      named.setQueryResultStar(false);
    }
    String name = unused(sparql);
    return QueryTransformOps.transform(
        named, node -> Var.isBlankNodeVar(node) ? Var.alloc(name + number(node)) : node);
  }

  private static String unused(String sparql) {
    String name = BLANK;
    while (sparql.contains(name)) {
      name += "_";
    }
    return name;
  }

  /** Of a name such as {@code ?0}. */
  private static String number(Node blank) {
    return blank.getName().replaceAll("[^0-9A-Za-z]", "");
  }

  private static void refuseByName(Query query) {
    boolean[] isNamed = {
      Stream.of(query.getGraphURIs(), query.getNamedGraphURIs())
              .anyMatch(graphs -> graphs.contains(Notes.GRAPH.getURI()))
          || query.getResultURIs().contains(Notes.GRAPH)
    };
    QueryTransformOps.transform(
        query,
        node -> {
          isNamed[0] |= Notes.GRAPH.equals(node);
          return node;
        });
    if (isNamed[0]) {
      throw new GraphFailure.QueryRejected(
          "The graph <%s> is the store's own.".formatted(Notes.GRAPH.getURI()), 0, 0);
    }
  }

  private static final class Filters extends ElementTransformCopyBase {
    private boolean added;

    @Override
    public Element transform(ElementNamedGraph named, Node name, Element pattern) {
      if (name.isVariable() && pattern instanceof ElementGroup group && group.isEmpty()) {
        added = true;
        return new ElementSubQuery(QueryFactory.create(EVERY_GRAPH.formatted(name.getName())));
      }
      return super.transform(named, name, pattern);
    }

    @Override
    public Element transform(ElementGroup group, List<Element> members) {
      Set<Expr> filters = new LinkedHashSet<>();
      for (Element member : members) {
        if (member instanceof ElementPathBlock block) {
          block.patternElts().forEachRemaining(pattern -> filters.addAll(open(pattern)));
        } else if (member instanceof ElementNamedGraph named
            && named.getGraphNameNode().isVariable()) {
          filters.add(
              new E_NotEquals(
                  new ExprVar(named.getGraphNameNode()), NodeValue.makeNode(Notes.GRAPH)));
        }
      }
      if (filters.isEmpty()) {
        return super.transform(group, members);
      }
      added = true;
      ElementGroup result = new ElementGroup();
      members.forEach(result::addElement);
      filters.forEach(filter -> result.addElement(new ElementFilter(filter)));
      return result;
    }

    /** What keeps a pattern from matching a note. */
    private static List<Expr> open(TriplePath pattern) {
      List<Expr> filters = new ArrayList<>();
      Node predicate = pattern.getPredicate();
      if (predicate != null && predicate.isVariable()) {
        filters.add(filter(NO_NOTE, predicate));
      } else if (predicate == null && isOpen(pattern.getPath())) {
        for (Node end : List.of(pattern.getSubject(), pattern.getObject())) {
          if (end.isVariable()) {
            filters.add(filter(NO_NOTE, end));
            if (pattern.getSubject().isVariable() && pattern.getObject().isVariable()) {
              filters.add(filter(NO_TEXT_OF_A_NOTE, end));
            }
          }
        }
      }
      return filters;
    }

    /** Negated sets match other predicates, and paths of no length every node. */
    private static boolean isOpen(Path path) {
      if (path instanceof P_NegPropSet
          || path instanceof P_ZeroOrMoreN
          || path instanceof P_ZeroOrMore1
          || path instanceof P_ZeroOrOne) {
        return true;
      }
      if (path instanceof P_Path1 one) {
        return isOpen(one.getSubPath());
      }
      return path instanceof P_Path2 two && (isOpen(two.getLeft()) || isOpen(two.getRight()));
    }

    private static Expr filter(String text, Node variable) {
      return ExprUtils.parse(text.formatted(variable.getName()));
    }
  }
}
