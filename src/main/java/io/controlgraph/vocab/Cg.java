package io.controlgraph.vocab;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/**
 * Terms of the ControlGraph ontology ({@code ontology/controlgraph.ttl}) that the code refers to.
 *
 * <p>Terms only named in data or in queries are not listed; {@link #term} makes the node of any.
 */
public final class Cg {

  /** The namespace of all classes, properties, concept schemes and concepts. */
  public static final String NS = "https://w3id.org/controlgraph/ns#";

  /** The IRI of the ontology itself. */
  public static final String ONTOLOGY = "https://w3id.org/controlgraph/ns";

  /** The prefix the namespace is written with. */
  public static final String PREFIX = "cg";

  // Frameworks and reference data.

  public static final Node FRAMEWORK = term("Framework");
  public static final Node THEME = term("Theme");
  public static final Node REQUIREMENT = term("Requirement");
  public static final Node CONTROL = term("Control");
  public static final Node CLAUSE = term("Clause");
  public static final Node MAPPING = term("Mapping");
  public static final Node PRACTICE = term("Practice");
  public static final Node CITATION = term("Citation");

  // Kinds of record.

  public static final Node ORGANISATION = term("Organisation");
  public static final Node UNIT = term("Unit");
  public static final Node PERSON = term("Person");
  public static final Node POST = term("Post");
  public static final Node APPOINTMENT = term("Appointment");
  public static final Node DELEGATION = term("Delegation");
  public static final Node ASSIGNMENT = term("Assignment");
  public static final Node SOD_RULE = term("SoDRule");
  public static final Node MANAGEMENT_SYSTEM = term("ManagementSystem");
  public static final Node SCOPE_VERSION = term("ScopeVersion");
  public static final Node SOA_VERSION = term("SoAVersion");
  public static final Node APPLICABILITY_DECISION = term("ApplicabilityDecision");
  public static final Node EXPECTATION_RULE = term("ExpectationRule");
  public static final Node POLICY = term("Policy");
  public static final Node TRAINING = term("Training");
  public static final Node SUPPLIER = term("Supplier");
  public static final Node ASSET = term("Asset");
  public static final Node AI_SYSTEM_VERSION = term("AISystemVersion");
  public static final Node MODEL_VERSION = term("ModelVersion");
  public static final Node DATASET_VERSION = term("DatasetVersion");
  public static final Node REGULATORY_CLASSIFICATION = term("RegulatoryClassification");
  public static final Node IMPACT_ASSESSMENT = term("ImpactAssessment");
  public static final Node IMPLEMENTATION = term("Implementation");
  public static final Node CONTROL_TEST = term("ControlTest");
  public static final Node EVIDENCE = term("Evidence");
  public static final Node EXCEPTION = term("Exception");
  public static final Node SHARED_RESPONSIBILITY = term("SharedResponsibility");
  public static final Node THREAT = term("Threat");
  public static final Node VULNERABILITY = term("Vulnerability");
  public static final Node RISK_METHOD = term("RiskMethod");
  public static final Node RISK_MATRIX_CELL = term("RiskMatrixCell");
  public static final Node RISK = term("Risk");
  public static final Node RISK_EVALUATION = term("RiskEvaluation");
  public static final Node TREATMENT = term("Treatment");
  public static final Node RESIDUAL_ACCEPTANCE = term("ResidualAcceptance");
  public static final Node INCIDENT = term("Incident");
  public static final Node CONTROL_FINDING = term("ControlFinding");
  public static final Node NOTIFICATION = term("Notification");
  public static final Node NONCONFORMITY = term("Nonconformity");
  public static final Node CORRECTIVE_ACTION = term("CorrectiveAction");
  public static final Node AUDIT = term("Audit");
  public static final Node AUDIT_FINDING = term("AuditFinding");
  public static final Node MANAGEMENT_REVIEW = term("ManagementReview");
  public static final Node OBJECTIVE = term("Objective");
  public static final Node METRIC = term("Metric");
  public static final Node MEASUREMENT = term("Measurement");
  public static final Node CHANGE = term("Change");

  // What a requirement can be in place at, and versions of it.

