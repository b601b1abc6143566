import { getJson, rowsOf, send } from "../../app/api.js";

/**
 * What can be written in a query of this store: the prefixes of its context, the terms that it
 * declares, and those of other vocabularies that it uses. Asked once, of this server only.
 *
 * @typedef {import("./complete.js").Known} Known
 * @typedef {import("./complete.js").Vocabulary} Vocabulary
 */

const DECLARED = `
PREFIX owl: <http://www.w3.org/2002/07/owl#>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
SELECT ?term (SAMPLE(?is) AS ?kind) (SAMPLE(?name) AS ?label) (SAMPLE(?says) AS ?definition) WHERE {
  VALUES (?type ?is) {
    (owl:Class "class") (rdfs:Class "class") (rdf:Property "property")
    (owl:ObjectProperty "property") (owl:DatatypeProperty "property") (owl:AnnotationProperty "property")
  }
  ?term a ?type FILTER (isIRI(?term))
  OPTIONAL { ?term rdfs:label ?name }
  OPTIONAL { ?term skos:definition ?says }
} GROUP BY ?term`;

const USED = `
SELECT DISTINCT ?term ?kind WHERE {
  { SELECT DISTINCT ?term ("property" AS ?kind) WHERE { ?s ?term ?o } }
  UNION
  { SELECT DISTINCT ?term ("class" AS ?kind) WHERE { ?s a ?term FILTER (isIRI(?term)) } }
}`;

/** Looking through all statements is given so many seconds; it is tried again at the next opening. */
const PATIENCE = 5;

/**
 * Gives the same as before, unless that failed.
 *
 * @param {() => Promise<Vocabulary>} ask
 */
function once(ask) {
  /** @type {Promise<Vocabulary>|null} */
  let asked = null;
  return () => {
    asked ??= ask().catch((error) => {
      asked = null;
      throw error;
    });
    return asked;
  };
}

/** What is declared, which is known at once. */
export const vocabulary = once(async () => {
  const [context, declared] = await Promise.all([getJson("/ontology/context.jsonld"), terms(DECLARED)]);
  return { prefixes: prefixesOf(context), terms: declared };
});

/** With what is used without being declared, for which all statements are looked through. */
export const fullVocabulary = once(async () => {
  const { prefixes, terms: declared } = await vocabulary();
  const used = await terms(USED, PATIENCE);
  return { prefixes, terms: [...new Map([...used, ...declared].map((each) => [each.iri, each])).values()] };
});

/**
 * The prefixes of a JSON-LD context: names that stand for the beginning of IRIs.
 *
 * @param {{"@context": Record<string, unknown>}} context
 * @returns {Map<string, string>}
 */
export function prefixesOf(context) {
  return new Map(
    Object.entries(context["@context"]).flatMap(([name, stands]) =>
      typeof stands === "string" && /^https?:.*[#/]$/.test(stands) && !name.startsWith("@")
        ? [[name, stands]]
        : [],
    ),
  );
}

/**
 * @param {string} query
 * @param {number} [seconds]
 * @returns {Promise<Known[]>}
 */
async function terms(query, seconds) {
  const address = seconds ? `/sparql?timeout=${seconds}` : "/sparql";
  const { rows } = await rowsOf(
    await send(address, {
      method: "POST",
      headers: { "Content-Type": "application/sparql-query", Accept: "application/sparql-results+json" },
      body: query,
    }),
  );
  return rows.map((row) => ({
    iri: row.term.value,
    kind: row.kind.value === "class" ? "class" : "property",
    label: row.label?.value ?? "",
    definition: row.definition?.value ?? "",
  }));
}
