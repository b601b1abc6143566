package io.controlgraph.trace.lanes;

import io.controlgraph.vocab.Cg;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Node;

/**
 * What belongs to the lanes of each kind. A lane has all that its statements lead to, whenever they
 * hold; retired things and past appointments too.
 *
 * <dl>
 *   <dt>incident, upstream
 *   <dd>targets it affected or was found on; findings, how controls fared in it; the controls and
 *       implementations these speak of; tests and evidence of the implementations; risks it
 *       realised; treatments of these; posts: accountable for an implementation or an affected
 *       target, owner of a risk, of a corrective action, or holder of a duty to notify;
 *       appointments to these and the persons appointed
 *   <dt>incident, downstream
 *   <dd>notifications; nonconformities raised by it; corrective actions on these
 *   <dt>risk, upstream
 *   <dd>targets it threatens; threats and vulnerabilities behind it; posts: its owner; appointments
 *       and persons
 *   <dt>risk, downstream
 *   <dd>evaluations; acceptances of these; treatments; controls they plan; implementations of one
 *       of these at a target it threatens itself; their tests and evidence; incidents that realised
 *       it
 *   <dt>target, upstream
 *   <dd>dependencies, all that it depends on, however far, by {@code dependsOn} and the properties
 *       below it; suppliers of it or of these; versions; implementations at it; controls they
 *       implement; tests and evidence; posts: accountable for it or for an implementation;
 *       appointments and persons
 *   <dt>target, downstream
 *   <dd>dependents, all that depend on it, however far; risks that threaten it; treatments of
 *       these; findings on it; incidents of these, or that affected it or a version of it;
 *       nonconformities of its implementations
 *   <dt>requirement, upstream
 *   <dd>implementations; targets they are at; policies behind them; tests and evidence; posts
 *       accountable for them; appointments and persons
 *   <dt>requirement, downstream
 *   <dd>decisions on its applicability; treatments that plan it; risks these treat; findings on how
 *       it fared; incidents of these; audit findings; nonconformities with it or with an
 *       implementation of it; corrective actions on these
 *   <dt>post, upstream
 *   <dd>appointments to it; persons appointed; superiors it reports to
 *   <dt>post, downstream
 *   <dd>implementations and targets it is accountable for; risks, policies, objectives, metrics and
 *       corrective actions it owns; notifications it has to send; assignments and delegations to
 *       it, and what these concern ("assigned to"); controls of its implementations, their tests
 *       and evidence
 *   <dt>person, upstream
 *   <dd>units it works in; trainings
 *   <dt>person, downstream
 *   <dd>appointments; posts; and all that these have downstream
 * </dl>
 */
final class Lanes {
  /** {@code cg:dependsOn} and the properties below it. */
  private static final Set<Node> DEPENDENCE =
      Set.of(
          Cg.DEPENDS_ON,
          Cg.PART_OF,
          Cg.RUNS_IN,
          Cg.term("usesModel"),
          Cg.term("trainedOn"),
          Cg.term("derivedFrom"),
          Cg.term("producedBy"),
          Cg.term("suppliedBy"));

  private static final Node RISK_PROPERTY = Cg.term("risk");
  private static final Node AFFECTS = Cg.term("affects");
  private static final Node INCIDENT_PROPERTY = Cg.term("incident");
  private static final Node REALISES = Cg.term("realises");
  private static final Node THREATENS = Cg.term("threatens");
  private static final Node NONCONFORMITY_PROPERTY = Cg.term("nonconformity");

  private static final Map<Kind, List<Rule>> RULES =
      Map.of(
          Kind.INCIDENT, incident().list(),
          Kind.RISK, risk().list(),
          Kind.TARGET, target().list(),
          Kind.REQUIREMENT, requirement().list(),
          Kind.POST, post().list(),
          Kind.PERSON, person().list());

  private Lanes() {}

  /** The rules of a kind, in the order in which they are followed. */
  static List<Rule> of(Kind kind) {
    return RULES.getOrDefault(kind, List.of());
  }

  private static Rules incident() {
    return new Rules()
        .of("findings", INCIDENT_PROPERTY, Cg.CONTROL_FINDING)
        .to("targets", AFFECTS)
        .from("findings")
        .to("targets", Cg.TARGET_PROPERTY)
        .to("controls", Cg.REQUIREMENT_PROPERTY)
        .to("implementations", Cg.IMPLEMENTATION_PROPERTY)
        .then(Rules.proofs(Side.UPSTREAM))
        .fromIt()
        .to("risks", REALISES)
        .from("risks")
        .of("treatments", RISK_PROPERTY, Cg.TREATMENT)
        .on(Side.DOWNSTREAM)
        .fromIt()
        .of("notifications", INCIDENT_PROPERTY, Cg.NOTIFICATION)
        .of("nonconformities", Cg.term("raisedBy"), Cg.NONCONFORMITY)
        .from("nonconformities")
        .of("corrective actions", NONCONFORMITY_PROPERTY, Cg.CORRECTIVE_ACTION)
        .on(Side.UPSTREAM)
        .from("implementations")
        .to("posts", Cg.ACCOUNTABLE)
        .from("targets")
        .to("posts", Cg.ACCOUNTABLE)
        .from("risks")
        .to("posts", Cg.OWNER)
        .from("notifications")
        .to("posts", Cg.term("dutyHolder"))
        .from("corrective actions")
        .to("posts", Cg.OWNER)
        .then(Rules.holders());
  }

