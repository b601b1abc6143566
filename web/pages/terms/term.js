import { html, nothing } from "lit-html";
import { href, thingHref } from "../../app/address.js";
import { count, plural } from "../../app/words.js";
import { empty, fill } from "../../components/states/states.js";
import { link } from "../../components/term/term.js";
import { termLink } from "./links.js";
import { conceptsOf, lineage, propertiesAt } from "./ontology.js";
import { having, instancesOf, referringTo } from "./read.js";
import { classesWith, howMany } from "./shapes.js";

/**
 * One term: what it means, how it stands to others, what records must say, and what of it is in
 * the graph.
 *
 * @typedef {import("../../app/views.js").Context} Context
 * @typedef {import("./ontology.js").Entry} Entry
 * @typedef {import("./ontology.js").Ontology} Ontology
 * @typedef {import("./shapes.js").Shapes} Shapes
 */

/** What things in the graph have to do with a term. @type {Record<string, string>} */
const IN_THE_GRAPH = {
  class: "Things of this class",
  property: "Things that have it",
  concept: "Things that refer to it",
};

/**
 * @param {Ontology} ontology
 * @param {Shapes} shapes
 * @param {Entry} term
 */
export function showTerm(ontology, shapes, term) {
  document.title = `${term.label} – Ontology – ControlGraph`;
  const scheme = term.scheme ? ontology.terms.get(term.scheme) : undefined;
  return html`<nav class="crumbs" aria-label="Where you are">
      <a href=${href("/terms")}>Ontology</a>${scheme ? termLink(ontology, scheme.iri) : nothing}<span>${term.sort}</span>
    </nav>
    <h1>${term.label}</h1>
    <p class="iri"><b>${term.notation ?? term.name}</b> <a href=${term.iri} data-away rel="noreferrer">${term.iri}</a></p>
    ${term.definition ? html`<p class="meaning">${term.definition}</p>` : nothing}
    ${term.notes.map((note) => html`<p>${note}</p>`)}
    ${facts(ontology, shapes, term)}
    ${term.kind === "class" ? ofClass(ontology, shapes, term) : nothing}
    ${term.kind === "property" ? rules(ontology, shapes, term) : nothing}
    ${term.kind === "scheme" ? ofScheme(ontology, term) : nothing}
    ${term.kind in IN_THE_GRAPH
      ? html`<section aria-labelledby="instances"><h2 id="instances">${IN_THE_GRAPH[term.kind]}</h2><div id="things"></div></section>`
      : nothing}
    ${term.own ? documents(term) : nothing}`;
}

/** @param {Entry} term */
function documents(term) {
  const name = term.name.slice(3);
  return html`<p class="links"><a href=${thingHref(term.iri)}>All that is said of it</a>
    As data: ${["ttl", "jsonld", "rdf", "nt"].map((each) => html`<a href=${`/ontology/${name}.${each}`} data-away>${name}.${each}</a>`)}</p>`;
}

/**
 * @param {Ontology} ontology
 * @param {Shapes} shapes
 * @param {Entry} term
 */
function facts(ontology, shapes, term) {
  /** @param {string[]} iris */
  const links = (iris) => iris.map((iri) => termLink(ontology, iri));
  const users = term.kind === "property" ? classesWith(shapes, term.iri).filter((iri) => !term.domain.includes(iri)) : [];
  /** @type {Array<[string, unknown[]]>} */
  const rows = [
    ["For example", term.examples],
    ["Kind of", links(lineage(ontology, term).map((each) => each.iri))],
    ["Has the kinds", links(term.below)],
    ["From", links(term.domain)],
    ["To", links(term.range)],
    ["Also said of", links(users)],
    ["Read the other way", term.inverse ? links([term.inverse]) : inverseOf(ontology, term)],
    ["In other vocabularies", term.alignments.map(({ how, iri }) => html`${how} ${termLink(ontology, iri)}`)],
    ["Comes from", links(term.sources)],
  ];
  const said = rows.filter(([, values]) => values.length > 0);
  return said.length === 0
    ? nothing
    : html`<dl class="facts">${said.map(([name, values]) => html`<dt>${name}</dt>${values.map((value) => html`<dd>${value}</dd>`)}`)}</dl>`;
}

/**
 * @param {Ontology} ontology
 * @param {Entry} term
 */
function inverseOf(ontology, term) {
  return [...ontology.terms.values()].filter((each) => each.inverse === term.iri).map((each) => termLink(ontology, each.iri));
}

