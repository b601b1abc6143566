import { html, nothing, render } from "lit-html";
import { getJson, withQuery } from "../../app/api.js";
import { changed, href } from "../../app/address.js";
import { open } from "../../app/router.js";
import { rulesFor } from "../../app/rules.js";
import { count, paragraphs, plural, sentence, shortName } from "../../app/words.js";
import { severity } from "../../components/badge/badge.js";
import { empty, failed } from "../../components/states/states.js";
import { link, text } from "../../components/term/term.js";
import "../../components/table/table.js";

/**
 * The rules that are broken, worst first, and for one of them what breaks it, why that matters and
 * how to mend it. The rows can be taken along as a remediation plan.
 *
 * @typedef {import("../../app/views.js").Context} Context
 * @typedef {{rule: string, summary: string, severity: string, mend: string, gaps: number}} Rule
 * @typedef {{value?: string, iri?: string, label?: string, datatype?: string}} Cell
 * @typedef {{rule: string, severity: string, organisation?: {iri: string, label?: string},
 *     cells: Record<string, Cell>}} Gap
 */

const SEVERITIES = ["critical", "high", "medium", "low"];
const MOST = 5000;

/** @param {Context} context */
export async function show(context) {
  const { main, params, org, day, catalogue, signal } = context;
  const rule = params.get("rule");
  const mildest = params.get("severity") ?? "";
  const scope = /** @type {Array<[string, string|number|null|undefined]>} */ ([["org", org?.iri], ["day", day]]);
  const rulesAsked = rulesFor(catalogue, org);
  let all;
  let one = null;
  try {
    [all, one] = await Promise.all([
      getJson("/api/v1/gaps", [...scope, ...rulesAsked, ["severity", mildest], ["limit", 0]], signal),
      rule ? getJson("/api/v1/gaps", [...scope, ["rule", rule], ["limit", MOST]], signal) : null,
    ]);
  } catch (error) {
    render(html`<h1>Gaps</h1>${failed(error)}`, main);
    return;
  }
  /** @type {Rule[]} */
  const rules = [...all.rules].sort(
    (a, b) =>
      Number(b.gaps > 0) - Number(a.gaps > 0) ||
      SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) ||
      b.gaps - a.gaps,
  );
  const broken = rules.filter((each) => each.gaps > 0);
  document.title = `${one ? one.rules[0]?.summary : "Gaps"} – ControlGraph`;
  render(
    html`${one ? html`<nav class="crumbs" aria-label="Where you are"><a href=${href("/gaps")}>Gaps</a><span>Rule</span></nav>` : nothing}
      <h1>${one ? (one.rules[0]?.summary ?? rule) : "Gaps"}</h1>
      ${one
        ? detail(one, rule ?? "", context)
        : html`<p class="lead">
              ${plural(broken.length, "rule", "rules")} of ${count(rules.length)} broken by ${plural(all.total, "gap", "gaps")} on ${day}.
            </p>
            <div class="tools">
              <label>At least
                <select @change=${(/** @type {Event} */ event) => open(changed({ severity: /** @type {HTMLSelectElement} */ (event.target).value }))}>
                  <option value="">any severity</option>
                  ${SEVERITIES.map((each) => html`<option value=${each} ?selected=${each === mildest}>${each}</option>`)}
                </select>
              </label>
              <a class="button" download="remediation-plan.json" href=${withQuery("/api/v1/gaps", [...scope, ...rulesAsked, ["severity", mildest], ["limit", 10000]])}>Remediation plan (JSON)</a>
            </div>
            ${table(rules)}`}`,
    main,
  );
}

/** @param {Rule[]} rules */
function table(rules) {
  const columns = [
    { name: "Severity", cell: (/** @type {Rule} */ each) => severity(each.severity), text: (/** @type {Rule} */ each) => SEVERITIES.indexOf(each.severity) },
    {
      name: "Rule",
      cell: (/** @type {Rule} */ each) => html`<a href=${href("/gaps", { rule: each.rule })}>${each.summary}</a>`,
      text: (/** @type {Rule} */ each) => each.summary,
    },
    {
      name: "Gaps", number: true,
      cell: (/** @type {Rule} */ each) => (each.gaps > 0 ? count(each.gaps) : "none"),
      text: (/** @type {Rule} */ each) => each.gaps,
    },
    { name: "How to mend it", cell: (/** @type {Rule} */ each) => each.mend, text: (/** @type {Rule} */ each) => each.mend },
  ];
  return html`<cg-table label="Rules, broken ones first" file="rules" .columns=${columns} .rows=${rules}></cg-table>`;
}

