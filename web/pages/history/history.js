import { html, nothing, render } from "lit-html";
import { get, getJson } from "../../app/api.js";
import { changed, href } from "../../app/address.js";
import { count, plural, sentence, shortName } from "../../app/words.js";
import { changeList } from "../../components/changes/changes.js";
import { changesOf } from "../../components/changes/words.js";
import { empty, failed, fill } from "../../components/states/states.js";
import { link, text } from "../../components/term/term.js";
import { labelsOf } from "./labels.js";
import { firstFacts } from "./patch.js";
import "../../components/undo/undo.js";

/**
 * Who changed what, when and why: all revisions, the newest first, or what one of them changed, in
 * words.
 *
 * @typedef {import("../../app/views.js").Context} Context
 * @typedef {{number: number, at: string, author: string, message: string, added: number, deleted: number, patch: string}} Revision
 * @typedef {import("./patch.js").PatchFact} PatchFact
 */

const PAGE = 50;
const FACTS = 500;
const TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";
const LABEL = "http://www.w3.org/2000/01/rdf-schema#label";
const ORIGIN = new Set(["https://w3id.org/controlgraph/ns#sourceFile", "https://w3id.org/controlgraph/ns#sourceRow"]);

/** What the ontology does not name. @type {Record<string, string>} */
const NAMES = { [TYPE]: "Is a", [LABEL]: "Name" };

/** @param {Context} context */
export async function show(context) {
  const { params } = context;
  await (params.get("revision") ? one(context, params.get("revision") ?? "") : all(context));
}

/** @param {Context} context */
async function all({ main, params, signal }) {
  document.title = "History – ControlGraph";
  let revisions;
  let latest;
  try {
    const answer = await get("/api/v1/revisions", [["limit", PAGE], ["from", params.get("from")]], signal);
    revisions = /** @type {Revision[]} */ ((await answer.json()).revisions);
    latest = Number(answer.headers.get("ControlGraph-Revision"));
  } catch (error) {
    render(html`<h1>History</h1>${failed(error)}`, main);
    return;
  }
  render(
    html`<h1>History</h1>
      <p class="lead">Every change of the graph is a revision, whoever's data it touches. None is ever altered; what was wrong is taken back by another one.</p>
      ${revisions.length === 0 ? empty("Nothing was written yet.") : table(revisions)}
      ${pager(revisions, latest)}`,
    main,
  );
}

