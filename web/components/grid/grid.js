import { html, nothing } from "lit-html";
import { repeat } from "lit-html/directives/repeat.js";

/**
 * Rows of a file with what is wrong at its cells. A cell that is wrong is a field: it can be mended
 * in place, has a border, a mark and the message below it, which also describes it to a screen
 * reader. Where a whole row is wrong, all its cells are fields. By keyboard: Tab goes from field to
 * field, Enter to the next one that is wrong; the region scrolls with the arrow keys.
 *
 * @typedef {import("../../pages/import/places.js").Places} Places
 * @typedef {{name: string, mapping: Array<string|null>, rows: string[][]}} Sheet
 *
 * @typedef {object} Given
 * @property {Sheet} sheet
 * @property {Places} places
 * @property {number[]} shown the rows to show, as a spreadsheet numbers them
 * @property {Set<string>} touched cells and rows changed since they were checked, as keyOf gives them
 * @property {Set<number>} opened rows of which every cell is a field
 * @property {(cell: string, message: string) => {value: string, cell: string}|null} meant
 * @property {(column: string) => string} hint what a column holds
 * @property {(row: number, place: number, text: string) => void} change
 * @property {(row: number) => void} openRow
 */

/**
 * @param {number} row
 * @param {number} place
 */
export function keyOf(row, place) {
  return `${row}:${place}`;
}

/** @param {Given} given */
export function grid(given) {
  const { sheet, shown } = given;
  const header = sheet.rows[0] ?? [];
  return html`<div class="scroll grid" role="region" tabindex="0" aria-label=${`Rows of ${sheet.name}`} @keydown=${onKey}>
    <table>
      <thead><tr>
        <th scope="col">Row</th>
        ${header.map((cell, at) => columnHeader(given, cell, at))}
      </tr></thead>
      <tbody>${repeat(shown, (row) => row, (row) => line(given, row))}</tbody>
    </table>
  </div>`;
}

/**
 * @param {Given} given
 * @param {string} cell
 * @param {number} at
 */
function columnHeader({ sheet, places }, cell, at) {
  const name = sheet.mapping[at];
  const wrong = places.cells.get(1)?.get(at);
  return html`<th scope="col" class=${wrong ? "wrong" : nothing}>
    ${name || cell || html`<span class="none">no name</span>`}
    ${name && name !== cell.trim() ? html`<span class="hint">in the file: ${cell}</span>` : nothing}
    ${name === "" && cell ? html`<span class="hint">left out</span>` : nothing}
    ${wrong ? html`<span class="wrong-why"><span aria-hidden="true">✕</span> ${wrong.join(" ")}</span>` : nothing}
  </th>`;
}

/**
 * @param {Given} given
 * @param {number} row
 */
function line(given, row) {
  const { sheet, places, opened, openRow, touched } = given;
  const cells = sheet.rows[row - 1] ?? [];
  const wrong = places.rows.get(row);
  const open = Boolean(wrong) || opened.has(row);
  const width = Math.max(cells.length, (sheet.rows[0] ?? []).length);
  return html`<tr class=${wrong ? "wrong-row" : nothing}>
    <th scope="row">
      ${row}
      ${open
        ? nothing
        : html`<button type="button" class="quiet" aria-label=${`Edit row ${row}`} @click=${() => openRow(row)}>edit</button>`}
      ${wrong ? why(`why-${row}`, wrong, [...Array(width).keys()].some((at) => touched.has(keyOf(row, at)))) : nothing}
    </th>
    ${Array.from({ length: width }, (_, at) => cell(given, row, at, open))}
  </tr>`;
}

/**
 * @param {Given} given
 * @param {number} row
 * @param {number} at
 * @param {boolean} open
 */
function cell({ sheet, places, touched, meant, hint, change }, row, at, open) {
  const text = sheet.rows[row - 1]?.[at] ?? "";
  const wrong = places.cells.get(row)?.get(at);
  if (!wrong && !open) {
    return html`<td>${text}</td>`;
  }
  const column = sheet.mapping[at] || sheet.rows[0]?.[at] || `cell ${at + 1}`;
  const mended = touched.has(keyOf(row, at));
  const id = `why-${row}-${at}`;
  const better = wrong && !mended ? wrong.map((each) => meant(text, each)).find(Boolean) : null;
  return html`<td class=${wrong ? (mended ? "mended" : "wrong") : nothing}>
    <input class="cell" .value=${text} aria-label=${`${column}, row ${row}`}
      aria-invalid=${wrong && !mended ? "true" : nothing} aria-describedby=${wrong ? id : nothing}
      @change=${(/** @type {Event} */ event) => change(row, at, /** @type {HTMLInputElement} */ (event.target).value)}>
    ${wrong ? why(id, wrong, mended, hint(column)) : nothing}
    ${better
      ? html`<button type="button" class="use" @click=${() => change(row, at, better.cell)}>Use ${better.value}</button>`
      : nothing}
  </td>`;
}

/**
 * @param {string} id
 * @param {string[]} messages
 * @param {boolean} mended
 * @param {string} [hint]
 */
function why(id, messages, mended, hint = "") {
  return html`<span class="wrong-why" id=${id}>
    ${mended
      ? html`<span aria-hidden="true">✎</span> changed; check again`
      : html`<span aria-hidden="true">✕</span> ${messages.join(" ")}${hint ? html` <span class="hint">${hint}</span>` : nothing}`}
  </span>`;
}

/** Enter leads to the next cell that is wrong. @param {KeyboardEvent} event */
function onKey(event) {
  const field = event.target;
  if (event.key !== "Enter" || !(field instanceof HTMLInputElement)) {
    return;
  }
  event.preventDefault();
  const region = /** @type {HTMLElement} */ (event.currentTarget);
  const all = [...region.querySelectorAll("input.cell")];
  const next = all.slice(all.indexOf(field) + 1).find((each) => each.getAttribute("aria-invalid") === "true");
  field.blur();
  /** @type {HTMLElement} */ (next ?? field).focus();
}
