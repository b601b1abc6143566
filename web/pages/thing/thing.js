import { html, nothing, render } from "lit-html";
import { ask, getJson } from "../../app/api.js";
import { href } from "../../app/address.js";
import { count, isIri, plural, sentence, shortName } from "../../app/words.js";
import { reasoned } from "../../components/badge/badge.js";
import { result } from "../../components/result/result.js";
import { empty, failed, fill } from "../../components/states/states.js";
import { link, text } from "../../components/term/term.js";
import { around, drawn, referring } from "./around.js";
import "../../components/table/table.js";

/**
 * Everything that is said of one thing, in both directions, so that a reader can walk on from it:
 * facts, a drawing of what is next to it, relations, what refers to it, who answers for it, its
 * cells of coverage and why they stand where they do, and where it was stated.
 *
 * @typedef {import("../../app/views.js").Context} Context
 * @typedef {{value: string, datatype?: string, language?: string, iri?: string, label?: string,
 *     graphs: string[]}} Value
 * @typedef {{property: {iri: string, label?: string}, count: number, values: Value[]}} Said
 */

const CG = "https://w3id.org/controlgraph/ns#";
const ORIGIN = new Set([`${CG}sourceFile`, `${CG}sourceRow`]);
const RDF_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";
const LABEL = "http://www.w3.org/2000/01/rdf-schema#label";

/** Kinds of things that have lanes. */
const TRACED = ["Incident", "Risk", "Asset", "Control", "Requirement", "Post", "Implementation"];

/** @param {Context} context */
export async function show(context) {
  const { main, params, signal } = context;
  const iri = params.get("thing") ?? "";
  if (!isIri(iri)) {
    render(html`<h1>${shortName(iri)}</h1>${empty("This is not the name of a thing. Go back and follow another link, or search for it.")}`, main);
    return;
  }
  let node;
  try {
    node = await getJson("/api/v1/nodes", [["node", iri]], signal);
  } catch (error) {
    render(html`<h1>${shortName(iri)}</h1><p class="iri">${iri}</p>${failed(error)}`, main);
    return;
  }
  const name = node.label ?? shortName(iri);
  document.title = `${name} – ControlGraph`;
  /** @type {Said[]} */
  const said = node.properties.filter((/** @type {Said} */ each) => each.property.iri !== RDF_TYPE && !ORIGIN.has(each.property.iri) && each.property.iri !== LABEL);
  const facts = said.filter((each) => !each.values[0]?.iri);
  const relations = said.filter((each) => each.values[0]?.iri);
  const isTarget = node.incoming.some((/** @type {any} */ each) => each.property.iri === `${CG}target`);
  render(
    html`<nav class="crumbs" aria-label="Where you are">
        ${node.organisation ? link(node.organisation) : nothing}${node.framework ? link(node.framework) : nothing}
        <span>${node.types.map((/** @type {any} */ each, /** @type {number} */ at) => html`${at > 0 ? " · " : nothing}${link(each)}`)}</span>
      </nav>
      <h1>${name}</h1>
      <p class="iri">${node.id ? html`<b>${node.id}</b> ` : nothing}<a href=${iri} data-away rel="noreferrer">${iri}</a></p>
      ${actions(node)}
      ${facts.length > 0 ? section("facts", "Facts", list(facts)) : nothing}
      <section class="with-nearby" aria-labelledby="nearby"><h2 id="nearby"><a href=${href("/explore", { node: node.iri })}>What is next to it</a></h2><div id="drawing"></div></section>
      ${relations.length > 0 ? section("relations", "What it refers to", list(relations)) : nothing}
      <section aria-labelledby="incoming"><h2 id="incoming">What refers to it</h2><div id="referring"></div></section>
      <section aria-labelledby="answers-for"><h2 id="answers-for">Who answers for it</h2><div id="raci"></div></section>
      ${isTarget ? html`<section aria-labelledby="coverage"><h2 id="coverage">How it is covered, and why</h2><div id="cells"></div></section>` : nothing}
      <section aria-labelledby="origin"><h2 id="origin">Where it was stated</h2><div id="provenance"></div></section>
      <p class="links">As data: ${Object.entries(node.documents ?? {}).map(([type, path]) => html`<a href=${String(path)} data-away>${type}</a>`)}</p>`,
    main,
  );
  const linked = around(iri, signal);
  await Promise.all([
    part(context, "#drawing", "what is next to it", async () => drawn(await linked)),
    part(context, "#referring", "what refers to it", async () => referring(await linked)),
    part(context, "#raci", "who answers for it", () => raci(iri, context)),
    isTarget ? part(context, "#cells", "its coverage", () => cells(iri, context)) : null,
    part(context, "#provenance", "where it was stated", () => provenance(iri, signal)),
  ]);
}

