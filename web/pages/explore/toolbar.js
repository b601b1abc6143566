import { html, nothing } from "lit-html";
import { LAYOUTS } from "./view.js";
import "../../components/search/search.js";

/** @type {Record<import("./view.js").Layout, string>} */
const NAMES = { force: "by forces", concentric: "in rings", columns: "by type in columns" };

/** What acts on the whole graph. @param {import("./walk.js").Walk} walk */
export function toolbar(walk) {
  const { view, steps, asList } = walk;
  return html`<div class="tools walk-tools" role="group" aria-label="The whole graph">
    <cg-search picks label="Add a thing" @pick=${(/** @type {CustomEvent} */ event) => walk.add(event.detail.iri)}></cg-search>
    <span class="walk-buttons">
      <button type="button" ?disabled=${steps.past.length === 0} @click=${() => walk.undo(false)}>Undo</button>
      <button type="button" ?disabled=${steps.future.length === 0} @click=${() => walk.undo(true)}>Redo</button>
      <button type="button" aria-pressed=${asList} @click=${() => walk.change((each) => ({ ...each, as: asList ? "graph" : "list" }), false)}>As a list</button>
    </span>
    ${asList
      ? nothing
      : html`<label>Layout <select @change=${(/** @type {Event} */ event) => setLayout(walk, event)}>
            ${LAYOUTS.map((each) => html`<option value=${each} .selected=${each === view.layout}>${NAMES[each]}</option>`)}
          </select></label>
          <span class="walk-buttons">
            <button type="button" aria-label="Zoom in" @click=${() => walk.graph?.zoom(1.25)}>+</button>
            <button type="button" aria-label="Zoom out" @click=${() => walk.graph?.zoom(0.8)}>−</button>
            <button type="button" @click=${() => walk.graph?.fit()}>Fit</button>
            <button type="button" @click=${() => walk.save("png")}>PNG</button>
            <button type="button" @click=${() => walk.save("svg")}>SVG</button>
          </span>`}
  </div>`;
}

/**
 * @param {import("./walk.js").Walk} walk
 * @param {Event} event
 */
function setLayout(walk, event) {
  const chosen = LAYOUTS.find((each) => each === /** @type {HTMLSelectElement} */ (event.target).value);
  if (chosen) {
    walk.change((view) => ({ ...view, layout: chosen }));
  }
}

/** What the keyboard does in the drawing. */
export function keys() {
  return html`<details class="as-list"><summary>Keys</summary>
    <p id="walk-keys">Arrows go to the neighbour that lies that way. Page Down and Page Up go around the neighbours of the thing you came from.
      Enter leads to the counted links of what is selected, and Escape back. Delete hides, P pins and unpins, Ctrl+Z undoes, Ctrl+Shift+Z does again,
      + and - zoom, 0 shows all, Home goes to the start. The list shows the same graph.</p>
  </details>`;
}
