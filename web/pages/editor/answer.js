import { html, nothing } from "lit-html";
import { Problem, send, withQuery } from "../../app/api.js";
import { count, plural } from "../../app/words.js";
import { result } from "../../components/result/result.js";
import { empty } from "../../components/states/states.js";
import { explained } from "./mistakes.js";
import { MOST } from "./run.js";
import "./triples.js";

/**
 * What stands below the editor: that a query runs, what it found, or what is wrong with it.
 *
 * @typedef {import("./run.js").Answer} Answer
 * @typedef {import("./code.js").Place} Place
 */

/** Files that an answer can be had as: format, its name for a reader, ending. */
const OF_ROWS = [["csv", "CSV", "csv"], ["tsv", "TSV", "tsv"], ["json", "JSON", "json"], ["xml", "XML", "xml"]];
const OF_TRIPLES = [["turtle", "Turtle", "ttl"], ["jsonld", "JSON-LD", "jsonld"]];
const OF_TRUTH = [["json", "JSON", "json"], ["xml", "XML", "xml"]];

/** A query that makes a longer address is sent in a body instead. */
const LONGEST = 8000;

/** @param {() => void} stop */
export function running(stop) {
  return html`<div class="running">
    <p role="status">Running …</p>
    <button type="button" id="stop" @click=${stop}>Stop</button>
  </div>`;
}

/** @param {number} seconds */
export function stopped(seconds) {
  return html`<p class="state" role="status">Stopped after ${time(seconds)}. The server stops it too.</p>`;
}

/**
 * @param {unknown} error
 * @param {(place: Place) => void} goTo
 */
export function refused(error, goTo) {
  const problem = error instanceof Problem ? error : new Problem("Something went wrong on this page", String(error));
  const place = problem.place;
  if (!place) {
    return html`<div class="problem" role="alert">
      <p><strong>${problem.message}</strong></p>
      <p>${problem.detail}</p>
    </div>`;
  }
  const { what, expected } = explained(problem.detail);
  return html`<div class="problem" role="alert">
    <p><strong>Line ${place.line}, column ${place.column}:</strong> ${what}</p>
    ${expected.length > 0 ? html`<p>Expected: ${expected.join(", ")}</p>` : nothing}
    <p><button type="button" @click=${() => goTo(place)}>Go to the place</button></p>
  </div>`;
}

/**
 * @param {Answer} answer
 * @param {string} query
 */
export function answered(answer, query) {
  const { kind, rows, seconds } = answer;
  if (kind === "truth") {
    return html`<p class="figure" role="status"><strong>${answer.truth ? "Yes" : "No"}</strong></p>
      <p>In ${time(seconds)}.</p>
      ${downloads(query, OF_TRUTH)}`;
  }
  const things = kind === "triples" ? ["triple", "triples"] : ["row", "rows"];
  return html`<p role="status">${answer.more ? `The first ${plural(rows.length, things[0], things[1])}` : plural(rows.length, things[0], things[1])} in ${time(seconds)}.</p>
    ${limits(answer)}
    ${rows.length === 0
      ? empty(kind === "triples" ? "The query makes no triples." : "Nothing fits the query.")
      : kind === "triples" ? html`<cg-triples .rows=${rows}></cg-triples>` : result("Answer", "", answer.columns, rows)}
    ${downloads(query, kind === "triples" ? OF_TRIPLES : OF_ROWS)}`;
}

/** @param {Answer} answer */
function limits({ cut, more }) {
  return html`
    ${cut === null ? nothing : html`<p class="cut">This server gives ${count(cut)} rows of an answer at most. There are more; ask for them with OFFSET, or for fewer.</p>`}
    ${more && cut === null ? html`<p class="cut">The page shows ${count(MOST)} at most and has stopped reading. The downloads have all.</p>` : nothing}`;
}

/**
 * Asks the server anew, so that a file has all rows, also those that the page does not show.
 *
 * @param {string} query
 * @param {string[][]} formats
 */
function downloads(query, formats) {
  return html`<p class="links">All of it as
    ${formats.map(([format, name, ending]) => {
      const file = `answer.${ending}`;
      const address = withQuery("/sparql", [["query", query], ["format", format]]);
      return address.length <= LONGEST
        ? html`<a href=${address} download=${file}>${name}</a>`
        : html`<button type="button" class="quiet" @click=${(/** @type {Event} */ event) => fetched(event, query, format, file)}>${name}</button>`;
    })}
  </p>`;
}

/**
 * @param {Event} event
 * @param {string} query
 * @param {string} format
 * @param {string} file
 */
async function fetched(event, query, format, file) {
  const button = /** @type {HTMLButtonElement} */ (event.target);
  button.disabled = true;
  try {
    const response = await send(`/sparql?format=${format}`, {
      method: "POST",
      headers: { "Content-Type": "application/sparql-query" },
      body: query,
    });
    const link = document.createElement("a");
    link.href = URL.createObjectURL(await response.blob());
    link.download = file;
    link.click();
    URL.revokeObjectURL(link.href);
  } catch (error) {
    button.after(error instanceof Problem ? `${error.message}: ${error.detail}` : String(error));
  } finally {
    button.disabled = false;
  }
}

/** @param {number} seconds */
function time(seconds) {
  return seconds < 0.995 ? `${Math.max(1, Math.round(seconds * 1000))} ms` : `${seconds.toFixed(1)} s`;
}
