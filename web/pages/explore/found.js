import { html, nothing } from "lit-html";
import { shortName } from "../../app/words.js";
import { pathList } from "../../components/paths/paths.js";
import { empty } from "../../components/states/states.js";
import { link } from "../../components/term/term.js";

/** The paths that were looked for; the drawing marks them. @param {import("./walk.js").Walk} walk */
export function pathsFound(walk) {
  const { between } = walk.view;
  if (!between) {
    return nothing;
  }
  const found = walk.source.pathsOf(between);
  const end = (/** @type {string|null} */ iri) =>
    iri ? link({ iri, label: walk.source.things.get(iri)?.label ?? shortName(iri) }) : html`<em>not chosen yet</em>`;
  return html`<section aria-labelledby="walk-paths">
    <h2 id="walk-paths">Paths</h2>
    <div class="tools">
      <span>From ${end(between.from)} to ${end(between.to)}</span>
      <label>How many <select @change=${(/** @type {Event} */ event) => walk.connect({ k: Number(/** @type {HTMLSelectElement} */ (event.target).value) })}>
        ${[1, 3, 5, 10].map((each) => html`<option value=${each} .selected=${each === between.k}>${each}</option>`)}
      </select></label>
      <button type="button" @click=${() => walk.connect(null)}>Remove the paths</button>
    </div>
    ${found ? (found.paths.length === 0 ? empty("No path of at most eight hops leads from one to the other.") : pathList(found.paths)) : nothing}
  </section>`;
}
