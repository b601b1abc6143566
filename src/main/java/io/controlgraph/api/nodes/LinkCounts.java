package io.controlgraph.api.nodes;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.controlgraph.api.nodes.Links.Direction;
import io.controlgraph.graph.View;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.jspecify.annotations.Nullable;

/**
 * How many links a thing has, by property, direction and the other's class.
 *
 * @param links the most frequent first
 */
public record LinkCounts(List<Group> links) {
  public LinkCounts {
    links = List.copyOf(links);
  }

  /**
   * The links by one property in one direction.
   *
   * @param property the property
   * @param inverse what the ontology calls it when it is read from its object, if it does
   * @param direction {@code out} if the thing is the subject, else {@code in}
   * @param count how many
   * @param types how many lead to each class; what has several classes counts in each of them
   */
  public record Group(
      Ref property, @Nullable Ref inverse, String direction, long count, List<OfType> types) {
    public Group {
      types = List.copyOf(types);
    }
  }

  /**
   * Links to things of one class.
   *
   * @param type the class; without members for things that have none
   */
  public record OfType(@JsonUnwrapped @Nullable Ref type, long count) {}

  private record Key(Node property, Direction direction) {}

  private static final class Tally {
    private final Map<Node, Integer> types = new HashMap<>();
    private int count;
    private int untyped;

    void add(List<Node> some) {
      count++;
      untyped += some.isEmpty() ? 1 : 0;
      some.forEach(type -> types.merge(type, 1, Integer::sum));
    }
  }

  /** Counts links. */
  public static LinkCounts of(View view, Links links, Cards cards) {
    Map<Key, Tally> tallies = new HashMap<>();
    for (Links.Link link : links.links()) {
      tallies
          .computeIfAbsent(new Key(link.property(), link.direction()), key -> new Tally())
          .add(cards.entry(link.other()).types());
    }
    Properties properties = new Properties(view, cards);
    List<Group> groups = new ArrayList<>();
    tallies.forEach(
        (key, tally) ->
            groups.add(
                new Group(
                    properties.ref(key.property),
                    properties.inverse(key.property),
                    key.direction.name().toLowerCase(Locale.ROOT),
                    tally.count,
                    types(tally, cards))));
    groups.sort(
        Comparator.comparing((Group group) -> -group.count)
            .thenComparing(group -> group.property.iri())
            .thenComparing(Group::direction));
    return new LinkCounts(groups);
  }

  private static List<OfType> types(Tally tally, Cards cards) {
    List<OfType> types = new ArrayList<>();
    tally.types.forEach((type, count) -> types.add(new OfType(cards.ref(type), count)));
    types.sort(
        Comparator.comparing((OfType each) -> -each.count)
            .thenComparing(each -> each.type == null ? "" : each.type.iri()));
    if (tally.untyped > 0) {
      types.add(new OfType(null, tally.untyped));
    }
    return types;
  }
}
