package io.controlgraph.graph.rdf4j;

import java.util.regex.Pattern;

/**
 * Tells whether a text needs to be told what relative IRIs begin with. RDF4J, when told, resolves
 * the absolute ones as well, and so changes those with characters that RFC 3987 does not allow: it
 * would look for others than are stored.
 */
final class RelativeIris {
  private static final Pattern POSSIBLE =
      Pattern.compile(
          // an IRI without a scheme, which may be a comparison or stand in a text: no harm is done
          "<(?![A-Za-z][A-Za-z0-9+.\\-]*:)[^<>\"{}|^`\\x00-\\x20]*>"
              // a function that makes one when the query runs
              + "|\\b[IU]RI\\s*\\("
              // a letter that is written by its number
              + "|\\\\[uU]",
          Pattern.CASE_INSENSITIVE);

  private RelativeIris() {}

  /** Whether there may be some in a query. */
  static boolean mayBeIn(String sparql) {
    return POSSIBLE.matcher(sparql).find();
  }
}
