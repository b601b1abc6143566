import { html, nothing, svg } from "lit-html";
import { count, plural } from "../../app/words.js";

/**
 * Bars beside their names and numbers. It is a table, so that readers of screens get the same: the
 * bar only repeats the number of its row. Negative numbers have no bar.
 *
 * @typedef {{name: unknown, value: number}} Bar name is what lit renders
 */

/** More bars than this are no picture. */
const MOST = 40;

/**
 * @param {string} label what the bars show
 * @param {string} thing what is named
 * @param {string} measure what is counted
 * @param {Bar[]} bars
 */
export function bars(label, thing, measure, bars) {
  const shown = bars.slice(0, MOST);
  const most = Math.max(...shown.map((each) => each.value), 0);
  return html`<div class="scroll" role="region" tabindex="0" aria-label=${label}>
      <table class="bars">
        <thead><tr><th scope="col">${thing}</th><th scope="col" class="number" colspan="2">${measure}</th></tr></thead>
        <tbody>${shown.map(
          (each) => html`<tr>
            <th scope="row">${each.name}</th>
            <td class="drawn"><svg aria-hidden="true" viewBox="0 0 100 10" preserveAspectRatio="none">
              ${svg`<rect width=${most > 0 ? Math.max(0, (each.value / most) * 100) : 0} height="10"></rect>`}
            </svg></td>
            <td class="number">${count(each.value)}</td>
          </tr>`,
        )}</tbody>
      </table>
    </div>
    ${bars.length > shown.length ? html`<p>The first ${count(shown.length)} of ${plural(bars.length, "row", "rows")}; the table has all.</p>` : nothing}`;
}
