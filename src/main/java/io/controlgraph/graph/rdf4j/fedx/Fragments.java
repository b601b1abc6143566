package io.controlgraph.graph.rdf4j.fedx;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.sparql.core.Quad;
import org.jspecify.annotations.Nullable;

/**
 * What one read has seen of the federation: for each pattern asked, the set union of what the
 * members hold. For one thread.
 *
 * <p>A few statements are asked for one by one; once more of the same property are wanted, all of
 * the property are fetched in one request a member, and the rest is answered here. So a question of
 * forty properties needs some hundred requests, and not one for each few rows.
 */
final class Fragments {
  /** So many patterns of one property are asked for, before all of the property is. */
  private static final int ASKED_SINGLY = 1;

  /** The same for patterns of any property: all of them is all there is. */
  private static final int ASKED_SINGLY_OF_ANY_PROPERTY = 256;

  private final Federation federation;
  private final Reading reading;
  private final Map<Pattern, Extent> extents = new HashMap<>();
  private final Map<Pattern, Integer> asked = new HashMap<>();

  Fragments(Federation federation, Reading reading) {
    this.federation = federation;
    this.reading = reading;
  }

  /** The statements of a pattern in all members, each once. */
  List<Quad> matching(Pattern wanted) {
    if (!wanted.isPossible()) {
      return List.of();
    }
    Extent found = extents.get(wanted.general());
    if (found == null) {
      found = held(wanted);
    }
    if (found == null) {
      Pattern fetched = toFetch(wanted);
      found = fetch(fetched);
      extents.put(fetched, found);
    }
    return found.matching(wanted);
  }

  private @Nullable Extent held(Pattern wanted) {
    for (Pattern cover : wanted.covers()) {
      Extent found = extents.get(cover);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  private Pattern toFetch(Pattern wanted) {
    Pattern general = wanted.general();
    int most = general.predicate().isConcrete() ? ASKED_SINGLY : ASKED_SINGLY_OF_ANY_PROPERTY;
    return asked.merge(general, 1, Integer::sum) > most ? general : wanted.single();
  }

  private Extent fetch(Pattern pattern) {
    reading.checkDeadline();
    Set<Quad> seen = new HashSet<>();
    List<Quad> statements = new ArrayList<>();
    federation.statements(
        pattern,
        statement -> {
          if (seen.add(statement)) {
            reading.count(1);
            statements.add(statement);
          }
        });
    reading.requireNoFailure();
    return new Extent(pattern, statements);
  }
}
