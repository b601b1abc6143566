import { html } from "lit-html";

/**
 * A table whose cells are coloured by their share. Each has its figure in words, so that the colour
 * only repeats it; each leads to the rows behind it.
 *
 * @typedef {{part: number, whole: number, href: string}} Square
 *
 * @param {{label: string, corner: string, rows: Array<{name: string, href?: string}>,
 *     columns: Array<{name: string}>, square: (row: number, column: number) => Square|null}} map
 */
export function heatMap({ label, corner, rows, columns, square }) {
  return html`<div class="scroll" role="region" tabindex="0" aria-label=${label}>
    <table class="heat-map">
      <thead>
        <tr><th scope="col">${corner}</th>${columns.map((each) => html`<th scope="col"><span>${each.name}</span></th>`)}</tr>
      </thead>
      <tbody>
        ${rows.map(
          (row, down) => html`<tr>
            <th scope="row">${row.href ? html`<a href=${row.href}>${row.name}</a>` : row.name}</th>
            ${columns.map((_, along) => cell(square(down, along)))}
          </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

/** @param {Square|null} square */
function cell(square) {
  if (!square || square.whole === 0) {
    return html`<td class="heat none"><span aria-label="none">–</span></td>`;
  }
  const step = Math.min(5, Math.floor((6 * square.part) / square.whole));
  return html`<td class="heat"><a class=${`step-${step}`} href=${square.href}>${square.part}<span class="of"> of ${square.whole}</span></a></td>`;
}

/** What the colours stand for. */
export function heatLegend() {
  return html`<p class="heat-legend" aria-hidden="true">
    none effective ${[0, 1, 2, 3, 4, 5].map((step) => html`<span class=${`step-${step}`}></span>`)} all effective
  </p>`;
}
