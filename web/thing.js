import { sparql } from "./api.js";
import { pageHref } from "./address.js";
import { el } from "./dom.js";
import { cell } from "./rows.js";
import { empty, fill } from "./states.js";
import { count, isIri, sentence, shortName } from "./words.js";

/**
 * Everything that is said of one thing, in both directions, so that a reader can walk on from it.
 *
 * @typedef {import("./api.js").Row} Row
 * @typedef {import("./api.js").Term} Term
 */

const MOST = 500;
const CG = "https://w3id.org/controlgraph/ns#";
const RDF_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";
const PREFIXES = `PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
PREFIX owl: <http://www.w3.org/2002/07/owl#>`;
const ORIGIN = new Set([`${CG}sourceFile`, `${CG}sourceRow`]);

/**
 * @param {HTMLElement} main
 * @param {string} iri
 */
export function thingPage(main, iri) {
  document.title = `${shortName(iri)} – ControlGraph`;
  const heading = el("h1", {}, shortName(iri));
  const facts = el("div", {});
  const incoming = el("div", {});
  main.replaceChildren(
    el(
      "nav",
      { class: "crumbs", "aria-label": "Where you are" },
      el("a", { href: pageHref({}) }, "Overview"),
      el("span", {}, "Thing"),
    ),
    heading,
    el("p", { class: "iri" }, iri),
    facts,
    el(
      "section",
      { "aria-labelledby": "incoming" },
      el("h2", { id: "incoming" }, "What refers to it"),
      incoming,
    ),
  );
  if (!isIri(iri)) {
    facts.replaceChildren(empty("This is not the name of a thing. Go back and follow another link."));
    incoming.replaceChildren();
    return;
  }
  fill(facts, "what is said of it", () => outgoing(iri, heading));
  fill(incoming, "what refers to it", () => referring(iri));
}

/**
 * @param {string} iri
 * @param {HTMLElement} heading
 */
async function outgoing(iri, heading) {
  const { rows } = await sparql(`${PREFIXES}
SELECT DISTINCT ?property ?propertyLabel ?value ?valueLabel ?graph WHERE {
  GRAPH ?graph { <${iri}> ?property ?value }
  OPTIONAL { ?property rdfs:label ?propertyLabel }
  OPTIONAL { ?value rdfs:label|skos:prefLabel ?valueLabel }
} LIMIT ${MOST * 4}`);
  if (rows.length === 0) {
    return [empty("Nothing is said of it here.")];
  }
  const label = rows.find((row) => /[#/](label|prefLabel|title)$/.test(row.property.value));
  if (label) {
    heading.textContent = label.value.value;
    document.title = `${label.value.value} – ControlGraph`;
  }
  const groups = grouped(rows, (row) => row.property.value);
  const types = groups.get(RDF_TYPE) ?? [];
  groups.delete(RDF_TYPE);
  const plain = [...groups].filter(([property]) => !ORIGIN.has(property));
  const literal = plain.filter(([, group]) => group[0].value.type !== "uri");
  const related = plain.filter(([, group]) => group[0].value.type === "uri");
  return [
    el(
      "p",
      { class: "lead" },
      distinct(types, "value").map((row) => el("span", { class: "kind" }, cell(row.value, row.valueLabel))),
    ),
    el("section", { "aria-labelledby": "facts" }, el("h2", { id: "facts" }, "Facts"), list(literal)),
    related.length > 0
      ? el(
          "section",
          { "aria-labelledby": "relations" },
          el("h2", { id: "relations" }, "What it refers to"),
          list(related),
        )
      : el("div", {}),
    origin(rows),
  ];
}

/** @param {string} iri */
async function referring(iri) {
  const { rows } = await sparql(`${PREFIXES}
SELECT DISTINCT ?property ?propertyLabel ?inverseLabel ?value ?valueLabel WHERE {
  ?value ?property <${iri}> .
  OPTIONAL { ?property rdfs:label ?propertyLabel }
  OPTIONAL { ?property owl:inverseOf|^owl:inverseOf ?inverse . ?inverse rdfs:label ?inverseLabel }
  OPTIONAL { ?value rdfs:label|skos:prefLabel ?valueLabel }
} LIMIT ${MOST}`);
  if (rows.length === 0) {
    return [empty("Nothing refers to it.")];
  }
  const groups = grouped(rows, (row) => row.property.value);
  return [
    list(
      [...groups],
      (row) =>
        row.inverseLabel?.value ?? `${row.propertyLabel?.value ?? shortName(row.property.value)} of`,
    ),
    rows.length === MOST ? empty(`Only the first ${MOST} are listed.`) : el("div", {}),
  ];
}

/**
 * @param {Array<[string, Row[]]>} groups
 * @param {(row: Row) => string} [name]
 */
function list(groups, name = (row) => row.propertyLabel?.value ?? shortName(row.property.value)) {
  const sorted = groups
    .map(([, rows]) => ({ name: sentence(name(rows[0])), rows: distinct(rows, "value") }))
    .sort((a, b) => a.name.localeCompare(b.name));
  return el(
    "dl",
    { class: "facts" },
    sorted.flatMap(({ name: title, rows }) => [
      el("dt", {}, title, rows.length > 5 ? el("span", { class: "hint" }, ` ${count(rows.length)}`) : null),
      ...rows.map((row) => el("dd", {}, cell(row.value, row.valueLabel))),
    ]),
  );
}

/** @param {Row[]} rows */
function origin(rows) {
  const of = (/** @type {string} */ name) =>
    rows.find((row) => row.property.value === CG + name)?.value.value;
  const file = of("sourceFile");
  const row = of("sourceRow");
  const graphs = [...new Set(rows.map((each) => each.graph?.value).filter(Boolean))];
  return el(
    "p",
    { class: "origin" },
    "Source: ",
    file ? `${file}${row ? `, row ${row}` : ""}; ` : null,
    graphs.length === 1 ? "graph " : "graphs ",
    graphs.flatMap((graph, at) => [
      at > 0 ? ", " : "",
      el("a", { href: pageHref({ thing: graph }) }, graph.split("/graph/").pop() ?? graph),
    ]),
  );
}

/**
 * @param {Row[]} rows
 * @param {(row: Row) => string} key
 * @returns {Map<string, Row[]>}
 */
function grouped(rows, key) {
  const groups = new Map();
  for (const row of rows) {
    const name = key(row);
    groups.set(name, [...(groups.get(name) ?? []), row]);
  }
  return groups;
}

/**
 * One row for each value, though labels in several languages give several.
 *
 * @param {Row[]} rows
 * @param {string} column
 */
function distinct(rows, column) {
  const seen = new Map();
  for (const row of rows) {
    const key = JSON.stringify(row[column]);
    const better = row.valueLabel?.["xml:lang"] === "en" && seen.has(key);
    if (!seen.has(key) || better) {
      seen.set(key, row);
    }
  }
  return [...seen.values()];
}