/**
 * What a record of a class says, by the shapes and by the properties' domains; then what leads to
 * it.
 *
 * @param {Ontology} ontology
 * @param {Shapes} shapes
 * @param {Entry} term
 */
function ofClass(ontology, shapes, term) {
  const classes = [term, ...lineage(ontology, term)];
  const iris = classes.map((each) => each.iri);
  /** @param {string} iri */
  const label = (iri) => ontology.terms.get(iri)?.label ?? iri;
  const held = classes
    .flatMap((each) => shapes.get(each.iri) ?? [])
    .sort((a, b) => Number(b.least > 0) - Number(a.least > 0) || label(a.property).localeCompare(label(b.property)));
  const ruled = new Set(held.map((each) => each.property));
  const free = propertiesAt(ontology, "domain", iris).filter((each) => !ruled.has(each.iri));
  const incoming = propertiesAt(ontology, "range", iris);
  return html`
    ${held.length > 0
      ? html`<h2>What a record must say</h2>
        <div class="scroll" role="region" tabindex="0" aria-label="What a record must say">
          <table>
            <thead><tr><th scope="col">Property</th><th scope="col">Values</th><th scope="col">In words</th></tr></thead>
            <tbody>${held.map((rule) => html`<tr><td>${termLink(ontology, rule.property)}</td><td>${howMany(rule)}</td><td>${rule.words}</td></tr>`)}</tbody>
          </table>
        </div>`
      : nothing}
    ${free.length > 0 ? html`<h2>What else it can have</h2>${list(ontology, free)}` : nothing}
    ${incoming.length > 0 ? html`<h2>What leads to it</h2>${list(ontology, incoming)}` : nothing}`;
}

/**
 * What the shapes ask of a property, class by class.
 *
 * @param {Ontology} ontology
 * @param {Shapes} shapes
 * @param {Entry} term
 */
function rules(ontology, shapes, term) {
  const held = [...shapes].flatMap(([iri, all]) =>
    all.filter((each) => each.property === term.iri).map((rule) => ({ iri, rule })));
  return held.length === 0
    ? nothing
    : html`<h2>What records must say</h2>
      <div class="scroll" role="region" tabindex="0" aria-label="What records must say">
        <table>
          <thead><tr><th scope="col">Class</th><th scope="col">Values</th><th scope="col">In words</th></tr></thead>
          <tbody>${held.map(({ iri, rule }) => html`<tr><td>${termLink(ontology, iri)}</td><td>${howMany(rule)}</td><td>${rule.words}</td></tr>`)}</tbody>
        </table>
      </div>`;
}

/**
 * @param {Ontology} ontology
 * @param {Entry} term
 */
function ofScheme(ontology, term) {
  const concepts = conceptsOf(ontology, term.iri);
  return html`<h2>${plural(concepts.length, "value", "values")}</h2>
    <div class="scroll" role="region" tabindex="0" aria-label="Values">
      <table>
        <thead><tr><th scope="col">Value</th><th scope="col">In files</th><th scope="col">Meaning</th></tr></thead>
        <tbody>${concepts.map((each) => html`<tr><td>${termLink(ontology, each.iri)}</td><td>${each.notation}</td><td>${each.definition}</td></tr>`)}</tbody>
      </table>
    </div>`;
}

/**
 * @param {Ontology} ontology
 * @param {Entry[]} properties
 */
function list(ontology, properties) {
  return html`<ul class="rows">${properties.map((each) => html`<li>${termLink(ontology, each.iri)} <span>${each.definition}</span></li>`)}</ul>`;
}

/**
 * Fills in what of a term is in the graph.
 *
 * @param {Context} context
 * @param {HTMLElement} place
 * @param {Entry} term
 */
export async function fillInstances({ org, signal }, place, term) {
  const things = /** @type {HTMLElement|null} */ (place.querySelector("#things"));
  if (!things) {
    return;
  }
  const asked = { class: instancesOf, property: having, concept: referringTo, scheme: null }[term.kind];
  await fill(things, "things of the graph", signal, async () => {
    const found = await asked?.(term.iri, org?.iri ?? null, signal);
    if (!found || found.total === 0) {
      return empty("There are none in the graph.");
    }
    return html`<p>${org ? `${count(found.here)} of ${plural(found.total, "thing", "things")} belong to ${org.label}` : `${plural(found.total, "thing", "things")} in the graph`}${found.some.length < found.here ? `; the first ${found.some.length}:` : "."}</p>
      <ul class="rows">${found.some.map((each) => html`<li>${link(each)}</li>`)}</ul>`;
  });
}
