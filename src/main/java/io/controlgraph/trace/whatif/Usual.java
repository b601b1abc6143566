package io.controlgraph.trace.whatif;

import io.controlgraph.trace.index.Links;
import io.controlgraph.trace.index.TraceIndex;
import io.controlgraph.trace.whatif.SinglePoints.Kind;
import io.controlgraph.vocab.Cg;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.RDF;
import org.jspecify.annotations.Nullable;

/**
 * Whether a thing plays in coverage and risk no other part than things of its kind do, so that what
 * rests on it can be derived. A thing that is also a target, a rule, a version or the like is not
 * usual.
 */
final class Usual {
  /** The properties that coverage and risk are worked out from. */
  private static final List<String> READ =
      List.of(
          "inOrganisation",
          "accountable",
          "post",
          "person",
          "role",
          "concerns",
          "soaVersion",
          "framework",
          "requirement",
          "evidenceType",
          "targetKind",
          "target",
          "effect",
          "status",
          "proves",
          "implementation",
          "result",
          "finding",
          "grade",
          "partOf",
          "runsIn",
          "unit",
          "provider",
          "consumer",
          "split",
          "assurance",
          "includes",
          "excludes",
          "targetClass",
          "supersedes",
          "risk",
          "threatens",
          "accepts",
          "owner",
          "acceptedBy",
          "evaluationKind");

  /** What makes a thing part of something: of no matter while nothing is part of the thing. */
  private static final Set<String> AS_ANY_SUBJECT =
      Set.of("inOrganisation", "partOf", "runsIn", "unit");

  private static final Set<String> AS_ANY_OBJECT = Set.of("includes", "excludes");

  private static final Map<Kind, Set<String>> AS_SUBJECT =
      Map.of(
          Kind.IMPLEMENTATION, Set.of("status", "target", "requirement", "accountable"),
          Kind.EVIDENCE, Set.of("proves", "evidenceType", "accountable", "owner"),
          Kind.POST, Set.of("accountable"),
          Kind.PERSON, Set.of("accountable"));

  private static final Map<Kind, Set<String>> AS_OBJECT =
      Map.of(
          Kind.IMPLEMENTATION, Set.of("proves", "implementation", "concerns"),
          Kind.EVIDENCE, Set.of("assurance", "concerns"),
          Kind.POST, Set.of("accountable", "post", "concerns", "owner", "acceptedBy"),
          Kind.PERSON, Set.of("person", "concerns"));

  /** The types by which the definitions find things. */
  private static final Map<Node, Kind> BY_TYPE = Map.of(Cg.IMPLEMENTATION, Kind.IMPLEMENTATION);

  private static final List<Node> OTHER_TYPES =
      List.of(
          Cg.MANAGEMENT_SYSTEM,
          Cg.SCOPE_VERSION,
          Cg.SOA_VERSION,
          Cg.EXPECTATION_RULE,
          Cg.SHARED_RESPONSIBILITY,
          Cg.APPOINTMENT,
          Cg.ASSIGNMENT,
          Cg.CONTROL_FINDING,
          Cg.NONCONFORMITY,
          Cg.RISK,
          Cg.RISK_EVALUATION,
          Cg.TREATMENT,
          Cg.RESIDUAL_ACCEPTANCE);

  private final Map<String, Links> links = new HashMap<>();
  private final Links types;
  private final Map<Integer, Kind> typesOfKinds = new HashMap<>();
  private final Set<Integer> otherTypes = new HashSet<>();
  private final Links targetClass;

  Usual(TraceIndex index) {
    READ.forEach(name -> links.put(name, index.links(Cg.term(name))));
    this.types = index.links(RDF.type.asNode());
    this.targetClass = index.links(Cg.TARGET_CLASS);
    BY_TYPE.forEach((type, kind) -> typesOfKinds.put(index.number(type), kind));
    OTHER_TYPES.forEach(type -> otherTypes.add(index.number(type)));
  }

  boolean isUsual(Kind kind, int thing) {
    Set<String> asSubject = AS_SUBJECT.get(kind);
    Set<String> asObject = AS_OBJECT.get(kind);
    return asSubject != null
        && asObject != null
        && hasUsualTypes(kind, thing)
        && links.entrySet().stream()
            .allMatch(
                each ->
                    isUsual(
                            each.getValue().forward().length(thing),
                            each.getKey(),
                            asSubject,
                            AS_ANY_SUBJECT)
                        && isUsual(
                            each.getValue().backward().length(thing),
                            each.getKey(),
                            asObject,
                            AS_ANY_OBJECT));
  }

  /**
   * Whether a thing plays no other part than that of a requirement that is expected, implemented
   * and planned, so that without it no other requirement stands otherwise.
   */
  boolean isUsualRequirement(int thing) {
    return hasUsualTypes(null, thing)
        && links.entrySet().stream()
            .allMatch(
                each ->
                    isUsual(
                            each.getValue().forward().length(thing),
                            each.getKey(),
                            Set.of("framework"),
                            Set.of())
                        && isUsual(
                            each.getValue().backward().length(thing),
                            each.getKey(),
                            Set.of("requirement"),
                            Set.of()));
  }

  private static boolean isUsual(int count, String name, Set<String> own, Set<String> any) {
    return count == 0 || own.contains(name) || any.contains(name);
  }

  private boolean hasUsualTypes(@Nullable Kind kind, int thing) {
    for (int type : types.from(thing)) {
      Kind of = typesOfKinds.get(type);
      if ((of != null && of != kind)
          || otherTypes.contains(type)
          || targetClass.backward().length(type) > 0) {
        return false;
      }
    }
    return types.backward().length(thing) == 0;
  }
}
