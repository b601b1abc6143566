import { html, nothing } from "lit-html";
import { count, plural, sentence } from "../../app/words.js";
import { changeList } from "../../components/changes/changes.js";
import { changesOf } from "../../components/changes/words.js";
import { grid } from "../../components/grid/grid.js";
import { meant, wrongRows } from "./places.js";

/**
 * What the server found: how much, what is wrong at which cell, and what would change.
 *
 * @typedef {import("./work.js").Work} Work
 * @typedef {import("./work.js").Report} Report
 * @typedef {import("./work.js").Statement} Statement
 * @typedef {import("./sheet.js").Sheet} Sheet
 */

const PAGE = 50;

/** Which page and which rows of a file are shown, by its name. @type {Map<string, {all: boolean, page: number}>} */
const views = new Map();

/**
 * @param {Work} work
 * @param {Report} report
 */
export function reportOf(work, report) {
  const errors = report.errors.length + report.furtherErrors;
  return html`
    <p class="verdict ${errors > 0 ? "bad" : "good"}" id="verdict" tabindex="-1">
      ${errors > 0
        ? html`<strong>${plural(errors, "error", "errors")}.</strong> Nothing can be imported until they are mended.
          Mend them below and check again.`
        : html`<strong>No errors.</strong> ${inShort(report)}`}
      ${report.furtherErrors > 0 ? html` The first ${count(report.errors.length)} are shown.` : nothing}
      ${work.stale ? html`<span class="stale">Something was changed since; check again.</span>` : nothing}
    </p>
    ${work.elsewhere.length > 0
      ? html`<ul class="elsewhere">${work.elsewhere.map((each) => html`<li>${each.file ? html`<strong>${each.file}:</strong> ` : nothing}${each.message}</li>`)}</ul>`
      : nothing}
    ${work.sheets.map((sheet) => (work.byFile.has(sheet.name) ? wrong(work, sheet) : nothing))}
    ${counts(report)}
    ${report.difference && errors === 0 ? difference(report.difference) : nothing}`;
}

/** @param {Report} report */
function inShort(report) {
  const difference = report.difference;
  return !difference
    ? ""
    : difference.added + difference.removed === 0
      ? "The graph has all of it already; nothing would change."
      : `${plural(difference.added, "fact", "facts")} would be added and ${count(difference.removed)} removed.`;
}

/**
 * @param {Work} work
 * @param {Sheet} sheet
 */
function wrong(work, sheet) {
  const places = work.byFile.get(sheet.name);
  if (!places) {
    return nothing;
  }
  const kind = work.kindOf(sheet);
  const view = views.get(sheet.name) ?? { all: false, page: 0 };
  const rows = view.all ? sheet.rows.slice(1).map((_, at) => at + 2) : wrongRows(places).filter((row) => row > 1);
  const last = Math.max(0, Math.ceil(rows.length / PAGE) - 1);
  const page = Math.min(view.page, last);
  const turn = (/** @type {Partial<typeof view>} */ change) => {
    views.set(sheet.name, { ...view, ...change });
    work.changed();
  };
  return html`<section class="wrong-file" aria-label=${`Errors of ${sheet.name}`}>
    <h3>${sheet.name}</h3>
    ${places.whole.length > 0 ? html`<ul class="elsewhere">${places.whole.map((each) => html`<li>${each}</li>`)}</ul>` : nothing}
    ${rows.length > 0 || places.cells.has(1)
      ? html`<div class="tools">
            <label><input type="checkbox" .checked=${!view.all} @change=${(/** @type {Event} */ event) => turn({ all: !(/** @type {HTMLInputElement} */ (event.target).checked), page: 0 })}>
              Only rows with errors</label>
            <span class="hint">${plural(rows.length, "row", "rows")}; Enter leads to the next error.</span>
          </div>
          ${grid({
            sheet,
            places,
            shown: rows.slice(page * PAGE, (page + 1) * PAGE),
            touched: work.touched.get(sheet.name) ?? new Set(),
            opened: work.opened.get(sheet.name) ?? new Set(),
            meant,
            hint: (column) => {
              const known = kind?.columns.find((each) => each.name === column);
              return known ? `Holds: ${known.holds}, such as ${known.example}.` : "";
            },
            change: (row, at, text) => work.mend(sheet.name, row, at, text),
            openRow: (row) => work.openRow(sheet.name, row),
          })}
          ${last > 0
            ? html`<nav class="pager" aria-label=${`Pages of ${sheet.name}`}>
                <button type="button" ?disabled=${page === 0} @click=${() => turn({ page: page - 1 })}>Previous</button>
                <span>Page ${page + 1} of ${last + 1}</span>
                <button type="button" ?disabled=${page === last} @click=${() => turn({ page: page + 1 })}>Next</button>
              </nav>`
            : nothing}`
      : nothing}
  </section>`;
}

/** @param {Report} report */
function counts(report) {
  const figures = /** @type {const} */ (["rows", "added", "changed", "removed", "unchanged", "leftOut"]);
  const good = report.errors.length === 0;
  return html`<div class="scroll" role="region" tabindex="0" aria-label="What was read">
      <table>
        <thead><tr><th scope="col">File</th><th scope="col">Kind</th>${(good ? figures : figures.slice(0, 1)).map((each) => html`<th scope="col" class="number">${sentence(each)}</th>`)}</tr></thead>
        <tbody>
          ${report.files.map(
            (file) => html`<tr><th scope="row">${file.file}</th><td>${file.kind ? sentence(file.kind) : ""}</td>
              ${(good ? figures : figures.slice(0, 1)).map((each) => html`<td class="number">${count(file[each])}</td>`)}</tr>`,
          )}
        </tbody>
      </table>
    </div>
    ${report.passedOver.map((each) => html`<p class="hint">${each.file} was not read: it ${each.reason}.</p>`)}`;
}

/** @param {NonNullable<Report["difference"]>} difference */
function difference({ added, removed, statements }) {
  if (added + removed === 0) {
    return nothing;
  }
  const names = new Map(statements.map((each) => [each.subject, each.labels.subject]));
  const properties = new Map(statements.map((each) => [each.property, each.labels.property]));
  const changes = changesOf(
    statements.map((each) => ({ ...each, value: each })),
    (fact) => fact.property === "type",
  );
  const rest = added + removed - statements.length;
  return html`<h3>What would change</h3>
    ${changeList(changes, {
      thing: (subject) => html`${names.get(subject) ?? subject} <span class="hint">${subject}</span>`,
      property: (name) => properties.get(name) ?? sentence(name),
      value: (/** @type {Statement} */ each) => each.labels.value ?? each.value,
    })}
    ${rest > 0 ? html`<p>${plural(rest, "more fact is", "more facts are")} not shown.</p>` : nothing}`;
}
