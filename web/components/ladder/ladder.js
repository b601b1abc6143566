import { html } from "lit-html";
import { RUNGS } from "../badge/badge.js";
import { count } from "../../app/words.js";

/**
 * Coverage as a ladder of rungs, each n of N, shortest at the top. A bar repeats the figure beside
 * it and is hidden from assistive technology, so nothing hangs on seeing it.
 *
 * @typedef {import("../../app/api.js").Row} Row
 */

/** @type {Record<string, string>} */
const MEANINGS = {
  effective: "passed its last due test, and nothing has gone against it since",
  owned: "its accountable post is held by somebody",
  evidenced: "with evidence in force",
  claimed: "said to be implemented",
};

/**
 * @param {Row} row figures of coverage
 * @param {string} name of what they are figures
 * @param {(rung: string) => string} where leads to the cells that are on a rung or above
 */
export function ladder(row, name, where) {
  const cells = figure(row, "cells");
  return html`<table class="ladder">
    <caption>Rungs of ${name}, cells reached of ${count(cells)}</caption>
    <thead class="hidden"><tr><th scope="col">Rung</th><th scope="col">Cells</th><th scope="col">Bar</th></tr></thead>
    <tbody>
      ${RUNGS.map(
        (rung) => html`<tr>
          <th scope="row" title=${MEANINGS[rung]}>${rung}</th>
          <td class="number"><a href=${where(rung)} aria-label=${`${count(figure(row, rung))} ${rung}`}>${count(figure(row, rung))}</a></td>
          <td class="bar-cell">${bar(figure(row, rung), cells, rung)}</td>
        </tr>`,
      )}
    </tbody>
  </table>`;
}

/**
 * A bar for n of N that stands beside the figures it repeats.
 *
 * @param {number} part
 * @param {number} whole
 * @param {string} [kind]
 */
export function bar(part, whole, kind = "effective") {
  const width = whole > 0 ? (100 * part) / whole : 0;
  return html`<span class="bar-of" aria-hidden="true"><span class="fill ${kind}" .style=${`width: ${width}%`}></span></span>`;
}

/**
 * @param {Row} row
 * @param {string} name
 */
export function figure(row, name) {
  return Number(row[name]?.value ?? 0);
}