/**
 * @param {Context} context
 * @param {string} selector
 * @param {string} what
 * @param {() => Promise<unknown>} make
 */
function part({ main, signal }, selector, what, make) {
  return fill(/** @type {HTMLElement} */ (main.querySelector(selector)), what, signal, make);
}

/** @param {any} node */
function actions(node) {
  const kinds = node.types.map((/** @type {any} */ each) => shortName(each.iri));
  return html`<p class="links">
    ${kinds.some((/** @type {string} */ each) => TRACED.includes(each)) ? html`<a href=${href("/trace", { node: node.iri })}>Trace it</a>` : nothing}
    ${node.iri.startsWith(CG) ? html`<a href=${href("/terms", { term: node.iri.slice(CG.length) })}>What it means</a>` : nothing}
    <a href=${href("/explore", { node: node.iri })}>Explore from it</a>
    <a href=${href("/what-if", { remove: node.iri })}>What if it went away</a>
  </p>`;
}

/**
 * @param {string} id
 * @param {string} title
 * @param {unknown} content
 */
function section(id, title, content) {
  return html`<section aria-labelledby=${id}><h2 id=${id}>${title}</h2>${content}</section>`;
}

/** @param {Said[]} said */
function list(said) {
  const sorted = said
    .map((each) => ({ ...each, name: sentence(each.property.label ?? shortName(each.property.iri)) }))
    .sort((a, b) => a.name.localeCompare(b.name));
  return html`<dl class="facts">
    ${sorted.map(
      (each) => html`<dt>${each.name}${each.count > 5 ? html` <span class="hint">${count(each.count)}</span>` : nothing}</dt>
        ${each.values.map((value) => html`<dd>${value.iri ? link({ iri: value.iri, label: value.label }) : text(value)}${value.language ? html` <span class="hint">${value.language}</span>` : nothing}</dd>`)}
        ${each.count > each.values.length ? html`<dd class="hint">and ${count(each.count - each.values.length)} more</dd>` : nothing}`,
    )}
  </dl>`;
}

/**
 * @param {string} iri
 * @param {Context} context
 */
async function raci(iri, { catalogue, day, signal }) {
  if (!catalogue.queries.some((each) => each.name === "ownership/raci")) {
    return empty("The catalogue has no question about duties.");
  }
  const { columns, rows } = await ask("ownership/raci", [["node", iri], ["day", day]], signal);
  const shown = columns.filter((each) => !["thing", "thingLabel", "delegatedBy", "delegatedByLabel"].includes(each));
  return rows.length === 0 ? empty("Nobody has a duty towards it.") : result("Who answers for it", "", shown, rows);
}

/**
 * @param {string} iri
 * @param {Context} context
 */
async function cells(iri, { day, signal }) {
  const answer = await getJson("/api/v1/coverage/cells", [["target", iri], ["day", day], ["limit", 1000]], signal);
  if (answer.cells.length === 0) {
    return empty("No requirement is expected of it.");
  }
  const effective = answer.cells.filter((/** @type {any} */ each) => each.standing === "effective").length;
  const columns = [
    { name: "Id", cell: (/** @type {any} */ cell) => cell.id ?? "", text: (/** @type {any} */ cell) => cell.id ?? "" },
    { name: "Requirement", cell: (/** @type {any} */ cell) => link(cell.requirement), text: (/** @type {any} */ cell) => cell.requirement.label ?? "" },
    { name: "Framework", cell: (/** @type {any} */ cell) => cell.framework.label, text: (/** @type {any} */ cell) => cell.framework.label },
    { name: "Stands at", cell: (/** @type {any} */ cell) => reasoned(cell, cell.standing), text: (/** @type {any} */ cell) => cell.standing },
  ];
  return html`<p>${count(effective)} of ${plural(answer.total, "cell", "cells")} effective</p>
    <cg-table label="Cells of this target" .columns=${columns} .rows=${answer.cells}></cg-table>`;
}

/**
 * @param {string} iri
 * @param {AbortSignal} signal
 */
async function provenance(iri, signal) {
  const { columns, rows } = await ask("trace/provenance", [["node", iri]], signal);
  return rows.length === 0 ? empty("Nothing tells.") : result("Where it was stated", "", columns, rows);
}