  private static Rules risk() {
    return new Rules()
        .to("targets", THREATENS)
        .to("threats", Cg.term("threat"))
        .to("vulnerabilities", Cg.term("vulnerability"))
        .to("posts", Cg.OWNER)
        .then(Rules.holders())
        .on(Side.DOWNSTREAM)
        .of("evaluations", RISK_PROPERTY, Cg.RISK_EVALUATION)
        .from("evaluations")
        .of("acceptances", Cg.term("accepts"), Cg.RESIDUAL_ACCEPTANCE)
        .fromIt()
        .of("treatments", RISK_PROPERTY, Cg.TREATMENT)
        .from("treatments")
        .to("controls", Cg.REQUIREMENT_PROPERTY)
        .from("controls")
        .ofBoth("implementations", Cg.REQUIREMENT_PROPERTY, Cg.IMPLEMENTATION, "targets")
        .then(Rules.proofs(Side.DOWNSTREAM))
        .fromIt()
        .of("incidents", REALISES, Cg.INCIDENT);
  }

  private static Rules target() {
    return new Rules()
        .far("dependencies", DEPENDENCE, false)
        .to("suppliers", Cg.term("supplier"))
        .of("versions", Cg.term("versionOf"), Cg.AI_SYSTEM_VERSION)
        .of("versions", Cg.term("versionOf"), Cg.MODEL_VERSION)
        .of("versions", Cg.term("versionOf"), Cg.DATASET_VERSION)
        .of("implementations", Cg.TARGET_PROPERTY, Cg.IMPLEMENTATION)
        .to("posts", Cg.ACCOUNTABLE)
        .from("dependencies")
        .to("suppliers", Cg.term("supplier"))
        .from("implementations")
        .to("controls", Cg.REQUIREMENT_PROPERTY)
        .to("posts", Cg.ACCOUNTABLE)
        .then(Rules.proofs(Side.UPSTREAM))
        .then(Rules.holders())
        .on(Side.DOWNSTREAM)
        .fromIt()
        .far("dependents", DEPENDENCE, true)
        .of("risks", THREATENS, Cg.RISK)
        .of("findings", Cg.TARGET_PROPERTY, Cg.CONTROL_FINDING)
        .of("incidents", AFFECTS, Cg.INCIDENT)
        .from("risks")
        .of("treatments", RISK_PROPERTY, Cg.TREATMENT)
        .from("findings")
        .to("incidents", INCIDENT_PROPERTY)
        .from("versions")
        .of("incidents", AFFECTS, Cg.INCIDENT)
        .from("implementations")
        .of("nonconformities", Cg.IMPLEMENTATION_PROPERTY, Cg.NONCONFORMITY);
  }

  private static Rules requirement() {
    return new Rules()
        .of("implementations", Cg.REQUIREMENT_PROPERTY, Cg.IMPLEMENTATION)
        .from("implementations")
        .to("targets", Cg.TARGET_PROPERTY)
        .to("policies", Cg.term("policy"))
        .to("posts", Cg.ACCOUNTABLE)
        .then(Rules.proofs(Side.UPSTREAM))
        .then(Rules.holders())
        .on(Side.DOWNSTREAM)
        .fromIt()
        .of("decisions", Cg.REQUIREMENT_PROPERTY, Cg.APPLICABILITY_DECISION)
        .of("treatments", Cg.REQUIREMENT_PROPERTY, Cg.TREATMENT)
        .of("findings", Cg.REQUIREMENT_PROPERTY, Cg.CONTROL_FINDING)
        .of("audit findings", Cg.REQUIREMENT_PROPERTY, Cg.AUDIT_FINDING)
        .of("nonconformities", Cg.REQUIREMENT_PROPERTY, Cg.NONCONFORMITY)
        .from("implementations")
        .of("nonconformities", Cg.IMPLEMENTATION_PROPERTY, Cg.NONCONFORMITY)
        .from("treatments")
        .to("risks", RISK_PROPERTY)
        .from("findings")
        .to("incidents", INCIDENT_PROPERTY)
        .from("nonconformities")
        .of("corrective actions", NONCONFORMITY_PROPERTY, Cg.CORRECTIVE_ACTION);
  }

  private static Rules post() {
    return new Rules()
        .of("appointments", Cg.POST_PROPERTY, Cg.APPOINTMENT)
        .to("superiors", Cg.term("reportsTo"))
        .from("appointments")
        .to("persons", Cg.PERSON_PROPERTY)
        .on(Side.DOWNSTREAM)
        .then(Rules.duties(""));
  }

  private static Rules person() {
    return new Rules()
        .to("units", Cg.UNIT_PROPERTY)
        .of("trainings", Cg.PERSON_PROPERTY, Cg.TRAINING)
        .on(Side.DOWNSTREAM)
        .of("appointments", Cg.PERSON_PROPERTY, Cg.APPOINTMENT)
        .from("appointments")
        .to("posts", Cg.POST_PROPERTY)
        .then(Rules.duties("posts"));
  }
}
