/**
 * The ontology as a reader looks it up: made of plain statements, without a library.
 *
 * @typedef {import("../../app/api.js").Row} Row
 * @typedef {"class"|"property"|"scheme"|"concept"} Kind
 *
 * @typedef {object} Entry a term
 * @property {string} iri
 * @property {string} name such as cg:Dataset
 * @property {Kind} kind
 * @property {string} sort such as "object property"
 * @property {boolean} own whether it is defined here; others are borrowed
 * @property {string} label
 * @property {string} definition
 * @property {string[]} notes
 * @property {string[]} examples
 * @property {string[]} sources where the notion comes from
 * @property {string[]} above terms of this ontology that are wider
 * @property {string[]} below those that are narrower
 * @property {string[]} domain
 * @property {string[]} range
 * @property {string|null} inverse
 * @property {string|null} scheme of a concept
 * @property {string|null} notation of a concept: how files write it
 * @property {Array<{how: string, iri: string}>} alignments
 *
 * @typedef {object} Ontology
 * @property {Map<string, Entry>} terms by IRI
 * @property {string} iri
 * @property {string} title
 * @property {string} description
 * @property {string} version
 */

export const CG = "https://w3id.org/controlgraph/ns#";
const RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
const RDFS = "http://www.w3.org/2000/01/rdf-schema#";
const OWL = "http://www.w3.org/2002/07/owl#";
const SKOS = "http://www.w3.org/2004/02/skos/core#";
const DCTERMS = "http://purl.org/dc/terms/";

/** @type {Record<string, string>} */
const PREFIXES = {
  cg: CG, rdf: RDF, rdfs: RDFS, owl: OWL, skos: SKOS, dcterms: DCTERMS,
  xsd: "http://www.w3.org/2001/XMLSchema#",
  prov: "http://www.w3.org/ns/prov#",
  org: "http://www.w3.org/ns/org#",
  dcat: "http://www.w3.org/ns/dcat#",
  foaf: "http://xmlns.com/foaf/0.1/",
  sh: "http://www.w3.org/ns/shacl#",
  ai: "https://w3id.org/dpv/ai#",
  tech: "https://w3id.org/dpv/tech#",
  risk: "https://w3id.org/dpv/risk#",
  dpv: "https://w3id.org/dpv#",
  airo: "https://w3id.org/airo#",
  d3f: "http://d3fend.mitre.org/ontologies/d3fend.owl#",
  sssom: "https://w3id.org/sssom/",
  semapv: "https://w3id.org/semapv/vocab/",
  vann: "http://purl.org/vocab/vann/",
};

/** @type {Record<string, [Kind, string]>} */
const KINDS = {
  [`${OWL}Class`]: ["class", "class"],
  [`${OWL}ObjectProperty`]: ["property", "object property"],
  [`${OWL}DatatypeProperty`]: ["property", "datatype property"],
  [`${OWL}AnnotationProperty`]: ["property", "annotation property"],
  [`${SKOS}ConceptScheme`]: ["scheme", "concept scheme"],
  [`${SKOS}Concept`]: ["concept", "concept"],
};

/** How a term is related to one of another vocabulary, in words. @type {Record<string, string>} */
const ALIGNED = {
  [`${RDFS}subClassOf`]: "kind of",
  [`${RDFS}subPropertyOf`]: "kind of",
  [`${OWL}equivalentClass`]: "the same as",
  [`${OWL}equivalentProperty`]: "the same as",
  [`${SKOS}exactMatch`]: "exact match",
  [`${SKOS}closeMatch`]: "close match",
  [`${SKOS}broadMatch`]: "broader match",
  [`${SKOS}narrowMatch`]: "narrower match",
  [`${SKOS}relatedMatch`]: "related match",
  [`${RDFS}seeAlso`]: "see also",
};

/**
 * An IRI by a prefix that readers know.
 *
 * @param {string} iri
 */
