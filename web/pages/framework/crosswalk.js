import { html, nothing } from "lit-html";
import { getJson } from "../../app/api.js";
import { changed } from "../../app/address.js";
import { open } from "../../app/router.js";
import { count, plural } from "../../app/words.js";
import { empty } from "../../components/states/states.js";
import { link } from "../../components/term/term.js";
import "../../components/table/table.js";

/**
 * From one framework to another: for each requirement of the other what answers it, direct mappings
 * told from derived ones by the line between them, solid or dashed, and by a word.
 *
 * @typedef {import("../../app/views.js").Context} Context
 * @typedef {import("./framework.js").Framework} Framework
 */

/** What became of a requirement of the other framework. @type {Record<string, string>} */
const OUTCOMES = {
  direct: "mapped directly",
  derived: "derived only",
  "no-match": "reviewed: no match",
  unmapped: "not mapped",
};

/**
 * @param {Context} context
 * @param {Framework} from
 * @param {Framework[]} all
 */
export async function crosswalk({ params, org, day, signal }, from, all) {
  const others = all.filter((each) => each !== from);
  const to = others.find((each) => each.id === params.get("to")) ?? others[0];
  if (!to) {
    return empty("There is no other framework to cross to.");
  }
  const answer = await getJson(
    "/api/v1/crosswalk", [["from", from.iri], ["to", to.iri], ["org", org?.iri], ["day", day]], signal);
  const kinds = Object.keys(OUTCOMES).filter((name) => answer.requirements.some((/** @type {any} */ each) => each.standing === name));
  return html`
    <div class="tools">
      <label>To
        <select @change=${(/** @type {Event} */ event) => open(changed({ show: "crosswalk", to: /** @type {HTMLSelectElement} */ (event.target).value }))}>
          ${others.map((each) => html`<option value=${each.id} ?selected=${each === to}>${each.label}</option>`)}
        </select>
      </label>
    </div>
    <p class="lead">Of ${plural(answer.requirements.length, "requirement", "requirements")} of ${to.label}:
      ${kinds.map((name, at) => html`${at > 0 ? ", " : nothing}${count(answer.requirements.filter((/** @type {any} */ each) => each.standing === name).length)} ${OUTCOMES[name]}`)}.
      Derived mappings are a hint and never count as coverage.</p>
    ${answer.carryOver ? carryOver(answer.carryOver, from, to) : html`<p class="state">Choose an organisation above to see what of its work carries over, and what is left to do.</p>`}
    <h2>Mappings</h2>
    ${mappings(answer.requirements, from, to)}`;
}

/**
 * @param {any[]} requirements
 * @param {Framework} from
 * @param {Framework} to
 */
function mappings(requirements, from, to) {
  const columns = [
    { name: from.label, cell: (/** @type {any} */ row) => sources(row), text: (/** @type {any} */ row) => ends(row).map((each) => idOf(each.iri)).join(" ") },
    { name: "Link", cell: (/** @type {any} */ row) => line(row), text: (/** @type {any} */ row) => OUTCOMES[row.standing] ?? row.standing },
    { name: to.label, cell: (/** @type {any} */ row) => html`<b>${row.id ?? ""}</b> ${link(row.requirement)}`, text: (/** @type {any} */ row) => `${row.id ?? ""} ${row.requirement.label ?? ""}` },
  ];
  return html`<cg-table class="crosswalk" label=${`From ${from.label} to ${to.label}`} file=${`crosswalk-${from.id}-${to.id}`} .columns=${columns} .rows=${requirements}></cg-table>`;
}

/** @param {any} row */
function ends(row) {
  const chains = row.direct.length > 0 ? row.direct : row.derived;
  return [...new Map(chains.map((/** @type {any} */ each) => [each.hops[0].from.iri, each.hops[0].from])).values()];
}

/** @param {any} row */
function sources(row) {
  const all = ends(row);
  return all.length === 0 ? html`<span class="none" aria-label="none">–</span>` : all.map((each) => html`<div><b>${idOf(each.iri)}</b> ${link(each)}</div>`);
}

/** @param {any} row */
function line(row) {
  const chains = row.direct.length > 0 ? row.direct : row.derived;
  const words = [...new Set(chains.map((/** @type {any} */ each) => `${each.weakest.match}${each.hops.length > 1 ? `, ${each.hops.length} hops` : ""}`))];
  return html`<span class="line ${row.standing}"><span class="rule" aria-hidden="true"></span>${OUTCOMES[row.standing] ?? row.standing}${words.length > 0 ? html` <span class="hint">${words.join("; ")}</span>` : nothing}</span>`;
}

/** @param {string} iri */
function idOf(iri) {
  return iri.split("/").pop() ?? iri;
}

/**
 * @param {any} work
 * @param {Framework} from
 * @param {Framework} to
 */
function carryOver(work, from, to) {
  const columns = [
    { name: "Id", cell: (/** @type {any} */ row) => row.id ?? "", text: (/** @type {any} */ row) => row.id ?? "" },
    { name: "Requirement", cell: (/** @type {any} */ row) => link(row.requirement), text: (/** @type {any} */ row) => row.requirement.label ?? "" },
    { name: "Risks that wait", cell: (/** @type {any} */ row) => (row.waiting ?? []).map((/** @type {any} */ each) => html`<div>${link(each)}</div>`), text: (/** @type {any} */ row) => (row.waiting ?? []).map((/** @type {any} */ each) => each.label).join("; ") },
  ];
  return html`
    <p>Of the work of ${link(work.organisation)} for ${from.label}, ${plural(work.answered.length, "requirement", "requirements")} of ${to.label} ${work.answered.length === 1 ? "is" : "are"} answered directly,
      ${count(work.mayCarryOver.length)} may carry over, and ${count(work.remediation.length)} ${work.remediation.length === 1 ? "is" : "are"} left to do.</p>
    ${work.remediation.length > 0
      ? html`<h2>Left to do, those first for which risks wait</h2>
          <cg-table label="Remediation list" file=${`remediation-${to.id}`} .columns=${columns} .rows=${work.remediation}></cg-table>`
      : nothing}`;
}
