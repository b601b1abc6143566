package io.controlgraph.graph.rdf4j;

import io.controlgraph.graph.GraphFailure;
import io.controlgraph.graph.Revision;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.engine.binding.Binding;

/**
 * What is noted on another server, in a graph of its own, for those who write there: the base IRI
 * and the revisions, of which one is the latest.
 *
 * <p>An update is the change, and the step from one revision to the next, in one operation: it does
 * nothing unless the revision that it was made for is still the latest. So of two writers who began
 * at the same revision one wins, and the other is told.
 */
final class Notes {
  /** The graph of the notes. */
  static final Node GRAPH = NodeFactory.createURI("urn:controlgraph:notes");

  private static final String STORE = "<urn:controlgraph:store>";
  private static final String LATEST = "<urn:controlgraph:latest>";
  private static final String BASE = "<urn:controlgraph:base-iri>";

  private static final String REVISION =
      """
      ?revision <urn:controlgraph:number> ?number ;
                <urn:controlgraph:hash> ?hash ;
                <urn:controlgraph:previous> ?previous ;
                <urn:controlgraph:at> ?at ;
                <urn:controlgraph:author> ?author ;
                <urn:controlgraph:message> ?message ;
                <urn:controlgraph:added> ?added ;
                <urn:controlgraph:deleted> ?deleted .
      """;

  /**
   * What the notes say.
   *
   * @param baseIri what instance IRIs begin with
   * @param latest the latest revision
   */
  record Noted(String baseIri, Revision latest) {}

  private Notes() {}

  /**
   * What is noted; nothing on a server to which nobody has written from here.
   *
   * @throws GraphFailure.Inconsistent if the notes contradict themselves
   */
  static Optional<Noted> read(EngineView view, String server) {
    List<Noted> found = new ArrayList<>();
    String query =
        "SELECT * WHERE { GRAPH <%s> { %s %s ?base ; %s ?revision . %s } }"
            .formatted(GRAPH.getURI(), STORE, BASE, LATEST, REVISION);
    try (TupleRows rows = view.rows(query)) {
      while (rows.hasNext()) {
        Binding row = rows.next();
        found.add(new Noted(text(row, "base"), revision(row)));
      }
    } catch (NumberFormatException | DateTimeParseException e) {
      throw damaged(server, "a number or a moment that is none: " + e.getMessage());
    }
    if (found.isEmpty()
        && view.holds("{ GRAPH <%s> { %s %s ?any } }".formatted(GRAPH.getURI(), STORE, LATEST))) {
      throw damaged(server, "a latest revision of which something is missing");
    }
    if (found.size() > 1) {
      throw damaged(server, "more than one latest revision");
    }
    return found.stream().findFirst();
  }

  private static GraphFailure damaged(String server, String what) {
    return new GraphFailure.Inconsistent(
        "%s has, in its graph <%s>, %s: somebody else has written there."
            .formatted(server, GRAPH.getURI(), what));
  }

  /** Whether a revision is noted. */
  static boolean has(EngineView view, Revision revision) {
    return view.holds(
        "{ GRAPH <%s> { %s <urn:controlgraph:number> ?number } }"
            .formatted(GRAPH.getURI(), iri(revision.number(), revision.hash())));
  }

  /** At most {@code limit} revisions, newest first, from {@code newest} downwards. */
  static List<Revision> list(EngineView view, long newest, int limit) {
    List<Revision> found = new ArrayList<>();
    String query =
        "SELECT * WHERE { GRAPH <%s> { %s } FILTER (?number <= %d) } ORDER BY DESC(?number) LIMIT %d"
            .formatted(GRAPH.getURI(), REVISION, newest, limit);
    try (TupleRows rows = view.rows(query)) {
      rows.forEachRemaining(row -> found.add(revision(row)));
    }
    return found;
  }

  /**
   * The one operation that changes the graph and moves the revision, if {@code next.previous()} is
   * still the latest.
   *
   * <p>What is changed is a table, of which each row fills one of two templates. As templates of
   * their own the statements would nest as deep as they are many, which overflows the stack of
   * RDF4J's parser at some thousands.
   */
  static String update(
      String baseIri, Collection<Quad> added, Collection<Quad> deleted, Revision next) {
    boolean first = next.number() == 1;
    StringBuilder text = new StringBuilder(1024 + 256 * (added.size() + deleted.size()));
    text.append("DELETE { GRAPH ?a { ?b ?c ?d } } INSERT { GRAPH ?e { ?f ?g ?h } } WHERE {\n");
    if (first) {
      text.append(
          "FILTER NOT EXISTS { GRAPH <%s> { %s %s ?any } }\n"
              .formatted(GRAPH.getURI(), STORE, LATEST));
    } else {
      text.append(
          "GRAPH <%s> { %s %s %s }\n"
              .formatted(GRAPH.getURI(), STORE, LATEST, iri(next.number() - 1, next.previous())));
    }
    text.append("{ VALUES (?a ?b ?c ?d) {\n");
    if (!first) {
      note(text, STORE, LATEST, iri(next.number() - 1, next.previous()));
    }
    deleted.forEach(quad -> Sparql.appendRow(text, quad));
    text.append("} } UNION { VALUES (?e ?f ?g ?h) {\n");
    note(text, STORE, LATEST, iri(next.number(), next.hash()));
    if (first) {
      note(text, STORE, BASE, literal(baseIri));
    }
    properties(text, next);
    added.forEach(quad -> Sparql.appendRow(text, quad));
    return text.append("} } }\n").toString();
  }

  private static void note(StringBuilder text, String subject, String property, String value) {
    text.append("(<").append(GRAPH.getURI()).append("> ").append(subject).append(' ');
    text.append(property).append(' ').append(value).append(")\n");
  }

  private static void properties(StringBuilder text, Revision revision) {
    String subject = iri(revision.number(), revision.hash());
    property(text, subject, "number", Long.toString(revision.number()));
    property(text, subject, "hash", literal(revision.hash()));
    property(text, subject, "previous", literal(revision.previous()));
    property(text, subject, "at", literal(revision.at().toString()));
    property(text, subject, "author", literal(revision.author()));
    property(text, subject, "message", literal(revision.message()));
    property(text, subject, "added", Long.toString(revision.added()));
    property(text, subject, "deleted", Long.toString(revision.deleted()));
  }

  private static void property(StringBuilder text, String subject, String name, String value) {
    note(text, subject, "<urn:controlgraph:" + name + ">", value);
  }

  private static String iri(long number, String hash) {
    return "<urn:controlgraph:revision:%d:%s>".formatted(number, hash);
  }

  private static String literal(String text) {
    return Sparql.of(NodeFactory.createLiteralString(text));
  }

  private static Revision revision(Binding row) {
    return new Revision(
        Long.parseLong(text(row, "number")),
        text(row, "hash"),
        text(row, "previous"),
        Instant.parse(text(row, "at")),
        text(row, "author"),
        text(row, "message"),
        Long.parseLong(text(row, "added")),
        Long.parseLong(text(row, "deleted")));
  }

  private static String text(Binding row, String variable) {
    Node value = row.get(variable);
    return value != null && value.isLiteral() ? value.getLiteralLexicalForm() : "";
  }
}