export function curie(iri) {
  for (const [prefix, namespace] of Object.entries(PREFIXES)) {
    const name = iri.slice(namespace.length);
    if (iri.startsWith(namespace) && name && !/[/#]/.test(name)) {
      return `${prefix}:${name}`;
    }
  }
  return iri;
}

/**
 * What a reader may have written for a term: its local name, with a prefix, or an IRI.
 *
 * @param {Ontology} ontology
 * @param {string} given
 * @returns {Entry|undefined}
 */
export function termOf({ terms }, given) {
  const colon = given.indexOf(":");
  const namespace = colon > 0 ? PREFIXES[given.slice(0, colon)] : undefined;
  return terms.get(given) ?? terms.get(`${CG}${given}`) ?? (namespace ? terms.get(`${namespace}${given.slice(colon + 1)}`) : undefined);
}

/**
 * @param {Row[]} rows statements as ?s ?p ?o
 * @returns {Ontology}
 */
export function readOntology(rows) {
  /** @type {Map<string, Map<string, string[]>>} */
  const said = new Map();
  for (const { s, p, o } of rows) {
    const about = said.get(s.value) ?? new Map();
    said.set(s.value, about.set(p.value, [...(about.get(p.value) ?? []), o.value]));
  }
  /** @type {Map<string, Entry>} */
  const terms = new Map();
  for (const [iri, about] of said) {
    const kind = (about.get(`${RDF}type`) ?? []).map((type) => KINDS[type]).find(Boolean);
    if (kind) {
      terms.set(iri, entry(iri, kind, about));
    }
  }
  link(terms);
  const iri = CG.slice(0, -1);
  const about = said.get(iri);
  return {
    terms,
    iri,
    title: about?.get(`${DCTERMS}title`)?.[0] ?? "Ontology",
    description: about?.get(`${DCTERMS}description`)?.[0] ?? "",
    version: about?.get(`${OWL}versionInfo`)?.[0] ?? "",
  };
}

/**
 * @param {string} iri
 * @param {[Kind, string]} kind
 * @param {Map<string, string[]>} about
 * @returns {Entry}
 */
function entry(iri, [kind, sort], about) {
  /** @param {string} property */
  const all = (property) => about.get(property) ?? [];
  const above = [...all(`${RDFS}subClassOf`), ...all(`${RDFS}subPropertyOf`)];
  return {
    iri,
    name: curie(iri),
    kind,
    sort,
    own: iri.startsWith(CG),
    label: all(`${RDFS}label`)[0] ?? all(`${SKOS}prefLabel`)[0] ?? curie(iri),
    definition: all(`${SKOS}definition`)[0] ?? all(`${RDFS}comment`)[0] ?? "",
    notes: all(`${SKOS}scopeNote`),
    examples: all(`${SKOS}example`),
    sources: all(`${DCTERMS}source`),
    above: above.filter((each) => each.startsWith(CG)),
    below: [],
    domain: all(`${RDFS}domain`),
    range: all(`${RDFS}range`),
    inverse: all(`${OWL}inverseOf`)[0] ?? null,
    scheme: all(`${SKOS}inScheme`)[0] ?? null,
    notation: all(`${SKOS}notation`)[0] ?? null,
    alignments: Object.entries(ALIGNED).flatMap(([property, how]) =>
      all(property).filter((each) => !each.startsWith(CG)).map((each) => ({ how, iri: each }))),
  };
}

/** Says of the wider terms which are narrower. @param {Map<string, Entry>} terms */
function link(terms) {
  for (const each of terms.values()) {
    for (const above of each.above) {
      terms.get(above)?.below.push(each.iri);
    }
  }
}

/**
 * Terms of a kind that are defined here, by label.
 *
 * @param {Ontology} ontology
 * @param {Kind} kind
 */
export function ownTerms({ terms }, kind) {
  return [...terms.values()].filter((each) => each.own && each.kind === kind).sort(byLabel);
}

/**
 * The classes that a class is a kind of, nearest first.
 *
 * @param {Ontology} ontology
 * @param {Entry} entry
 */
export function lineage({ terms }, entry) {
  /** @type {Entry[]} */
  const found = [];
  const waiting = [...entry.above];
  for (let iri = waiting.shift(); iri !== undefined; iri = waiting.shift()) {
    const above = terms.get(iri);
    if (above && above !== entry && !found.includes(above)) {
      found.push(above);
      waiting.push(...above.above);
    }
  }
  return found;
}

/**
 * The properties that have one of some classes as their domain, or as their range.
 *
 * @param {Ontology} ontology
 * @param {"domain"|"range"} end
 * @param {string[]} classes
 */
export function propertiesAt(ontology, end, classes) {
  return ownTerms(ontology, "property").filter((each) => each[end].some((iri) => classes.includes(iri)));
}

/**
 * The concepts of a scheme, by label.
 *
 * @param {Ontology} ontology
 * @param {string} scheme
 */
export function conceptsOf({ terms }, scheme) {
  return [...terms.values()].filter((each) => each.scheme === scheme).sort(byLabel);
}

/**
 * @param {Entry} one
 * @param {Entry} other
 */
function byLabel(one, other) {
  return one.label.localeCompare(other.label, "en", { numeric: true });
}
