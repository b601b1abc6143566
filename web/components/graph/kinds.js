import { sentence, shortName } from "../../app/words.js";

/**
 * The kinds of things that a drawing tells apart, each by a shape and a colour. A kind takes many
 * types together, since nobody tells sixty colours from each other.
 *
 * @typedef {{id: string, name: string, shape: string, corners: ReadonlyArray<[number, number]>|null,
 *     types: readonly string[]}} Kind corners between -1 and 1, null for a circle; shape is
 *     Cytoscape's name for them
 * @typedef {{iri: string, label?: string}} Ref
 */

/** Types that say less than the others a thing has. */
const BROAD = new Set(["Asset", "Requirement", "Concept", "NamedIndividual"]);

/** @type {readonly Kind[]} */
export const KINDS = [
  {
    id: "requirement", name: "Requirements and decisions on them", shape: "rectangle",
    corners: [[-1, -1], [1, -1], [1, 1], [-1, 1]],
    types: [
      "Requirement", "Control", "Clause", "Practice", "Framework", "Theme", "Mapping", "MappingSet", "Citation",
      "ApplicabilityDecision", "SoAVersion", "ScopeVersion", "ExpectationRule", "RegulatoryClassification", "ManagementSystem",
    ],
  },
  {
    id: "asset", name: "Assets", shape: "ellipse", corners: null,
    types: [
      "Asset", "Dataset", "DatasetVersion", "Model", "ModelVersion", "AISystem", "AISystemVersion", "Service", "SupplierService",
      "Environment", "Site", "Pipeline", "Process", "System",
    ],
  },
  {
    id: "control", name: "Implementations and treatments", shape: "hexagon",
    corners: [[-1, 0], [-0.5, -1], [0.5, -1], [1, 0], [0.5, 1], [-0.5, 1]],
    types: ["Implementation", "Policy", "Treatment", "SharedResponsibility", "CorrectiveAction", "Change", "Training", "Objective"],
  },
  {
    id: "evidence", name: "Evidence, tests and audits", shape: "pentagon",
    corners: [[0, -1], [1, -0.24], [0.62, 1], [-0.62, 1], [-1, -0.24]],
    types: ["Evidence", "ControlTest", "Audit", "AuditFinding", "Measurement", "Metric", "ManagementReview", "ImpactAssessment"],
  },
  {
    id: "risk", name: "Risks", shape: "diamond",
    corners: [[0, -1], [1, 0], [0, 1], [-1, 0]],
    types: ["Risk", "RiskEvaluation", "Threat", "Vulnerability", "RiskMethod", "RiskMatrixCell", "ResidualAcceptance", "Exception"],
  },
  {
    id: "incident", name: "Incidents and findings", shape: "star",
    corners: [
      [0, -1], [0.25, -0.35], [0.95, -0.31], [0.4, 0.13], [0.59, 0.81], [0, 0.42], [-0.59, 0.81], [-0.4, 0.13], [-0.95, -0.31], [-0.25, -0.35],
    ],
    types: ["Incident", "ControlFinding", "Nonconformity", "Notification"],
  },
  {
    id: "people", name: "People and organisations", shape: "triangle",
    corners: [[0, -1], [1, 1], [-1, 1]],
    types: ["Person", "Post", "Unit", "Organisation", "Supplier", "Appointment", "Assignment", "Delegation"],
  },
  {
    id: "other", name: "Other", shape: "octagon",
    corners: [[-0.41, -1], [0.41, -1], [1, -0.41], [1, 0.41], [0.41, 1], [-0.41, 1], [-1, 0.41], [-1, -0.41]],
    types: [],
  },
];

const OTHER = KINDS[KINDS.length - 1];
const BY_TYPE = new Map(KINDS.flatMap((kind) => kind.types.map((type) => /** @type {[string, Kind]} */ ([type, kind]))));
const BY_ID = new Map(KINDS.map((kind) => [kind.id, kind]));

/** @param {string} id */
export function kindById(id) {
  return BY_ID.get(id) ?? OTHER;
}

/**
 * The kind of a type, by the end of its IRI.
 *
 * @param {string} type
 */
export function kindOf(type) {
  return BY_TYPE.get(shortName(type)) ?? OTHER;
}

/**
 * The type that says most of a thing.
 *
 * @param {readonly Ref[]} types
 * @returns {{iri: string, name: string, kind: Kind}}
 */
export function mainType(types) {
  const ours = types.filter((each) => BY_TYPE.has(shortName(each.iri)));
  const among = ours.length > 0 ? ours : types;
  const chosen = among.find((each) => !BROAD.has(shortName(each.iri))) ?? among[0];
  return chosen
    ? { iri: chosen.iri, name: sentence(chosen.label ?? shortName(chosen.iri)), kind: kindOf(chosen.iri) }
    : { iri: "", name: "Of no type", kind: OTHER };
}
