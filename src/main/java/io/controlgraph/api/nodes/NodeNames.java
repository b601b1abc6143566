package io.controlgraph.api.nodes;

import io.controlgraph.api.things.Things;
import io.controlgraph.graph.Scope;
import io.controlgraph.graph.View;
import io.controlgraph.query.GraphNameResolver;
import io.controlgraph.query.NameResolver;
import io.controlgraph.search.Hit;
import io.controlgraph.search.LiveIndex;
import io.controlgraph.search.Request;
import io.controlgraph.security.Refusal;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.jspecify.annotations.Nullable;

/** Finds the nodes that the parameters of a request name, in a view. */
public final class NodeNames {
  private static final int CANDIDATES = 10;
  private static final int LONGEST = 200;

  private final View view;
  private final LiveIndex live;
  private final NameResolver resolver;
  private final Cards cards;

  /** Names in a view; valid for as long as the view is. */
  public NodeNames(View view, LiveIndex live, String baseIri) {
    this.view = view;
    this.live = live;
    this.resolver = new GraphNameResolver(view, baseIri);
    this.cards = Cards.of(view, live, baseIri);
  }

  public Cards cards() {
    return cards;
  }

  /**
   * The one node that a name stands for.
   *
   * @throws Refusal 404 if the graph has none, 409 if several: both list candidates, where there
   *     are any
   */
  public Node require(String name) {
    NameResolver.Resolution resolution = resolver.resolve(name);
    if (resolution instanceof NameResolver.Resolution.Ambiguous ambiguous) {
      throw new Refusal(
              409,
              "ambiguous-name",
              "'%s' stands for several things; name one of the candidates.".formatted(name))
          .with(
              "candidates",
              ambiguous.iris().stream().map(NodeFactory::createURI).map(cards::card).toList());
    }
    if (resolution instanceof NameResolver.Resolution.Found found
        && Things.isKnown(view, found.iri())) {
      return NodeFactory.createURI(found.iri());
    }
    throw unknown(name);
  }

  /** What somebody is told who named nothing, with what the name might have meant. */
  public Refusal unknown(String name) {
    String beginning = name.substring(0, Math.min(name.length(), LONGEST));
    List<Card> candidates =
        live.at(view.revision().number()).stream()
            .flatMap(
                index -> index.search(new Request(beginning, null, CANDIDATES, Scope.ALL)).stream())
            .map(Hit::thing)
            .map(cards::card)
            .toList();
    Refusal refusal =
        new Refusal(404, "no-such-thing", "Nothing in the graph is called '%s'.".formatted(name));
    return candidates.isEmpty() ? refusal : refusal.with("candidates", candidates);
  }

  /**
   * The node that a parameter names, which need not be in the graph; null if it is not given.
   *
   * @throws Refusal 400 if the name stands for nothing, or for several things
   */
  public @Nullable Node optional(String parameter, @Nullable String name) {
    if (name == null || name.isEmpty()) {
      return null;
    }
    NameResolver.Resolution resolution = resolver.resolve(name);
    if (resolution instanceof NameResolver.Resolution.Found found) {
      return NodeFactory.createURI(found.iri());
    }
    throw new Refusal(
        400,
        "bad-parameter",
        "The parameter '%s' names one thing, by its IRI or as cg:requirement, not: %s"
            .formatted(parameter, name));
  }
}
