package io.controlgraph.trace.whatif;

import io.controlgraph.trace.coverage.Days;
import io.controlgraph.trace.coverage.Posts;
import io.controlgraph.trace.coverage.Serving;
import io.controlgraph.trace.index.Links;
import io.controlgraph.trace.index.TraceIndex;
import io.controlgraph.vocab.Cg;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.RDF;

/**
 * What depends on a thing and what rests on a control, on a day: the questions {@code
 * trace/depends-on} and {@code trace/rests-on-control}. May be asked by several threads at once.
 */
public final class Impact {
  /** Over which one thing depends on another. */
  static final List<Node> DEPENDENCIES =
      Stream.of(
              "dependsOn",
              "partOf",
              "runsIn",
              "usesModel",
              "trainedOn",
              "derivedFrom",
              "producedBy",
              "suppliedBy",
              "supplier")
          .map(Cg::term)
          .toList();

  private final TraceIndex index;
  private final Days days;
  private final Posts posts;
  private final Serving serving;
  private final List<Links> dependencies;
  private final Links types;
  private final Links targetClass;

  /** Impact by what is known in an index on a day. */
  public Impact(TraceIndex index, LocalDate day) {
    this.index = index;
    this.days = new Days(index, day);
    this.posts = new Posts(index, day);
    this.serving = new Serving(index, day);
    this.dependencies = DEPENDENCIES.stream().map(index::links).distinct().toList();
    this.types = index.links(RDF.type.asNode());
    this.targetClass = index.links(Cg.TARGET_CLASS);
  }

  /**
   * Something that depends on a thing. All are numbers of the index.
   *
   * @param isDirect whether there is nothing in between
   * @param kinds the kinds of target it is, ascending
   * @param posts the posts accountable for it, ascending
   */
  public record Dependent(int thing, boolean isDirect, List<Integer> kinds, List<Integer> posts) {
    public Dependent {
      kinds = List.copyOf(kinds);
      posts = List.copyOf(posts);
    }
  }

  /**
   * What depends on a node, directly or through others, and is in use: ascending, the direct ones
   * first. Circles are followed once.
   */
  public List<Dependent> dependents(int node) {
    BitSet found = reached(node);
    BitSet direct = new BitSet();
    for (Links property : dependencies) {
      for (int each : property.to(node)) {
        direct.set(each);
      }
    }
    return Stream.of(true, false)
        .flatMap(
            isDirect ->
                found.stream()
                    .filter(each -> direct.get(each) == isDirect && days.isInUse(each))
                    .mapToObj(each -> dependent(each, isDirect)))
        .toList();
  }

  /** All that leads to a node, in use or not, without the node itself. */
  BitSet reached(int node) {
    BitSet found = new BitSet();
    Deque<Integer> left = new ArrayDeque<>(List.of(node));
    for (Integer next = left.poll(); next != null; next = left.poll()) {
      for (Links property : dependencies) {
        for (int each : property.to(next)) {
          if (!found.get(each)) {
            found.set(each);
            left.add(each);
          }
        }
      }
    }
    found.clear(node);
    return found;
  }

  private Dependent dependent(int thing, boolean isDirect) {
    Set<Integer> kinds = new TreeSet<>();
    for (int type : types.from(thing)) {
      for (int kind : targetClass.to(type)) {
        kinds.add(kind);
      }
    }
    return new Dependent(thing, isDirect, List.copyOf(kinds), posts.accountableFor(thing));
  }

  /** In which way something rests on a control. */
  public enum Part {
    IMPLEMENTATION,
    TARGET,
    RISK,
    INCIDENT
  }

  /**
   * Something of an organisation that rests on a control, or realises it.
   *
   * @param how the number of the concept that says how: the status of an implementation, the option
   *     of a risk's treatment, what was found in an incident; {@link #DIRECT} or {@link #INHERITED}
   *     for a target
   */
  public record Resting(int organisation, Part part, int thing, int how) {
    /** A target at which an implementation stands itself. */
    public static final int DIRECT = -1;

    /** A target that inherits. */
    public static final int INHERITED = -2;
  }

  /** What rests on a requirement; each row once. */
  public Set<Resting> restingOn(int requirement) {
    Set<Resting> found = new HashSet<>();
    Links requirements = index.links(Cg.REQUIREMENT_PROPERTY);
    int implementation = index.number(Cg.IMPLEMENTATION);
    int treatment = index.number(Cg.TREATMENT);
    for (int each : requirements.to(requirement)) {
      if (types.has(each, implementation) && days.hasBegun(each)) {
        for (int status : index.links(Cg.STATUS).from(each)) {
          take(Part.IMPLEMENTATION, each, status, found);
        }
      }
      if (types.has(each, treatment)) {
        takeAll(Part.RISK, each, "risk", "treatmentOption", found);
      }
      if (isFinding(each)) {
        takeAll(Part.INCIDENT, each, "incident", "finding", found);
      }
    }
    targets(requirement)
        .forEach(
            (target, isDirect) ->
                take(Part.TARGET, target, isDirect ? Resting.DIRECT : Resting.INHERITED, found));
    return found;
  }

  /** Whether a thing is what was found of a control in an incident by the day. */
  boolean isFinding(int thing) {
    return types.has(thing, index.number(Cg.CONTROL_FINDING)) && days.isByTheDay("foundOn", thing);
  }

  private Map<Integer, Boolean> targets(int requirement) {
    Links target = index.links(Cg.TARGET_PROPERTY);
    Map<Integer, Boolean> targets = new TreeMap<>();
    served(
        requirement,
        (implementation, served, place, through) ->
            targets.merge(served, target.has(implementation, served), Boolean::logicalOr));
    return targets;
  }

  /** Takes what realises a requirement, and the targets in use at which it does. */
  void served(int requirement, Serving.Taker taker) {
    Links status = index.links(Cg.STATUS);
    int implemented = index.number(Cg.concept("ImplementationStatus", "implemented"));
    int partial = index.number(Cg.concept("ImplementationStatus", "partial"));
    serving.of(
        requirement,
        (implementation, served, place, through) -> {
          if ((status.has(implementation, implemented) || status.has(implementation, partial))
              && days.hasBegun(implementation)
              && days.isInUse(served)) {
            taker.take(implementation, served, place, through);
          }
        });
  }

  private void takeAll(Part part, int each, String thing, String how, Set<Resting> found) {
    for (int concerned : index.links(Cg.term(thing)).from(each)) {
      for (int concept : index.links(Cg.term(how)).from(each)) {
        take(part, concerned, concept, found);
      }
    }
  }

  private void take(Part part, int thing, int how, Set<Resting> found) {
    for (int organisation : index.links(Cg.IN_ORGANISATION).from(thing)) {
      found.add(new Resting(organisation, part, thing, how));
    }
  }
}