/**
 * @param {{rules: Rule[], gaps: Gap[], total: number}} answer
 * @param {string} name
 * @param {Context} context
 */
function detail(answer, name, { catalogue, day, org }) {
  const rule = answer.rules[0];
  const question = catalogue.queries.find((each) => each.name === name);
  const columns = [...new Set(answer.gaps.flatMap((each) => Object.keys(each.cells)))];
  const table = [
    ...(org ? [] : [{
      name: "Organisation",
      cell: (/** @type {Gap} */ each) => (each.organisation ? link(each.organisation) : nothing),
      text: (/** @type {Gap} */ each) => each.organisation?.label ?? "",
    }]),
    ...columns.map((column) => ({
      name: sentence(column),
      number: answer.gaps.some((each) => /#(integer|decimal)$/.test(each.cells[column]?.datatype ?? "")),
      cell: (/** @type {Gap} */ each) => shown(each.cells[column]),
      text: (/** @type {Gap} */ each) => plain(each.cells[column]),
    })),
    ...(answer.gaps.some(reasonOf) ? [{ name: "Reason", cell: reason, text: () => "" }] : []),
  ];
  return html`
    <p>${severity(rule.severity)} ${question?.question ?? ""}</p>
    ${question?.description ? paragraphs(question.description).map((each) => html`<p>${each}</p>`) : nothing}
    <p class="mend"><strong>To mend it:</strong> ${rule.mend}</p>
    ${answer.total === 0
      ? empty(`Nothing breaks this rule on ${day}.`)
      : html`<cg-table label=${rule.summary} file=${name.replaceAll("/", "-")} .columns=${table} .rows=${answer.gaps}></cg-table>
          ${answer.total > answer.gaps.length
            ? html`<p>Only the first ${count(answer.gaps.length)} of ${count(answer.total)} are shown; choose an organisation, or take all as a file.</p>`
            : nothing}`}
    <p class="links">
      <a href=${href("/", { question: name })}>As a question</a>
      ${["csv", "xlsx", "json"].map(
        (format) => html`<a download href=${withQuery("/api/v1/gaps", [["rule", name], ["org", org?.iri], ["day", day], ["format", format]])}>${format.toUpperCase()}</a>`,
      )}
    </p>`;
}

/**
 * Where the reason of a gap in coverage stands: the cell of its requirement at its target, or the
 * cells of its requirement in its framework. For other gaps it is what the row itself says.
 *
 * @param {Gap} gap
 */
function reasonOf({ cells: { requirement, target, framework }, organisation }) {
  if (requirement?.iri && target?.iri) {
    return href("/cell", { requirement: requirement.iri, target: target.iri, framework: framework?.iri, ...(organisation ? { org: organisation.iri } : {}) });
  }
  return requirement?.iri && framework?.iri
    ? href("/framework", { framework: framework.iri, show: "cells", requirement: requirement.iri, ...(organisation ? { org: organisation.iri } : {}) })
    : null;
}

/** @param {Gap} gap */
function reason(gap) {
  const where = reasonOf(gap);
  const { requirement, target } = gap.cells;
  return where ? html`<a href=${where} aria-label=${`Why: ${requirement.label ?? ""}${target ? ` at ${target.label ?? ""}` : ""}`}>why</a>` : nothing;
}

/** @param {Cell|undefined} cell */
function shown(cell) {
  if (!cell) {
    return html`<span class="none" aria-label="none">–</span>`;
  }
  return cell.iri ? link({ iri: cell.iri, label: cell.label }) : text({ value: cell.value ?? "", datatype: cell.datatype });
}

/** @param {Cell|undefined} cell */
function plain(cell) {
  const value = cell?.value ?? "";
  if (cell?.iri) {
    return cell.label ?? shortName(cell.iri);
  }
  return /^-?\d+(\.\d+)?$/.test(value) ? Number(value) : value;
}
