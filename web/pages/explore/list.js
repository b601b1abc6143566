import { html, nothing } from "lit-html";
import { plural } from "../../app/words.js";
import { shapeOf } from "../../components/graph/legend.js";
import { link } from "../../components/term/term.js";

/**
 * The graph as a list: each thing with its links, in real links and buttons. For screen readers and
 * small windows.
 *
 * @typedef {import("./walk.js").Walk} Walk
 * @typedef {import("../../components/graph/graph.js").GraphNode} GraphNode
 * @typedef {{id: string, name: string, reading: string}} Other
 */

/** So many links of a thing stand in the list at once. */
const OPEN = 12;

/** @param {Walk} walk */
export function list(walk) {
  const others = othersOf(walk);
  const things = walk.shown.nodes.filter((each) => each.rest === 0);
  return html`<ol class="walk-list" aria-label=${`${plural(things.length, "thing", "things")} and their links`}>
    ${things.map((node) => item(walk, node, others.get(node.id) ?? []))}
  </ol>`;
}

/**
 * @param {Walk} walk
 * @returns {Map<string, Other[]>}
 */
function othersOf({ shown: { nodes, edges } }) {
  const names = new Map(nodes.map((each) => [each.id, each.name]));
  /** @type {Map<string, Other[]>} */
  const found = new Map(nodes.map((each) => [each.id, []]));
  for (const { from, to, name } of edges) {
    found.get(from)?.push({ id: to, name: names.get(to) ?? "", reading: `${name} →` });
    found.get(to)?.push({ id: from, name: names.get(from) ?? "", reading: `← ${name}` });
  }
  return found;
}

/**
 * @param {Walk} walk
 * @param {GraphNode} node
 * @param {Other[]} others
 */
function item(walk, node, others) {
  const chosen = node.id === walk.view.selected;
  return html`<li class=${chosen ? "here" : ""}>
    <p class="walk-thing">${shapeOf(node.kind)} ${link({ iri: node.id, label: node.name })} <span class="hint">${node.type}</span>
      <button type="button" data-thing=${node.id} aria-pressed=${chosen} aria-label=${`Select ${node.name}`} @click=${() => walk.select(node.id)}>Select</button></p>
    ${others.length > 0 ? html`<ul>${others.slice(0, OPEN).map((each) => other(walk, each))}</ul>` : nothing}
    ${others.length > OPEN
      ? html`<details><summary>and ${plural(others.length - OPEN, "link", "links")} more</summary><ul>${others.slice(OPEN).map((each) => other(walk, each))}</ul></details>`
      : nothing}
  </li>`;
}

/**
 * @param {Walk} walk
 * @param {Other} other
 */
function other(walk, { id, name, reading }) {
  const rest = walk.shown.steps.get(id);
  return html`<li><span class="hint">${reading}</span>
    ${rest
      ? html`<button class="quiet" type="button" @click=${() => walk.expand([rest])}>${name}: show the next</button>`
      : html`<button class="quiet" type="button" @click=${() => follow(walk, id)}>${name}</button>`}</li>`;
}

/**
 * To the thing at the other end of a link.
 *
 * @param {Walk} walk
 * @param {string} id
 */
async function follow(walk, id) {
  await walk.select(id);
  /** @type {HTMLElement|null} */ (walk.context.main.querySelector(`[data-thing="${CSS.escape(id)}"]`))?.focus();
}
