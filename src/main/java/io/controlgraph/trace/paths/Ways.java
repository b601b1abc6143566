package io.controlgraph.trace.paths;

import io.controlgraph.trace.index.TraceIndex;
import io.controlgraph.vocab.Cg;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.SKOS;

/**
 * The ways that a question walks.
 *
 * @param ahead those from the beginning of a path to its end
 * @param back the same from its end to its beginning
 */
record Ways(List<Way> ahead, List<Way> back) {
  private static final Set<Node> CONNECT_EVERYTHING =
      Set.of(RDF.type.asNode(), Cg.MAPPING_PREDICATE, Cg.MAPPING_JUSTIFICATION);

  private static final Set<Node> COMMON_TO_EVERYTHING =
      Set.of(SKOS.Concept.asNode(), Cg.ORGANISATION, Cg.FRAMEWORK);

  static Ways of(TraceIndex index, Readings readings, Set<Node> asked, Direction direction) {
    List<Node> properties =
        index.properties().stream()
            .filter(each -> asked.isEmpty() ? isWalked(each, readings) : asked.contains(each))
            .sorted(Comparator.comparing(Node::getURI))
            .toList();
    Mappings mappings = new Mappings(index);
    List<Way> ahead = new ArrayList<>();
    List<Way> back = new ArrayList<>();
    for (Node property : properties) {
      int rank = ahead.size() + back.size();
      Way stated = new Way(property, rank, false, index.links(property), mappings);
      Way against = new Way(property, rank + 1, true, index.links(property), mappings);
      boolean isTurned = property.equals(Cg.MAPPING_SUBJECT);
      if (direction != Direction.AGAINST) {
        ahead.add(isTurned ? against : stated);
        back.add(isTurned ? stated : against);
      }
      if (direction != Direction.AS_STATED) {
        ahead.add(isTurned ? stated : against);
        back.add(isTurned ? against : stated);
      }
    }
    return new Ways(List.copyOf(ahead), List.copyOf(back));
  }

  private static boolean isWalked(Node property, Readings readings) {
    return !CONNECT_EVERYTHING.contains(property)
        && !readings.leadsTo(property, COMMON_TO_EVERYTHING);
  }
}
