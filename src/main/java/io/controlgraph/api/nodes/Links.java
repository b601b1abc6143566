package io.controlgraph.api.nodes;

import io.controlgraph.graph.View;
import java.util.ArrayList;
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
    public static final Wanted ALL = new Wanted(null, null, null);

    /** Whether anything is asked for in particular. */
    public boolean isAny() {
      return property == null && direction == null && type == null;
    }
  }

  /** Reads the links of a thing. */
  public static Links of(View view, Node thing, Wanted wanted, Cards cards) {
    Node property = wanted.property == null ? Node.ANY : wanted.property;
    Set<Link> links = new LinkedHashSet<>();
    if (wanted.direction != Direction.IN) {
      try (Stream<Quad> quads = view.quads(Node.ANY, thing, property, Node.ANY)) {
        quads
            .filter(quad -> quad.getObject().isURI())
            .map(quad -> new Link(quad.getPredicate(), Direction.OUT, quad.getObject()))
            .forEach(links::add);
      }
    }
    if (wanted.direction != Direction.OUT) {
      try (Stream<Quad> quads = view.quads(Node.ANY, Node.ANY, property, thing)) {
        quads
            .map(quad -> new Link(quad.getPredicate(), Direction.IN, quad.getSubject()))
            .forEach(links::add);
      }
    }
    List<Link> all = new ArrayList<>(links);
    if (wanted.type != null) {
      all.removeIf(link -> !cards.entry(link.other).types().contains(wanted.type));
    }
    return new Links(all);
  }
}
