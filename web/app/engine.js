import { html, render } from "lit-html";
import { get } from "./api.js";
import { plural } from "./words.js";

/**
 * Says in the foot what keeps the graph and what it cannot do, and above the answer which members
 * of a federation it lacks.
 *
 * @typedef {{id: string, summary: string, available: boolean}} Capability
 * @typedef {{engine: string, capabilities: Capability[]}} Engine
 */

/** What only a federation can have; its absence tells nobody anything. */
const OF_FEDERATIONS = ["row-origins", "partial-answers"];

/** @param {HTMLElement} place */
export async function showEngine(place) {
  const engine = /** @type {Engine} */ (await (await get("/api/v1/engine")).json());
  const lacking = engine.capabilities.filter(
    (each) => !each.available && !OF_FEDERATIONS.includes(each.id),
  );
  render(
    lacking.length === 0
      ? html`Engine: ${engine.engine}`
      : html`<details>
          <summary>Engine: ${engine.engine}, without ${plural(lacking.length, "capability", "capabilities")}</summary>
          <ul>${lacking.map((each) => html`<li>${each.id}. Not here: ${each.summary}</li>`)}</ul>
        </details>`,
    place,
  );
}

/**
 * Shows which members do not answer, whenever an answer lacks some.
 *
 * @param {HTMLElement} place
 */
export function showMissing(place) {
  document.addEventListener("members-missing", (event) => {
    const names = /** @type {CustomEvent<string>} */ (event).detail;
    place.hidden = false;
    place.textContent = `Not everything is here: ${names} did not answer. Rows may be missing.`;
  });
}
