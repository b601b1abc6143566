import { html, nothing } from "lit-html";
import { href } from "../../app/address.js";
import { count } from "../../app/words.js";
import { RUNGS } from "../../components/badge/badge.js";
import { figure } from "../../components/ladder/ladder.js";
import { movesOf } from "./moves.js";
import "../../components/undo/undo.js";

/**
 * What became of an import: its revision, how coverage moved, and the way back.
 *
 * @typedef {import("./work.js").Work} Work
 * @typedef {import("./work.js").Outcome} Outcome
 */

/**
 * @param {Work} work
 * @param {Outcome} outcome
 * @param {string} day
 */
export function outcomeOf(work, outcome, day) {
  return html`<section class="outcome" aria-labelledby="outcome">
    <h2 id="outcome" tabindex="-1">${outcome.revision === null ? "Nothing changed" : outcome.undone === null ? "Imported" : "Taken back"}</h2>
    ${outcome.revision === null
      ? html`<p>The graph had all of it already, so there is no new revision.</p>`
      : html`<p>It is <a href=${href("/history", { revision: outcome.revision })}>revision ${outcome.revision}</a>.</p>`}
    ${moves(outcome, day)}
    ${outcome.revision === null
      ? nothing
      : html`<cg-undo .number=${outcome.revision} label="Go back: take this import back" @undone=${(/** @type {CustomEvent} */ event) => work.undone(event.detail.number, day)}></cg-undo>`}
    <p class="links">
      <button type="button" @click=${() => work.clear()}>Import something else</button>
      <a href=${href("/", { org: outcome.organisation })}>To the overview</a>
      <a href=${href("/gaps", { org: outcome.organisation })}>To the gaps</a>
    </p>
  </section>`;
}

/**
 * @param {Outcome} outcome
 * @param {string} day
 */
function moves({ before, after, undone }, day) {
  const frameworks = movesOf(before, after);
  if (frameworks.length === 0) {
    return html`<p>No framework is claimed here yet, so there is no coverage to compare.</p>`;
  }
  const columns = ["cells", ...[...RUNGS].reverse()];
  return html`<h3>How coverage moved</h3>
    <p class="hint">Cells of each framework on a rung, on ${day}, before the import and ${undone === null ? "after it" : "now"}.</p>
    <div class="scroll" role="region" tabindex="0" aria-label="How coverage moved">
      <table class="moves">
        <thead><tr><th scope="col">Framework</th>${columns.map((each) => html`<th scope="col" class="number">${each}</th>`)}</tr></thead>
        <tbody>
          ${frameworks.map(
            ({ name, was, is }) => html`<tr>
              <th scope="row">${name}</th>
              ${columns.map((each) => move(was ? figure(was, each) : 0, is ? figure(is, each) : 0))}
            </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
}

/**
 * @param {number} was
 * @param {number} is
 */
function move(was, is) {
  const by = is - was;
  return html`<td class="number">${by === 0
    ? count(is)
    : html`${count(was)} <span aria-hidden="true">→</span><span class="hidden"> to </span> <strong>${count(is)}</strong>
        <span class="by">${by > 0 ? `+${count(by)}` : `−${count(-by)}`}</span>`}</td>`;
}
