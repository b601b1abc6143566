package io.controlgraph.trace.lanes;

import io.controlgraph.vocab.Cg;
import java.util.Set;
import org.apache.jena.graph.Node;

/** What a thing is traced as, which says what lanes it has; see {@link Lanes}. */
public enum Kind {
  INCIDENT,
  RISK,
  /** Anything at which a requirement can be in place: asset, unit or management system. */
  TARGET,
  /** A control, clause, obligation or outcome. */
  REQUIREMENT,
  POST,
  PERSON;

  /** The classes of which such a thing has one. */
  public Set<Node> classes() {
    return switch (this) {
      case INCIDENT -> Set.of(Cg.INCIDENT);
      case RISK -> Set.of(Cg.RISK);
      case TARGET ->
          Set.of(
              Cg.TARGET,
              Cg.UNIT,
              Cg.MANAGEMENT_SYSTEM,
              Cg.ASSET,
              Cg.AI_SYSTEM,
              Cg.MODEL,
              Cg.DATASET,
              Cg.PIPELINE,
              Cg.ENVIRONMENT,
              Cg.SERVICE,
              Cg.SUPPLIER_SERVICE,
              Cg.SITE,
              Cg.PROCESS);
      case REQUIREMENT ->
          Set.of(Cg.REQUIREMENT, Cg.CONTROL, Cg.CLAUSE, Cg.term("Obligation"), Cg.term("Outcome"));
      case POST -> Set.of(Cg.POST);
      case PERSON -> Set.of(Cg.PERSON);
    };
  }
}
