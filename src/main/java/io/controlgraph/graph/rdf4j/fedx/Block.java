package io.controlgraph.graph.rdf4j.fedx;

import io.controlgraph.graph.rdf4j.Sparql;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;

/**
 * Single patterns that differ in their subject, or in their object, and are asked for together.
 *
 * @param open takes all of them: no subject, no object, no graph
 * @param bySubject whether they differ in the subject
 */
record Block(Pattern open, boolean bySubject) {

  /** Where a single pattern belongs; nowhere if it has neither subject nor object. */
  static Optional<Block> of(Pattern single) {
    if (!single.subject().isConcrete() && !single.object().isConcrete()) {
      return Optional.empty();
    }
    return Optional.of(
        new Block(
            new Pattern(single.named(), Node.ANY, Node.ANY, single.predicate(), Node.ANY),
            single.subject().isConcrete()));
  }

  /** The pattern of one term. */
  Pattern single(Node term) {
    return new Pattern(
        open.named(),
        Node.ANY,
        bySubject ? term : Node.ANY,
        open.predicate(),
        bySubject ? Node.ANY : term);
  }

  /** The query whose rows are the statements of these terms, read by {@link #open}. */
  String query(List<Node> terms) {
    Map<String, String> prefixes = new LinkedHashMap<>();
    StringBuilder values = new StringBuilder();
    for (Node term : terms) {
      append(values, term, prefixes);
      values.append(' ');
    }
    StringBuilder query = new StringBuilder();
    prefixes.forEach(
        (namespace, prefix) ->
            query.append("PREFIX ").append(prefix).append(" <").append(namespace).append("> "));
    return query
        .append("SELECT ")
        .append(open.variables())
        .append(" WHERE { VALUES ")
        .append(bySubject ? "?s" : "?o")
        .append(" { ")
        .append(values)
        .append("} ")
        .append(open.group())
        .append(" }")
        .toString();
  }

  /** What many IRIs begin with is written once: a request is not compressed as an answer is. */
  private static void append(StringBuilder text, Node term, Map<String, String> prefixes) {
    String iri = term.isURI() ? term.getURI() : "";
    int end = Math.max(iri.lastIndexOf('/'), iri.lastIndexOf('#')) + 1;
    String local = iri.substring(end);
    if (end == 0 || !isPlain(local)) {
      Sparql.append(text, term);
      return;
    }
    String namespace = iri.substring(0, end);
    String prefix = prefixes.computeIfAbsent(namespace, unused -> "n" + prefixes.size() + ":");
    text.append(prefix).append(local);
  }

  /** Whether this can be written behind a prefix without escapes (SPARQL 1.1, PN_LOCAL). */
  private static boolean isPlain(String local) {
    for (int i = 0; i < local.length(); i++) {
      char c = local.charAt(i);
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
      if (!letter && c != '_' && (c != '-' || i == 0)) {
        return false;
      }
    }
    return !local.isEmpty();
  }
}
