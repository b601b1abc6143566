package io.controlgraph.api.nodes;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.controlgraph.api.rows.RowPage;
import io.controlgraph.graph.View;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.PriorityQueue;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * Something that a thing is linked with.
 *
 * @param property by what
 * @param inverse what the ontology calls the property when it is read from its object, if it does
 * @param direction {@code out} if the thing is the subject of the link, else {@code in}
 */
public record Neighbour(
    @JsonUnwrapped Card card, Ref property, @Nullable Ref inverse, String direction) {

  /** A link with what it is ordered by; folded once, for there may be a hundred thousand. */
  private record Placed(Links.Link link, String folded, String label) {
    static Placed of(Links.Link link, String label) {
      return new Placed(link, label.toLowerCase(Locale.ROOT), label);
    }
  }

  private static final Comparator<Placed> ORDER =
      Comparator.comparing(Placed::folded)
          .thenComparing(Placed::label)
          .thenComparing(each -> each.link.other().getURI())
          .thenComparing(each -> each.link.property().getURI())
          .thenComparing(each -> each.link.direction());

  /** A page of neighbours in the order of their labels; what has none goes by its path. */
  public static List<Neighbour> page(View view, Links links, RowPage page, Cards cards) {
    Properties properties = new Properties(view, cards);
    return first(links, page.offset() + page.limit(), cards).stream()
        .skip(page.offset())
        .map(
            each ->
                new Neighbour(
                    cards.card(each.link.other()),
                    properties.ref(each.link.property()),
                    properties.inverse(each.link.property()),
                    each.link.direction().name().toLowerCase(Locale.ROOT)))
        .toList();
  }

  /** The first of the links in their order; of the others no label is kept. */
  private static List<Placed> first(Links links, long most, Cards cards) {
    Queue<Placed> first = new PriorityQueue<>(ORDER.reversed());
    for (Links.Link link : links.links()) {
      String path = cards.path(link.other().getURI());
      first.add(Placed.of(link, cards.entry(link.other()).label().orElse(path)));
      if (first.size() > most) {
        first.remove();
      }
    }
    return first.stream().sorted(ORDER).toList();
  }
}
