import { html, nothing, render } from "lit-html";
import { getJson, sparql } from "../../app/api.js";
import { count } from "../../app/words.js";
import { author, secret } from "../../app/write.js";
import { secretForm } from "../../components/secret/secret.js";
import { failure } from "../../components/states/failure.js";
import { empty, failed, loading } from "../../components/states/states.js";
import { files } from "./files.js";
import { outcomeOf } from "./outcome.js";
import { reportOf } from "./report.js";
import { Work, importFormat } from "./work.js";

/**
 * Brings registers into the graph, step by step: files, whose they are, a check that writes nothing
 * and says at which cell what is wrong, and the commit.
 *
 * @typedef {import("../../app/views.js").Context} Context
 * @typedef {{id: string, label: string}} Whose
 */

const STAGES = /** @type {Record<string, string>} */ ({
  SENDING: "Sending the files",
  READING: "Reading rows",
  CHECKING: "Checking rows",
  WRITING: "Working out what changes",
  COMMITTING: "Holding it against the shapes",
});

const NEW = " new";
const ID = "[A-Za-z0-9][-A-Za-z0-9_.:/@+]{0,99}";

/** What is being imported; kept while the reader looks elsewhere. */
const work = new Work();

/** @param {Context} context */
export async function show(context) {
  const { main, org, signal } = context;
  document.title = "Import – ControlGraph";
  render(html`<h1>Import</h1>${loading("the import format")}`, main);
  let whose;
  try {
    const [kinds, all, engine] = await Promise.all([importFormat(), organisations(), getJson("/api/v1/engine", [], signal)]);
    if (!engine.capabilities.some((/** @type {any} */ each) => each.id === "writes" && each.available)) {
      render(html`<h1>Import</h1>${empty(`This server answers from ${engine.engine}, and cannot write there.`)}`, main);
      return;
    }
    work.kinds = kinds;
    whose = all;
  } catch (error) {
    render(html`<h1>Import</h1>${failed(error)}`, main);
    return;
  }
  if (!work.organisation && org) {
    work.organisation = whose.find((each) => each.id === org.id || each.label === org.label)?.id ?? org.id;
  }
  const update = () => {
    if (!signal.aborted) {
      render(page(context, whose, update), main);
    }
  };
  work.changed = update;
  update();
}

/** @returns {Promise<Whose[]>} */
async function organisations() {
  const { rows } = await sparql(
    `PREFIX cg: <https://w3id.org/controlgraph/ns#>
     PREFIX dcterms: <http://purl.org/dc/terms/>
     PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
     SELECT DISTINCT ?id ?label { ?org a cg:Organisation ; dcterms:identifier ?id ; rdfs:label ?label } ORDER BY ?label`,
  );
  return rows.map((row) => ({ id: row.id.value, label: row.label.value }));
}

/**
 * @param {Context} context
 * @param {Whose[]} whose
 * @param {() => void} update
 */
function page(context, whose, update) {
  const { day } = context;
  return html`<h1>Import</h1>
    <p class="lead">Bring registers in as CSV files. A check tells first what would change, and at which cell something is wrong. Nothing is written before you say so.</p>
    ${work.outcome
      ? outcomeOf(work, work.outcome, day)
      : html`
          <section aria-labelledby="step-files"><h2 id="step-files">1. Files</h2>${files(work)}</section>
          ${work.sheets.length === 0
            ? nothing
            : html`
                <section aria-labelledby="step-whose"><h2 id="step-whose">2. Whose they are</h2>${organisation(whose)}</section>
                <section aria-labelledby="step-check"><h2 id="step-check">3. Check</h2>${check(context, update)}</section>
                ${work.report && work.report.errors.length === 0 && !work.stale && hasChanges()
                  ? html`<section aria-labelledby="step-commit"><h2 id="step-commit">4. Commit</h2>${commit(context)}</section>`
                  : nothing}
              `}
        `}`;
}

function hasChanges() {
  const difference = work.report?.difference;
  return Boolean(difference && difference.added + difference.removed > 0);
}

