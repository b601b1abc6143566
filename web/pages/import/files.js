import { html, nothing } from "lit-html";
import { plural, sentence } from "../../app/words.js";
import { chosen, dropped } from "./take.js";
import { gapsOf, isAsGiven, textOf } from "./sheet.js";

/**
 * The files: where they are dropped or chosen, what each is taken for, and which of its columns is
 * which.
 *
 * @typedef {import("./work.js").Work} Work
 * @typedef {import("./sheet.js").Sheet} Sheet
 * @typedef {import("./sheet.js").Kind} Kind
 */

/** @type {Record<string, string>} */
const ENCODINGS = {
  "windows-1252": "It is not in UTF-8; it was read as Windows writes western European letters, and will be sent in UTF-8. Look whether letters with accents are right.",
  "utf-16le": "It is in UTF-16, and will be sent in UTF-8.",
  "utf-16be": "It is in UTF-16, and will be sent in UTF-8.",
};

/** @param {Work} work */
export function files(work) {
  return html`
    <div class="drop" @dragover=${over} @dragleave=${leave} @drop=${(/** @type {DragEvent} */ event) => drop(event, work)}>
      <p><strong>Drop CSV files or a folder here</strong>, or choose them.</p>
      <div class="choose">
        <label class="button" for="files">Choose files</label>
        <input id="files" class="hidden" type="file" multiple accept=".csv,text/csv" @change=${(/** @type {Event} */ event) => choose(event, work)}>
        <label class="button" for="folder">Choose a folder</label>
        <input id="folder" class="hidden" type="file" multiple webkitdirectory @change=${(/** @type {Event} */ event) => choose(event, work)}>
      </div>
    </div>
    ${work.left.length > 0 ? html`<p class="hint" role="status">Not taken: ${work.left.join("; ")}.</p>` : nothing}
    ${work.sheets.map((sheet) => file(work, sheet))}
    ${templates(work.kinds)}`;
}

/** @param {DragEvent} event */
function over(event) {
  event.preventDefault();
  /** @type {HTMLElement} */ (event.currentTarget).classList.add("over");
}

/** @param {DragEvent} event */
function leave(event) {
  /** @type {HTMLElement} */ (event.currentTarget).classList.remove("over");
}

/**
 * @param {DragEvent} event
 * @param {Work} work
 */
async function drop(event, work) {
  event.preventDefault();
  leave(event);
  if (event.dataTransfer) {
    await work.add(await dropped(event.dataTransfer));
  }
}

/**
 * @param {Event} event
 * @param {Work} work
 */
async function choose(event, work) {
  const field = /** @type {HTMLInputElement} */ (event.target);
  const taken = chosen(field.files ?? new DataTransfer().files);
  await work.add(taken);
  // So that the same file can be chosen again after it was changed.
  field.value = "";
}

/**
 * @param {Work} work
 * @param {Sheet} sheet
 */
function file(work, sheet) {
  const kind = work.kindOf(sheet);
  const { unmatched, missing, twice } = gapsOf(sheet, kind);
  const unclear = unmatched.length + missing.length + twice.length > 0;
  const id = `kind-${sheet.name}`;
  return html`<article class="file" aria-label=${sheet.name}>
    <div class="file-head">
      <h3>${sheet.name}</h3>
      <span class="hint">${plural(Math.max(0, sheet.rows.length - 1), "row", "rows")}</span>
      <label for=${id}>Kind
        <select id=${id} @change=${(/** @type {Event} */ event) => work.setKind(sheet.name, /** @type {HTMLSelectElement} */ (event.target).value)}>
          <option value="" ?selected=${!kind}>choose …</option>
          ${work.kinds.map((each) => html`<option value=${each.name} ?selected=${each === kind}>${sentence(each.name)}</option>`)}
        </select>
      </label>
      <button type="button" class="quiet" @click=${() => save(sheet)}>Download${isAsGiven(sheet) ? "" : " as changed here"}</button>
      <button type="button" class="quiet" aria-label=${`Leave ${sheet.name} out`} @click=${() => work.remove(sheet.name)}>Leave out</button>
    </div>
    <p class="hint">${kind ? kind.about : "What kind of file this is could not be told from its name or its columns."}</p>
    ${ENCODINGS[sheet.encoding] ? html`<p class="file-note">${ENCODINGS[sheet.encoding]}</p>` : nothing}
    ${sheet.broken
      ? html`<p class="file-note">It cannot be read from row ${sheet.broken.row} on: ${sheet.broken.message}. Mend it in a spreadsheet and choose it again.</p>`
      : nothing}
    ${kind ? columns(work, sheet, kind, unclear) : nothing}
  </article>`;
}

