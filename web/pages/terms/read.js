import { get, getJson, rowsOf } from "../../app/api.js";
import { readOntology } from "./ontology.js";
import { readShapes } from "./shapes.js";

/**
 * Reads the ontology with its alignments from the graph, and the shapes, which are in no graph.
 * Both stay as they are while the server runs, so they are read once.
 */

const GRAPH = "https://w3id.org/controlgraph/graph/";
const STATEMENTS = `SELECT ?s ?p ?o WHERE { VALUES ?g { <${GRAPH}ontology> <${GRAPH}alignments> } GRAPH ?g { ?s ?p ?o } }`;

/** @type {{ontology: import("./ontology.js").Ontology, shapes: import("./shapes.js").Shapes}|null} */
let known = null;

/** @param {AbortSignal} signal */
export async function read(signal) {
  if (!known) {
    const [{ rows }, shapes] = await Promise.all([
      select(STATEMENTS, signal),
      getJson("/ontology/shapes.jsonld", [], signal),
    ]);
    const ontology = readOntology(rows);
    if (ontology.terms.size === 0) {
      return { ontology, shapes: new Map() };
    }
    known = { ontology, shapes: readShapes(shapes) };
  }
  return known;
}

/**
 * @typedef {{iri: string, label?: string}} Ref
 * @typedef {{total: number, here: number, some: Ref[]}} Instances here counts those of the
 *     organisation that is looked at
 */

const MOST = 8;
const CG = "https://w3id.org/controlgraph/ns#";
const LABELLED = "OPTIONAL { ?thing <http://www.w3.org/2000/01/rdf-schema#label> ?label }";

/**
 * Things of a class.
 *
 * @param {string} iri
 * @param {string|null} org
 * @param {AbortSignal} signal
 * @returns {Promise<Instances>}
 */
export function instancesOf(iri, org, signal) {
  return things(`?thing a <${iri}>`, org, signal);
}

/**
 * Things that refer to a concept.
 *
 * @param {string} iri
 * @param {string|null} org
 * @param {AbortSignal} signal
 */
export function referringTo(iri, org, signal) {
  return things(`?thing ?property <${iri}> . FILTER(STRSTARTS(STR(?property), "${CG}"))`, org, signal);
}

/**
 * Things that have a property.
 *
 * @param {string} iri
 * @param {string|null} org
 * @param {AbortSignal} signal
 */
export function having(iri, org, signal) {
  return things(`?thing <${iri}> ?value`, org, signal);
}

/**
 * @param {string} pattern
 * @param {string|null} org
 * @param {AbortSignal} signal
 * @returns {Promise<Instances>}
 */
async function things(pattern, org, signal) {
  const within = org ? `${pattern} . ?thing <${CG}inOrganisation> <${org}>` : pattern;
  /** @param {string} where */
  const counting = (where) => `SELECT (COUNT(DISTINCT ?thing) AS ?n) WHERE { ${where} }`;
  const [all, here, some] = await Promise.all([
    select(counting(pattern), signal),
    org ? select(counting(within), signal) : null,
    select(`SELECT ?thing (SAMPLE(?label) AS ?name) WHERE { { SELECT DISTINCT ?thing WHERE { ${within} } LIMIT ${MOST} } ${LABELLED} } GROUP BY ?thing ORDER BY ?thing`, signal),
  ]);
  const total = Number(all.rows[0]?.n?.value ?? 0);
  return {
    total,
    here: here ? Number(here.rows[0]?.n?.value ?? 0) : total,
    some: some.rows.map((row) => ({ iri: row.thing.value, label: row.name?.value })),
  };
}

/**
 * @param {string} query
 * @param {AbortSignal} signal
 */
async function select(query, signal) {
  return rowsOf(await get("/sparql", [["query", query], ["format", "json"]], signal));
}
