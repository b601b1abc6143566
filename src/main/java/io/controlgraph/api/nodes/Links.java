package io.controlgraph.api.nodes;

import io.controlgraph.graph.View;
import io.controlgraph.security.Refusal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.jspecify.annotations.Nullable;

/**
 * The links between a thing and others, each once, whatever number of graphs state it.
 *
 * @param links in no particular order
 */
public record Links(List<Link> links) {
  public Links {
    links = List.copyOf(links);
  }

  /** Whether the thing is the subject of a link or its object. */
  public enum Direction {
    OUT,
    IN
  }

  /** One link of a thing. */
  public record Link(Node property, Direction direction, Node other) {}

  /**
   * Which links are wanted; null stands for any.
   *
   * @param property by what property
   * @param direction in which direction
   * @param type to things of just this class
   */
  public record Wanted(
      @Nullable Node property, @Nullable Direction direction, @Nullable Node type) {
    /** Whether anything is asked for in particular. */
    public boolean isAny() {
      return property == null && direction == null && type == null;
    }
  }

  /**
   * Reads the links of a thing.
   *
   * @param most how many are taken: each is held in memory, for it is to count once
   * @throws Refusal 400 if there are more
   */
  public static Links of(View view, Node thing, Wanted wanted, Cards cards, int most) {
    Node property = wanted.property == null ? Node.ANY : wanted.property;
    Set<Link> links = new LinkedHashSet<>();
    if (wanted.direction != Direction.IN) {
      try (Stream<Quad> quads = view.quads(Node.ANY, thing, property, Node.ANY)) {
        collect(
            quads
                .filter(quad -> quad.getObject().isURI())
                .map(quad -> new Link(quad.getPredicate(), Direction.OUT, quad.getObject())),
            wanted,
            cards,
            links,
            most);
      }
    }
    if (wanted.direction != Direction.OUT) {
      try (Stream<Quad> quads = view.quads(Node.ANY, Node.ANY, property, thing)) {
        collect(
            quads.map(quad -> new Link(quad.getPredicate(), Direction.IN, quad.getSubject())),
            wanted,
            cards,
            links,
            most);
      }
    }
    return new Links(List.copyOf(links));
  }

  private static void collect(
      Stream<Link> found, Wanted wanted, Cards cards, Set<Link> links, int most) {
    Node type = wanted.type;
    for (Link link : (Iterable<Link>) found::iterator) {
      if (type == null || cards.entry(link.other).types().contains(type)) {
        links.add(link);
      }
      if (links.size() > most) {
        throw new Refusal(
            400,
            "too-many-links",
            ("The thing has more than %,d links, as many as one answer takes. Choose among its"
                    + " neighbours by property=, direction= or type=, or count them by SPARQL.")
                .formatted(most));
      }
    }
  }
}