/**
 * @param {Work} work
 * @param {Sheet} sheet
 * @param {Kind} kind
 * @param {boolean} unclear
 */
function columns(work, sheet, kind, unclear) {
  const { unmatched, missing, twice } = gapsOf(sheet, kind);
  return html`<details class="columns" ?open=${unclear}>
    <summary>${unclear ? html`<strong>Columns to match</strong>` : "Columns"}</summary>
    ${unmatched.length > 0 ? html`<p class="file-note">${plural(unmatched.length, "column is", "columns are")} not known. Say which each is, or leave it out.</p>` : nothing}
    ${missing.length > 0 ? html`<p class="file-note">Needed, and not there: ${missing.map((each) => each.name).join(", ")}.</p>` : nothing}
    ${twice.length > 0 ? html`<p class="file-note">Chosen twice: ${twice.join(", ")}.</p>` : nothing}
    <div class="scroll" role="region" tabindex="0" aria-label=${`Columns of ${sheet.name}`}>
      <table>
        <thead><tr><th scope="col">In the file</th><th scope="col">Such as</th><th scope="col">Is</th><th scope="col">Which holds</th></tr></thead>
        <tbody>${(sheet.rows[0] ?? []).map((cell, at) => column(work, sheet, kind, cell, at))}</tbody>
      </table>
    </div>
  </details>`;
}

/**
 * @param {Work} work
 * @param {Sheet} sheet
 * @param {Kind} kind
 * @param {string} cell
 * @param {number} at
 */
function column(work, sheet, kind, cell, at) {
  const mapped = sheet.mapping[at];
  const known = kind.columns.find((each) => each.name === mapped);
  return html`<tr class=${mapped === null ? "unclear" : ""}>
    <th scope="row">${cell || html`<span class="none">no name</span>`}</th>
    <td>${sheet.rows[1]?.[at] ?? ""}</td>
    <td>
      <select aria-label=${`What ${cell || `column ${at + 1}`} of ${sheet.name} is`} @change=${(/** @type {Event} */ event) => {
        const value = /** @type {HTMLSelectElement} */ (event.target).value;
        work.map(sheet.name, at, value === "?" ? null : value);
      }}>
        ${mapped === null ? html`<option value="?" selected>choose …</option>` : nothing}
        <option value="" ?selected=${mapped === ""}>leave it out</option>
        ${kind.columns.map((each) => html`<option value=${each.name} ?selected=${each.name === mapped}>${each.name}${each.required ? " (needed)" : ""}</option>`)}
      </select>
    </td>
    <td>${known ? html`${known.holds}. ${known.about}` : nothing}</td>
  </tr>`;
}

/** @param {Sheet} sheet */
function save(sheet) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([textOf(sheet)], { type: "text/csv" }));
  link.download = sheet.name;
  link.click();
  URL.revokeObjectURL(link.href);
}

/** @param {Kind[]} kinds */
function templates(kinds) {
  return html`<details class="templates">
    <summary>Templates to fill in</summary>
    <p>A file is called after its kind. Each may be left out; none needs all its columns.</p>
    <div class="scroll" role="region" tabindex="0" aria-label="Templates">
      <table>
        <thead><tr><th scope="col">Kind</th><th scope="col">A row is</th><th scope="col">Download</th></tr></thead>
        <tbody>
          ${kinds.map(
            (each) => html`<tr>
              <th scope="row">${sentence(each.name)}</th>
              <td>${each.about}</td>
              <td><a download data-away href=${each.template} aria-label=${`Empty sheet for ${each.name}`}>empty</a>
                <a download data-away href=${`${each.template}?filled=true`} aria-label=${`Sheet for ${each.name} with an example`}>with an example</a></td>
            </tr>`,
          )}
        </tbody>
      </table>
    </div>
  </details>`;
}
