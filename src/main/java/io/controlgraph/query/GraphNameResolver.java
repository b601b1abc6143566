package io.controlgraph.query;

import io.controlgraph.graph.View;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDFS;

/**
 * Finds nodes by what a view of the graph says of them. In this order: an absolute IRI, bare or in
 * angle brackets; a prefixed name; an id ({@code SYS-CXR}); the path of its IRI ({@code
 * hospital/assets/SYS-CXR}); an id within its framework or its organisation ({@code
 * iso27001-2022/A.8.24}, {@code hospital/SYS-CXR}); a label. The first of these that fits counts;
 * one that fits several nodes is ambiguous.
 *
 * <p>A bare number may be a clause, or a control of an annex that is cited without its letter: it
 * fits all of them, in every framework ({@code 6.1.2}; {@code 5.23}). Within a framework the letter
 * may be left out where there is no clause of that number ({@code iso27001-2022/5.23}).
 */
public final class GraphNameResolver implements NameResolver {
  private static final String NS = "https://w3id.org/controlgraph/ns#";
  private static final Node FRAMEWORK = NodeFactory.createURI(NS + "framework");
  private static final Node IN_ORGANISATION = NodeFactory.createURI(NS + "inOrganisation");
  private static final Node IDENTIFIER = DCTerms.identifier.asNode();
  private static final Node LABEL = RDFS.label.asNode();
  private static final String ANNEX = "A.";
  private static final Pattern NUMBER = Pattern.compile("[0-9]+(\\.[0-9]+)*");
  private static final Map<String, String> PREFIXES =
      Map.of(
          "cg", NS,
          "ref", "https://w3id.org/controlgraph/id/",
          "skos", "http://www.w3.org/2004/02/skos/core#",
          "prov", "http://www.w3.org/ns/prov#",
          "org", "http://www.w3.org/ns/org#",
          "dcat", "http://www.w3.org/ns/dcat#");

  private final Finder view;
  private final String baseIri;

  /**
   * Finds quads, as {@link View#quads} does: of identifiers, labels, frameworks and organisations.
   */
  @FunctionalInterface
  public interface Finder {
    Stream<Quad> quads(Node graph, Node subject, Node predicate, Node object);
  }

  /**
   * A resolver for one view, valid as long as the view is.
   *
   * @param baseIri what the prefix {@code id:} stands for, followed by {@code id/}
   */
  public GraphNameResolver(View view, String baseIri) {
    this(view::quads, baseIri);
  }

  /** A resolver over something else that knows what things are called. */
  public GraphNameResolver(Finder view, String baseIri) {
    this.view = view;
    this.baseIri = baseIri;
  }

  @Override
  public Resolution resolve(String name) {
    String iri = iri(name);
    if (iri != null) {
      return Values.isIri(iri)
          ? new Resolution.Found(iri)
          : new Resolution.Unknown("'" + name + "' is no IRI that can be written");
    }
    for (Set<String> found : List.of(byBareId(name), byPath(name), byQualifiedIdentifier(name))) {
      if (!found.isEmpty()) {
        return found(found);
      }
    }
    Set<String> labelled = byLabel(name);
    return labelled.isEmpty()
        ? new Resolution.Unknown("nothing is called '" + name + "'")
        : found(labelled);
  }

  @Override
  public Optional<String> organisation(String iri) {
    try (Stream<Quad> quads =
        view.quads(Node.ANY, NodeFactory.createURI(iri), IN_ORGANISATION, Node.ANY)) {
      List<String> found =
          quads
              .map(Quad::getObject)
              .filter(Node::isURI)
              .map(Node::getURI)
              .distinct()
              .limit(2)
              .toList();
      return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }
  }

  private @org.jspecify.annotations.Nullable String iri(String name) {
    if (name.startsWith("<") && name.endsWith(">")) {
      return name.substring(1, name.length() - 1);
    }
    if (name.contains("://") || name.startsWith("urn:")) {
      return name;
    }
    int colon = name.indexOf(':');
    if (colon > 0) {
      String prefix = name.substring(0, colon);
      String namespace = prefix.equals("id") ? baseIri + "id/" : PREFIXES.get(prefix);
      if (namespace != null) {
        return namespace + name.substring(colon + 1);
      }
    }
    return null;
  }

  private static Resolution found(Collection<String> iris) {
    return iris.size() == 1
        ? new Resolution.Found(iris.iterator().next())
        : new Resolution.Ambiguous(List.copyOf(iris));
  }

  private Set<String> byIdentifier(String id) {
    return subjects(IDENTIFIER, NodeFactory.createLiteralString(id));
  }

  private Set<String> byBareId(String id) {
    Set<String> found = byIdentifier(id);
    if (NUMBER.matcher(id).matches()) {
      found.addAll(byIdentifier(ANNEX + id));
    }
    return found;
  }

  /** A path as answers show it: {@code hospital/assets/SYS-CXR}, {@code practices/encryption}. */
  private Set<String> byPath(String name) {
    Set<String> found = new TreeSet<>();
    if (name.contains("/")) {
      for (String iri : List.of(baseIri + "id/" + name, PREFIXES.get("ref") + name)) {
        if (Values.isIri(iri) && hasIdentifier(iri)) {
          found.add(iri);
        }
      }
    }
    return found;
  }

  private boolean hasIdentifier(String iri) {
    try (Stream<Quad> quads =
        view.quads(Node.ANY, NodeFactory.createURI(iri), IDENTIFIER, Node.ANY)) {
      return quads.findAny().isPresent();
    }
  }

  private Set<String> byQualifiedIdentifier(String name) {
    Set<String> found = new TreeSet<>();
    for (int slash = name.indexOf('/'); slash > 0; slash = name.indexOf('/', slash + 1)) {
      Set<String> owners = byIdentifier(name.substring(0, slash));
      if (owners.isEmpty()) {
        continue;
      }
      String id = name.substring(slash + 1);
      Set<String> own = belonging(byIdentifier(id), owners);
      found.addAll(own.isEmpty() ? belonging(byBareId(id), owners) : own);
    }
    return found;
  }

  private Set<String> belonging(Set<String> candidates, Set<String> owners) {
    candidates.removeIf(candidate -> !belongs(candidate, owners));
    return candidates;
  }

  private boolean belongs(String iri, Set<String> owners) {
    Node node = NodeFactory.createURI(iri);
    for (Node property : List.of(FRAMEWORK, IN_ORGANISATION)) {
      try (Stream<Quad> quads = view.quads(Node.ANY, node, property, Node.ANY)) {
        if (quads.anyMatch(q -> q.getObject().isURI() && owners.contains(q.getObject().getURI()))) {
          return true;
        }
      }
    }
    return false;
  }

  private Set<String> byLabel(String label) {
    Set<String> found = subjects(LABEL, NodeFactory.createLiteralString(label));
    found.addAll(subjects(LABEL, NodeFactory.createLiteralLang(label, "en")));
    return found;
  }

  private Set<String> subjects(Node property, Node value) {
    try (Stream<Quad> quads = view.quads(Node.ANY, Node.ANY, property, value)) {
      return quads
          .map(Quad::getSubject)
          .filter(Node::isURI)
          .map(Node::getURI)
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }
}
