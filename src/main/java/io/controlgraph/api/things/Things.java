package io.controlgraph.api.things;

import io.controlgraph.graph.View;
import io.controlgraph.vocab.Cg;
import io.controlgraph.vocab.Reference;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;

/**
 * Finds the thing that a path of this server stands for.
 *
 * <p>What organisations have is named below the base IRI, and what frameworks have in the namespace
 * of reference data; both are answered at {@code /id/}. Terms of the ontology have names with a
 * hash, which no request carries, and are answered at {@code /ontology/TERM}.
 */
public final class Things {
  private static final String DOCUMENTS = "/doc/";
  private static final String ONTOLOGY = "/ontology";

  private final String baseIri;

  /**
   * The things of a store.
   *
   * @param baseIri what the IRIs of its organisations begin with
   */
  public Things(String baseIri) {
    this.baseIri = baseIri;
  }

  /**
   * The thing of a path. Clients that are made from the description of the API send the slashes of
   * a path encoded; such a path is taken by its letter first.
   *
   * @param path what follows {@code /id/}, as it stands in the request, with its percent signs
   */
  public Optional<Thing> at(View view, String path) {
    return Stream.of(path, path.replace("%2F", "/").replace("%2f", "/"))
        .distinct()
        .flatMap(
            each ->
                Stream.of(baseIri + "id/", Reference.NS)
                    .map(namespace -> new Thing(namespace + each, DOCUMENTS + each)))
        .filter(thing -> isKnown(view, thing.iri()))
        .findFirst();
  }

  /** A term of the ontology by its local name; the ontology itself by an empty one. */
  public Optional<Thing> term(View view, String name) {
    return Stream.of(
            name.isEmpty()
                ? new Thing(Cg.ONTOLOGY, ONTOLOGY)
                : new Thing(Cg.NS + name, ONTOLOGY + "/" + name))
        .filter(thing -> isKnown(view, thing.iri()))
        .findFirst();
  }

  /** The thing of an IRI, if it is one that a path of this server stands for; known or not. */
  public Optional<Thing> of(String iri) {
    for (String namespace : List.of(baseIri + "id/", Reference.NS)) {
      if (iri.startsWith(namespace)) {
        return Optional.of(new Thing(iri, DOCUMENTS + iri.substring(namespace.length())));
      }
    }
    if (iri.startsWith(Cg.NS)) {
      return Optional.of(new Thing(iri, ONTOLOGY + "/" + iri.substring(Cg.NS.length())));
    }
    return iri.equals(Cg.ONTOLOGY) ? Optional.of(new Thing(iri, ONTOLOGY)) : Optional.empty();
  }

  /** Whether a view says anything of a thing, or refers to it. */
  public static boolean isKnown(View view, String iri) {
    Node node = NodeFactory.createURI(iri);
    return has(view, node, Node.ANY) || has(view, Node.ANY, node);
  }

  private static boolean has(View view, Node subject, Node object) {
    try (Stream<Quad> quads = view.quads(Node.ANY, subject, Node.ANY, object)) {
      return quads.findAny().isPresent();
    }
  }
}
