import { html, nothing } from "lit-html";
import { count } from "../../app/words.js";
import { KINDS } from "../../components/graph/kinds.js";
import { shapeOf } from "../../components/graph/legend.js";

/**
 * The legend, and what is drawn: each type with the shape of its kind, and each property.
 *
 * @typedef {import("./walk.js").Walk} Walk
 *
 * @param {Walk} walk
 */
export function filters(walk) {
  const { types, properties } = walk.shown;
  const kinds = KINDS.filter((kind) => types.some((each) => each.kind === kind.id));
  return html`<section aria-labelledby="walk-legend">
    <h2 id="walk-legend">Legend and filters</h2>
    <p class="walk-kinds">${kinds.map((kind) => html`<span>${shapeOf(kind.id)} ${kind.name}</span> `)}</p>
    <div class="sides">
      ${checks(walk, "Types", "offTypes", types)}
      ${properties.length > 0 ? checks(walk, "Links", "offProperties", properties) : nothing}
    </div>
  </section>`;
}

/**
 * @param {Walk} walk
 * @param {string} title
 * @param {"offTypes"|"offProperties"} what
 * @param {import("./shown.js").Counted[]} all
 */
function checks(walk, title, what, all) {
  return html`<fieldset class="walk-checks"><legend>${title}</legend>
    ${all.map(
      (each) => html`<label>
        <input type="checkbox" .checked=${each.on} @change=${(/** @type {Event} */ event) => walk.filter(what, each.iri, /** @type {HTMLInputElement} */ (event.target).checked)}>
        ${each.kind ? shapeOf(each.kind) : nothing} <span>${each.name}</span> <span class="hint">${count(each.count)}</span>
      </label>`,
    )}
  </fieldset>`;
}