  public static final Node TARGET = term("Target");
  public static final Node AI_SYSTEM = term("AISystem");
  public static final Node MODEL = term("Model");
  public static final Node DATASET = term("Dataset");
  public static final Node PIPELINE = term("Pipeline");
  public static final Node ENVIRONMENT = term("Environment");
  public static final Node SERVICE = term("Service");
  public static final Node SUPPLIER_SERVICE = term("SupplierService");
  public static final Node SITE = term("Site");
  public static final Node PROCESS = term("Process");
  public static final Node VERSION = term("Version");

  // Provenance.

  public static final Node SOURCE_GRAPH = term("SourceGraph");
  public static final Node IN_ORGANISATION = term("inOrganisation");
  public static final Node SOURCE_FILE = term("sourceFile");
  public static final Node SOURCE_ROW = term("sourceRow");
  public static final Node SOURCE_KIND = term("sourceKind");
  public static final Node SOURCE_AGENT = term("sourceAgent");
  public static final Node SHA256 = term("sha256");

  // Of frameworks, requirements and concepts.

  public static final Node FRAMEWORK_PROPERTY = term("framework");
  public static final Node EDITION = term("edition");
  public static final Node THEME_PROPERTY = term("theme");
  public static final Node PARAPHRASE = term("paraphrase");
  public static final Node ASSESSABLE = term("assessable");
  public static final Node RANK = term("rank");
  public static final Node DEFAULT_VALIDITY_MONTHS = term("defaultValidityMonths");
  public static final Node TARGET_CLASS = term("targetClass");

  // Of mappings.

  public static final Node MAPPING_SUBJECT = term("mappingSubject");
  public static final Node MAPPING_PREDICATE = term("mappingPredicate");
  public static final Node MAPPING_OBJECT = term("mappingObject");
  public static final Node MAPPING_JUSTIFICATION = term("mappingJustification");
  public static final Node MAPPING_NEGATED = term("mappingNegated");
  public static final Node MAPPING_AUTHOR = term("mappingAuthor");
  public static final Node MAPPING_REVIEWER = term("mappingReviewer");
  public static final Node CONFIDENCE = term("confidence");

  // The centre of the graph.

  public static final Node REQUIREMENT_PROPERTY = term("requirement");
  public static final Node TARGET_PROPERTY = term("target");
  public static final Node STATUS = term("status");
  public static final Node IMPLEMENTATION_PROPERTY = term("implementation");
  public static final Node ACCOUNTABLE = term("accountable");
  public static final Node OWNER = term("owner");
  public static final Node PROVES = term("proves");
  public static final Node EVIDENCE_TYPE = term("evidenceType");
  public static final Node DEPENDS_ON = term("dependsOn");
  public static final Node PART_OF = term("partOf");
  public static final Node RUNS_IN = term("runsIn");
  public static final Node UNIT_PROPERTY = term("unit");
  public static final Node PERSON_PROPERTY = term("person");
  public static final Node POST_PROPERTY = term("post");
  public static final Node VALID_FROM = term("validFrom");
  public static final Node VALID_UNTIL = term("validUntil");
  public static final Node APPROVED_ON = term("approvedOn");
  public static final Node SUPERSEDES = term("supersedes");
  public static final Node MANAGEMENT_SYSTEM_PROPERTY = term("managementSystem");
  public static final Node SOA_VERSION_PROPERTY = term("soaVersion");
  public static final Node APPLICABLE = term("applicable");
  public static final Node TARGET_KIND = term("targetKind");
  public static final Node EFFECT = term("effect");

  private Cg() {}

  /**
   * The node of a term.
   *
   * @param localName its name in the namespace, such as {@code Risk} or {@code validUntil}
   */
  public static Node term(String localName) {
    return NodeFactory.createURI(NS + localName);
  }

  /**
   * The node of a concept.
   *
   * @param scheme the scheme's name, such as {@code ImplementationStatus}
   * @param notation the concept's notation in it, such as {@code not-implemented}
   */
  public static Node concept(String scheme, String notation) {
    return term(scheme + "-" + notation);
  }
}
