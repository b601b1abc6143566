package io.controlgraph.sparql;

import io.controlgraph.graph.GraphFailure;
import io.controlgraph.graph.KnownTexts;
import io.controlgraph.security.Refusal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryException;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.QueryParseException;
import org.apache.jena.query.Syntax;
import org.apache.jena.update.UpdateFactory;

/** The text of a query, checked before a store sees it. */
public final class QueryText {
  private static final Pattern PLACE =
      Pattern.compile(" at line (?<line>\\d{1,9}), column (?<column>\\d{1,9})\\.");

  /** In characters. */
  private static final int KEPT = 500_000;

  private static final KnownTexts<Query> KNOWN = new KnownTexts<>(KEPT);

  private QueryText() {}

  /**
   * Parses SPARQL 1.1. The query is there to be looked at, by many at once: it must be neither
   * changed nor evaluated, for some of Jena's functions remember what they were called with.
   *
   * @throws GraphFailure.QueryRejected if it is no query, with the place
   * @throws Refusal 400 if it is an update
   */
  public static Query parse(String text) {
    try {
      return KNOWN.of(text, QueryText::fresh);
    } catch (QueryParseException e) {
      if (isUpdate(text)) {
        throw new Refusal(
            400, "not-a-query", "This is an update; send it as the parameter 'update', by POST.");
      }
      throw rejected(e);
    } catch (QueryException e) {
      throw new GraphFailure.QueryRejected(message(e), 0, 0);
    } catch (StackOverflowError e) {
      throw new GraphFailure.QueryRejected("The query is nested too deeply.", 0, 0);
    }
  }

  /** The text with the dataset of the request in place of its own, if the request has one. */
  static String withDataset(QueryRequest request) {
    if (request.defaultGraphs().isEmpty() && request.namedGraphs().isEmpty()) {
      return request.text();
    }
    Query own = fresh(request.text());
    own.getGraphURIs().clear();
    own.getNamedGraphURIs().clear();
    request.defaultGraphs().forEach(own::addGraphURI);
    request.namedGraphs().forEach(own::addNamedGraphURI);
    return own.serialize();
  }

  private static Query fresh(String text) {
    return QueryFactory.create(text, Syntax.syntaxSPARQL_11);
  }

  /**
   * The parser's numbers are of the last token that it could use, its words of the first it could
   * not.
   */
  private static GraphFailure.QueryRejected rejected(QueryParseException e) {
    String message = message(e);
    Matcher place = PLACE.matcher(message);
    return place.find()
        ? new GraphFailure.QueryRejected(
            message, Integer.parseInt(place.group("line")), Integer.parseInt(place.group("column")))
        : new GraphFailure.QueryRejected(
            message, Math.max(e.getLine(), 0), Math.max(e.getColumn(), 0));
  }

  private static boolean isUpdate(String text) {
    try {
      return !UpdateFactory.create(text).getOperations().isEmpty();
    } catch (QueryException e) {
      return false;
    }
  }

  private static String message(QueryException e) {
    String message = String.valueOf(e.getMessage()).strip();
    return message.replaceAll("\\s*\\R\\s*", " ");
  }
}
