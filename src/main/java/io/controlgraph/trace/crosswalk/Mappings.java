package io.controlgraph.trace.crosswalk;

import io.controlgraph.trace.index.Links;
import io.controlgraph.trace.index.Rows;
import io.controlgraph.trace.index.TraceIndex;
import io.controlgraph.vocab.Cg;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.RDF;

/**
 * The rows of all mapping sets: those that link, those that deny, and those that found no match.
 */
final class Mappings {
  private static final String SSSOM = "https://w3id.org/sssom/";
  private static final Node SUBJECT_SOURCE = NodeFactory.createURI(SSSOM + "subject_source");
  private static final Node OBJECT_SOURCE = NodeFactory.createURI(SSSOM + "object_source");

  private final TraceIndex index;
  private final Links subjectSource;
  private final Links objectSource;
  private final Map<Integer, List<Hop>> links = new HashMap<>();
  private final Map<Integer, List<Hop>> denials = new HashMap<>();
  private final Map<Integer, List<NoMatch>> noMatches = new HashMap<>();

  Mappings(TraceIndex index) {
    this.index = index;
    this.subjectSource = index.links(SUBJECT_SOURCE);
    this.objectSource = index.links(OBJECT_SOURCE);
    Links subject = index.links(Cg.MAPPING_SUBJECT);
    Links predicate = index.links(Cg.MAPPING_PREDICATE);
    Links object = index.links(Cg.MAPPING_OBJECT);
    int[] all = index.links(RDF.type.asNode()).to(index.number(Cg.MAPPING));
    for (int mapping : all) {
      for (int from : subject.from(mapping)) {
        for (int to : object.from(mapping)) {
          for (int by : predicate.from(mapping)) {
            add(mapping, from, by, to);
          }
        }
      }
    }
  }

  /**
   * A row that says that a framework has no counterpart.
   *
   * @param framework the framework looked through, or {@link #ANY} if the row does not say
   */
  record NoMatch(int mapping, int framework) {
    static final int ANY = -1;
  }

  private void add(int mapping, int from, int by, int to) {
    int none = index.number(NodeFactory.createURI(SSSOM + "NoTermFound"));
    if (to == none) {
      noMatch(from, mapping, objectSource);
    } else if (from == none) {
      noMatch(to, mapping, subjectSource);
    } else {
      Map<Integer, List<Hop>> hops = isNegated(mapping) ? denials : links;
      String predicate = index.iri(by);
      put(hops, from, new Hop(mapping, from, to, by, true, Match.of(predicate, true)));
      put(hops, to, new Hop(mapping, to, from, by, false, Match.of(predicate, false)));
    }
  }

  private void noMatch(int requirement, int mapping, Links source) {
    int[] sources = source.from(mapping);
    if (sources.length == 0) {
      put(noMatches, requirement, new NoMatch(mapping, NoMatch.ANY));
    }
    for (int framework : sources) {
      put(noMatches, requirement, new NoMatch(mapping, framework));
    }
  }

  private boolean isNegated(int mapping) {
    Rows negated = index.literals(Cg.MAPPING_NEGATED);
    for (int literal : negated.of(mapping)) {
      if (index.worth(literal) == 1) {
        return true;
      }
    }
    return false;
  }

  private static <T> void put(Map<Integer, List<T>> all, int key, T value) {
    all.computeIfAbsent(key, any -> new ArrayList<>()).add(value);
  }

  /** The links of a requirement, followed from it. */
  List<Hop> linksOf(int requirement) {
    return links.getOrDefault(requirement, List.of());
  }

  /** The links that rows deny, followed from a requirement. */
  List<Hop> denialsOf(int requirement) {
    return denials.getOrDefault(requirement, List.of());
  }

  /** The rows that found nothing for a requirement in a framework. */
  List<Integer> noMatches(int requirement, int framework) {
    return noMatches.getOrDefault(requirement, List.of()).stream()
        .filter(each -> each.framework() == framework || each.framework() == NoMatch.ANY)
        .map(NoMatch::mapping)
        .toList();
  }
}
