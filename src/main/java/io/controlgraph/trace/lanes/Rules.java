package io.controlgraph.trace.lanes;

import io.controlgraph.vocab.Cg;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Node;

/** Puts rules together, in the order in which they are followed. For one thread. */
final class Rules {
  private static final String THING = "";

  private final List<Rule> rules = new ArrayList<>();
  private String from = THING;
  private Side side = Side.UPSTREAM;

  Rules on(Side next) {
    side = next;
    return this;
  }

  Rules fromIt() {
    return from(THING);
  }

  Rules from(String lane) {
    from = lane;
    return this;
  }

  /** The objects of a property. */
  Rules to(String lane, Node property) {
    return add(lane, Set.of(property), false, Set.of(), false, THING);
  }

  /** The subjects of a property that are of a class. */
  Rules of(String lane, Node property, Node type) {
    return add(lane, Set.of(property), true, Set.of(type), false, THING);
  }

  /** The subjects of a property that are of one of several classes. */
  Rules ofAny(String lane, Node property, Set<Node> types) {
    return add(lane, Set.of(property), true, types, false, THING);
  }

  /** The subjects of a property that are of a class, and have a target in another lane. */
  Rules ofBoth(String lane, Node property, Node type, String targets) {
    return add(lane, Set.of(property), true, Set.of(type), false, targets);
  }

  /** All that some properties lead to, or that leads there by them, however far. */
  Rules far(String lane, Set<Node> properties, boolean isBackwards) {
    return add(lane, properties, isBackwards, Set.of(), true, THING);
  }

  /** Follows others from here on. */
  Rules then(Rules others) {
    rules.addAll(others.rules);
    return this;
  }

  private Rules add(
      String lane,
      Set<Node> properties,
      boolean isBackwards,
      Set<Node> types,
      boolean isFar,
      String both) {
    rules.add(new Rule(lane, side, from, properties, isBackwards, types, isFar, both));
    return this;
  }

  List<Rule> list() {
    return List.copyOf(rules);
  }

  /** The persons that held the posts, and the appointments through which they did. */
  static Rules holders() {
    return new Rules()
        .from("posts")
        .of("appointments", Cg.POST_PROPERTY, Cg.APPOINTMENT)
        .from("appointments")
        .to("persons", Cg.PERSON_PROPERTY);
  }

  /** What shows that implementations work. */
  static Rules proofs(Side side) {
    return new Rules()
        .on(side)
        .from("implementations")
        .of("tests", Cg.IMPLEMENTATION_PROPERTY, Cg.CONTROL_TEST)
        .of("evidence", Cg.PROVES, Cg.EVIDENCE);
  }

  /**
   * What posts answer for.
   *
   * @param posts the lane of the posts; empty for the thing itself
   */
  static Rules duties(String posts) {
    return new Rules()
        .on(Side.DOWNSTREAM)
        .from(posts)
        .of("implementations", Cg.ACCOUNTABLE, Cg.IMPLEMENTATION)
        .ofAny("targets", Cg.ACCOUNTABLE, Kind.TARGET.classes())
        .of("risks", Cg.OWNER, Cg.RISK)
        .of("policies", Cg.OWNER, Cg.POLICY)
        .of("objectives", Cg.OWNER, Cg.OBJECTIVE)
        .of("metrics", Cg.OWNER, Cg.METRIC)
        .of("corrective actions", Cg.OWNER, Cg.CORRECTIVE_ACTION)
        .of("notifications", Cg.term("dutyHolder"), Cg.NOTIFICATION)
        .of("assignments", Cg.POST_PROPERTY, Cg.ASSIGNMENT)
        .of("delegations", Cg.term("delegatedTo"), Cg.DELEGATION)
        .from("assignments")
        .to("assigned to", Cg.term("concerns"))
        .from("delegations")
        .to("assigned to", Cg.term("concerns"))
        .from("implementations")
        .to("controls", Cg.REQUIREMENT_PROPERTY)
        .then(proofs(Side.DOWNSTREAM));
  }
}