/** @param {Revision[]} revisions */
function table(revisions) {
  return html`<div class="scroll" role="region" tabindex="0" aria-label="Revisions, the newest first">
    <table class="revisions">
      <thead><tr>
        <th scope="col" class="number">Revision</th><th scope="col">Why</th><th scope="col">Who</th><th scope="col">When</th>
        <th scope="col" class="number">Added</th><th scope="col" class="number">Removed</th>
      </tr></thead>
      <tbody>
        ${revisions.map(
          (each) => html`<tr>
            <td class="number">${each.number}</td>
            <th scope="row"><a href=${href("/history", { revision: each.number })}>${each.message || "No reason given"}</a></th>
            <td>${each.author}</td>
            <td>${moment(each.at)}</td>
            <td class="number">${count(each.added)}</td>
            <td class="number">${count(each.deleted)}</td>
          </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

/**
 * @param {Revision[]} revisions
 * @param {number} latest
 */
function pager(revisions, latest) {
  const first = revisions[0]?.number ?? 0;
  const last = revisions[revisions.length - 1]?.number ?? 1;
  return first < latest || last > 1
    ? html`<nav class="pager" aria-label="Pages of the history">
        ${first < latest ? html`<a rel="prev" href=${changed({ from: first + PAGE >= latest ? null : first + PAGE })}>Newer</a>` : nothing}
        ${last > 1 ? html`<a rel="next" href=${changed({ from: last - 1 })}>Older</a>` : nothing}
      </nav>`
    : nothing;
}

/** @param {string} at */
function moment(at) {
  return text({ value: at.replace(/\.\d+/, ""), datatype: "#dateTime" });
}

/**
 * @param {Context} context
 * @param {string} number
 */
async function one({ main, signal }, number) {
  let revision;
  let latest;
  try {
    const answer = await get(`/api/v1/revisions/${encodeURIComponent(number)}`, [], signal);
    revision = /** @type {Revision} */ (await answer.json());
    latest = (await getJson("/api/v1/revisions", [["limit", 1]], signal)).revisions[0]?.number ?? revision.number;
  } catch (error) {
    render(html`<h1>Revision ${number}</h1>${failed(error)}<p><a href=${href("/history")}>All revisions</a></p>`, main);
    return;
  }
  document.title = `Revision ${number}: ${revision.message} – ControlGraph`;
  render(
    html`<nav class="crumbs" aria-label="Where you are"><a href=${href("/history")}>History</a><span>Revision ${revision.number}</span></nav>
      <h1>${revision.message || `Revision ${revision.number}`}</h1>
      <p class="lead">Revision ${revision.number}, by ${revision.author} on ${moment(revision.at)}.
        ${plural(revision.added, "statement", "statements")} added, ${count(revision.deleted)} removed.</p>
      <p class="links">
        ${revision.number > 1 ? html`<a rel="prev" href=${changed({ revision: revision.number - 1 })}>Revision ${revision.number - 1}</a>` : nothing}
        ${revision.number < latest ? html`<a rel="next" href=${changed({ revision: revision.number + 1 })}>Revision ${revision.number + 1}</a>` : nothing}
        <a data-away download=${`revision-${revision.number}.rdfp`} href=${revision.patch}>As an RDF Patch</a>
      </p>
      <cg-undo .number=${revision.number}></cg-undo>
      <h2 id="facts-title">What it changed</h2>
      <div id="facts"></div>`,
    main,
  );
  const place = /** @type {HTMLElement} */ (main.querySelector("#facts"));
  await fill(place, "what it changed", signal, () => facts(revision, signal));
}

/**
 * @param {Revision} revision
 * @param {AbortSignal} signal
 */
async function facts(revision, signal) {
  const answer = await get(revision.patch, [], signal);
  const { facts: read, passed, whole } = await firstFacts(chunks(answer), FACTS, isSaid);
  const labels = await labelsOf(read.flatMap((each) => [each.subject, each.property, ...(each.value.type === "uri" ? [each.value.value] : [])]));
  // What was taken away has its label in the record only.
  read.filter((each) => each.property === LABEL && !labels.has(each.subject)).forEach((each) => labels.set(each.subject, each.value.value));
  const changes = changesOf(read, (fact) => fact.property === TYPE);
  const rest = revision.added + revision.deleted - read.length - passed;
  return html`
    ${read.length === 0
      ? empty("It changed only where things came from.")
      : changeList(changes, {
          thing: (subject) => link({ iri: subject, label: labels.get(subject) }),
          property: (name) => NAMES[name] ?? capital(labels.get(name) ?? sentence(shortName(name))),
          value: (/** @type {PatchFact["value"]} */ term) => (term.type === "uri" ? link({ iri: term.value, label: labels.get(term.value) }) : text(term)),
        })}
    ${whole || rest <= 0
      ? nothing
      : html`<p class="rest">These are the first ${count(read.length)} facts; ${plural(rest, "more is", "more are")} in the RDF Patch.</p>`}
    ${passed > 0 ? html`<p class="hint">${plural(passed, "more statement says", "more statements say")} from which file and row things came, who brought them and when.</p>` : nothing}`;
}

/** Whether a fact is about the world, and not about where facts came from. @param {PatchFact} fact */
function isSaid(fact) {
  return fact.subject !== fact.graph && !ORIGIN.has(fact.property);
}

/** @param {string} words */
function capital(words) {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** @param {Response} response @returns {AsyncIterable<string>} */
async function* chunks(response) {
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  try {
    for (let next = await reader?.read(); next && !next.done; next = await reader?.read()) {
      yield next.value;
    }
  } finally {
    await reader?.cancel();
  }
}
