import { html, nothing } from "lit-html";
import { href } from "../../app/address.js";
import { count, plural, sentence, shortName } from "../../app/words.js";
import { loading } from "../../components/states/states.js";
import { link } from "../../components/term/term.js";
import { FEW, PAGE } from "./view.js";
import { reading } from "./words.js";

/**
 * What is selected: what it is, its links counted before they are shown, and what can be done with it.
 *
 * @typedef {import("./walk.js").Walk} Walk
 * @typedef {import("./source.js").Links} Links
 */

const RDF_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";

/** @param {Walk} walk */
export function panel(walk) {
  const id = walk.view.selected;
  const node = walk.shown.nodes.find((each) => each.id === id);
  if (!id || !node) {
    return html`<p class="hint">Select a thing to see its links.</p>`;
  }
  const rest = walk.shown.steps.get(id);
  if (rest) {
    return html`<h2>${node.name}</h2>
      <p>${node.type}: ${plural(node.rest, "link is", "links are")} not shown.</p>
      <p><button type="button" @click=${() => walk.expand([rest])}>Show the next ${count(Math.min(PAGE, node.rest))}</button></p>`;
  }
  const thing = walk.source.things.get(id);
  const owner = thing?.organisation ?? thing?.framework;
  return html`<h2>${node.name}</h2>
    <p class="hint">${thing?.id ? html`<b>${thing.id}</b> · ` : nothing}${node.type}${owner ? html` · ${owner.label ?? shortName(owner.iri)}` : nothing}</p>
    <p class="links">${link({ iri: id, label: "Its page" })}<a href=${href("/explore", { node: id })}>Explore from here alone</a></p>
    ${links(walk, id)}
    ${actions(walk, id)}`;
}

/**
 * @param {Walk} walk
 * @param {string} id
 */
function links(walk, id) {
  const groups = walk.source.links.get(id);
  if (!groups) {
    return loading("its links");
  }
  const others = groups.filter((each) => each.property.iri !== RDF_TYPE);
  const hidden = others.filter((each) => !walk.step(stepOf(id, each)));
  const left = hidden.reduce((sum, each) => sum + each.count, 0);
  return html`<h3>${plural(groups.reduce((sum, each) => sum + each.count, 0), "link", "links")}</h3>
    ${walk.context.org ? html`<p class="hint">Counted in all organisations; those of ${walk.context.org.label} are shown, and what all share.</p>` : nothing}
    ${hidden.length > 1 && left <= FEW
      ? html`<p class="walk-links"><button type="button" @click=${() => walk.expand(hidden.map((each) => stepOf(id, each)))}>Show all ${count(left)}</button></p>`
      : nothing}
    <ul class="plain walk-links">${groups.map((each) => group(walk, id, each))}</ul>`;
}

/**
 * @param {Walk} walk
 * @param {string} id
 * @param {Links} links
 */
function group(walk, id, links) {
  const step = stepOf(id, links);
  const shown = walk.step(step);
  const name = reading(links);
  const types = links.types.slice(0, 3).map((each) => `${sentence(each.label ?? shortName(each.iri ?? "of no type"))} ${count(each.count)}`);
  const more = shown ? links.count - shown.most : links.count;
  return html`<li>
    <span class="walk-way" aria-hidden="true">${links.direction === "out" ? "→" : "←"}</span>
    <span><strong>${name}</strong> ${count(links.count)}
      ${types.length > 0 ? html`<span class="asks">${types.join(", ")}${links.types.length > 3 ? " …" : ""}</span>` : nothing}</span>
    <span class="walk-buttons">
      ${more > 0
        ? html`<button type="button" aria-label=${`Show ${count(Math.min(PAGE, more))} by ${name}`} @click=${() => walk.expand([step])}>
            ${shown ? "Next" : "Show"} ${count(Math.min(PAGE, more))}</button>`
        : nothing}
      ${shown
        ? html`<button type="button" aria-label=${`Fold ${name}`} @click=${() => walk.fold(id, step)}>Fold</button>`
        : nothing}
    </span>
  </li>`;
}

/**
 * @param {string} of
 * @param {Links} links
 */
function stepOf(of, { property, direction }) {
  return { of, property: property.iri, direction };
}

/**
 * @param {Walk} walk
 * @param {string} id
 */
function actions(walk, id) {
  const is = walk.view.pins.some((each) => each.iri === id);
  const { from = null, to = null } = walk.view.between ?? {};
  return html`<h3>What to do with it</h3>
    <p class="walk-buttons">
      <button type="button" @click=${() => walk.hide(id)}>Hide</button>
      ${walk.asList ? nothing : html`<button type="button" aria-pressed=${is} @click=${() => walk.pin(id)}>Pin</button>`}
      <button type="button" ?disabled=${from === id} @click=${() => walk.connect({ from: id })}>Path from here</button>
      <button type="button" ?disabled=${to === id} @click=${() => walk.connect({ to: id })}>Path to here</button>
    </p>`;
}