/** @param {Whose[]} whose */
function organisation(whose) {
  const known = whose.find((each) => each.id === work.organisation);
  const isNew = work.isNew || (!known && work.organisation !== "");
  return html`<div class="fields">
    <div class="field">
      <label for="whose">Organisation</label>
      <select id="whose" @change=${(/** @type {Event} */ event) => choose(/** @type {HTMLSelectElement} */ (event.target).value)}>
        <option value="" ?selected=${!known && !isNew}>choose …</option>
        ${whose.map((each) => html`<option value=${each.id} ?selected=${each === known && !isNew}>${each.label} (${each.id})</option>`)}
        <option value=${NEW} ?selected=${isNew}>a new one …</option>
      </select>
    </div>
    ${isNew
      ? html`<div class="field">
          <label for="new-id">Its id</label>
          <input id="new-id" pattern=${ID} .value=${work.organisation} aria-describedby="new-id-what" @change=${rename}>
          <p class="hint" id="new-id-what">Letters, digits and - _ . : / @ +, such as acme. A new organisation needs a file of kind Organisations with a row of this id.</p>
        </div>`
      : nothing}
  </div>
  <label class="check"><input type="checkbox" .checked=${work.replace} @change=${(/** @type {Event} */ event) => {
    work.replace = /** @type {HTMLInputElement} */ (event.target).checked;
    work.outdate();
  }}> Replace: things of these kinds that the files no longer list are removed</label>`;
}

/** @param {string} value */
function choose(value) {
  work.isNew = value === NEW;
  work.organisation = value === NEW ? "" : value;
  work.outdate();
}

/** @param {Event} event */
function rename(event) {
  const field = /** @type {HTMLInputElement} */ (event.target);
  if (field.reportValidity()) {
    work.organisation = field.value.trim();
    work.outdate();
  }
}

/**
 * @param {Context} context
 * @param {() => void} update
 */
function check({ main }, update) {
  const obstacles = work.obstacles;
  return html`
    ${secretForm(update)}
    ${obstacles.length > 0 ? html`<ul class="obstacles">${obstacles.map((each) => html`<li>${each}</li>`)}</ul>` : nothing}
    <div class="tools">
      <button type="button" id="check" ?disabled=${obstacles.length > 0 || !secret() || work.running !== null} @click=${async () => {
        await work.check();
        /** @type {HTMLElement|null} */ (main.querySelector("#verdict"))?.focus();
      }}>${work.report ? "Check again" : "Check"}</button>
    </div>
    ${progress()}
    ${work.note ? html`<p role="status">${work.note}</p>` : nothing}
    ${work.problem ? failure(work.problem) : nothing}
    ${work.report ? reportOf(work, work.report) : nothing}`;
}

/** How far it is; screen readers are told of each stage once. */
function progress() {
  const running = work.running;
  const now = running?.progress;
  return html`<div class="running">
    <p role="status">${running ? `${running.what}: ${STAGES[now?.stage ?? "SENDING"] ?? now?.stage} …` : ""}</p>
    ${running
      ? html`<div class="tools">
          <progress aria-label=${running.what} max=${now?.total || 1} .value=${now?.total ? now.done : 0}></progress>
          ${now && now.stage !== "SENDING" ? html`<span>${count(now.done)}${now.total ? html` of ${count(now.total)}` : nothing} rows</span>` : nothing}
          <button type="button" @click=${() => running.stop.abort()}>Cancel</button>
        </div>`
      : nothing}
  </div>`;
}

/** @param {Context} context */
function commit({ main, day }) {
  return html`<form class="ask" @submit=${async (/** @type {SubmitEvent} */ event) => {
    event.preventDefault();
    const given = new FormData(/** @type {HTMLFormElement} */ (event.target));
    await work.commit(String(given.get("author")), String(given.get("message")), day);
    /** @type {HTMLElement|null} */ (main.querySelector(work.outcome ? "#outcome" : "#verdict"))?.focus();
  }}>
    <div class="field">
      <label for="author">Who imports</label>
      <input id="author" name="author" required autocomplete="name" .value=${author()}>
    </div>
    <div class="field">
      <label for="message">Why, in a line</label>
      <input id="message" name="message" required>
    </div>
    <button ?disabled=${work.running !== null}>Commit</button>
  </form>`;
}
