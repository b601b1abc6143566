package io.controlgraph.trace.paths;

import io.controlgraph.trace.index.Links;
import io.controlgraph.trace.index.Rows;
import io.controlgraph.trace.index.TraceIndex;
import io.controlgraph.vocab.Cg;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** Which mappings make a link, and how many a requirement has. */
final class Mappings {
  private static final Node NO_TERM_FOUND =
      NodeFactory.createURI("https://w3id.org/sssom/NoTermFound");

  private final TraceIndex index;
  private final Links subjects;
  private final Links objects;
  private final Rows negated;
  private final int noTermFound;

  Mappings(TraceIndex index) {
    this.index = index;
    this.subjects = index.links(Cg.MAPPING_SUBJECT);
    this.objects = index.links(Cg.MAPPING_OBJECT);
    this.negated = index.literals(Cg.MAPPING_NEGATED);
    this.noTermFound = index.number(NO_TERM_FOUND);
  }

  /** Whether a property leads from a mapping to one of the two things that it maps. */
  static boolean isEnd(Node property) {
    return property.equals(Cg.MAPPING_SUBJECT) || property.equals(Cg.MAPPING_OBJECT);
  }

  /** Whether a mapping links something with something. */
  boolean isLink(int mapping) {
    for (int literal : negated.of(mapping)) {
      if (index.worth(literal) == 1) {
        return false;
      }
    }
    return noTermFound < 0
        || !(objects.has(mapping, noTermFound) || subjects.has(mapping, noTermFound));
  }

  /** How many mappings name a thing, as what they map or what they map it to. */
  int count(int thing) {
    return subjects.backward().length(thing) + objects.backward().length(thing);
  }
}
