import { html, nothing, render } from "lit-html";
import { get, getJson, rowsOf, withQuery } from "../../app/api.js";
import { changed, href, parameters } from "../../app/address.js";
import { open } from "../../app/router.js";
import { count, isIri, plural } from "../../app/words.js";
import { STANDINGS, RUNGS, reasoned } from "../../components/badge/badge.js";
import { bar, figure } from "../../components/ladder/ladder.js";
import { empty, failed, fill } from "../../components/states/states.js";
import { link } from "../../components/term/term.js";
import { crosswalk } from "./crosswalk.js";
import "../../components/table/table.js";

/**
 * A framework: its requirements with n of N cells on each rung, the cells behind a figure, the
 * Statement of Applicability of an organisation, or the way to another framework.
 *
 * @typedef {import("../../app/views.js").Context} Context
 * @typedef {import("../../app/api.js").Row} Row
 * @typedef {{iri: string, label: string, id: string}} Framework
 */

const MOST = 10000;

/** The parts of the page, by the parameter `show`. @type {Record<string, string>} */
const PARTS = {
  requirements: "Requirements",
  cells: "Cells",
  applicability: "Statement of Applicability",
  crosswalk: "Crosswalk",
};

/** @param {Context} context */
export async function show(context) {
  const { main, params, org, signal } = context;
  /** @type {Framework[]} */
  let all;
  try {
    all = await frameworks(signal);
  } catch (error) {
    render(html`<h1>Frameworks</h1>${failed(error)}`, main);
    return;
  }
  const given = params.get("framework");
  const framework = all.find((each) => each.iri === given || each.id === given) ?? (given ? null : await mostUsed(all, context));
  if (!framework) {
    render(
      html`<h1>No such framework</h1>
        ${all.length === 0 ? empty("The graph holds no framework.") : html`<ul>${all.map((each) => html`<li><a href=${href("/framework", { framework: each.id })}>${each.label}</a></li>`)}</ul>`}`,
      main,
    );
    return;
  }
  const filtered = ["standing", "theme", "kind", "requirement", "target"].some((name) => params.get(name));
  const part = params.get("show") ?? (filtered ? "cells" : "requirements");
  document.title = `${framework.label} – ControlGraph`;
  render(
    html`<h1>${framework.label}${org ? html` <span class="at">at</span> ${org.label}` : nothing}</h1>
      <div class="tools">
        <label>Framework
          <select @change=${(/** @type {Event} */ event) => open(href("/framework", { framework: value(event), show: params.get("show") }))}>
            ${all.map((each) => html`<option value=${each.id} ?selected=${each === framework}>${each.label}</option>`)}
          </select>
        </label>
      </div>
      <nav class="tabs" aria-label=${`Parts of ${framework.label}`}>
        ${Object.entries(PARTS).map(
          ([name, title]) => html`<a href=${href("/framework", { framework: framework.id, show: name })}
            aria-current=${name === part ? "page" : nothing}>${title}</a>`,
        )}
      </nav>
      <div id="part"></div>`,
    main,
  );
  const place = /** @type {HTMLElement} */ (main.querySelector("#part"));
  await fill(place, (PARTS[part] ?? part).toLowerCase(), signal, () => {
    switch (part) {
      case "cells":
        return cells(context, framework);
      case "applicability":
        return applicability(context, framework);
      case "crosswalk":
        return crosswalk(context, framework, all);
      default:
        return requirements(context, framework);
    }
  });
}

/** @param {Event} event */
function value(event) {
  return /** @type {HTMLSelectElement} */ (event.target).value;
}

/** @param {AbortSignal} signal */
async function frameworks(signal) {
  const query = `PREFIX cg: <https://w3id.org/controlgraph/ns#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
SELECT ?framework (SAMPLE(?name) AS ?label) WHERE { ?framework a cg:Framework OPTIONAL { ?framework rdfs:label ?name } }
GROUP BY ?framework ORDER BY DESC(?label)`;
  const { rows } = await rowsOf(await get("/sparql", [["query", query], ["format", "json"]], signal));
  return rows.map((row) => ({
    iri: row.framework.value,
    label: row.label?.value ?? row.framework.value,
    id: row.framework.value.split("/").pop() ?? row.framework.value,
  }));
}

/**
 * The framework with the most cells, to begin with.
 *
 * @param {Framework[]} all
 * @param {Context} context
 */
async function mostUsed(all, { org, day, signal }) {
  const { rows } = await rowsOf(await get("/api/v1/coverage", [["by", "framework"], ["org", org?.iri], ["day", day]], signal));
  const cells = new Map(all.map((each) => [each.iri, 0]));
  rows.forEach((row) => cells.set(row.framework.value, (cells.get(row.framework.value) ?? 0) + figure(row, "cells")));
  return [...all].sort((a, b) => (cells.get(b.iri) ?? 0) - (cells.get(a.iri) ?? 0))[0];
}

/**
 * @param {Context} context
 * @param {Framework} framework
 */
async function requirements({ org, day, signal }, framework) {
  const given = /** @type {Array<[string, string|undefined]>} */ ([
    ["by", "requirement"], ["framework", framework.iri], ["org", org?.iri], ["day", day],
  ]);
  const { rows } = await rowsOf(await get("/api/v1/coverage", given, signal));
  if (rows.length === 0) {
    return empty(`${org ? org.label : "No organisation"} has no management system with ${framework.label}.`);
  }
  const cellsOf = (/** @type {Row} */ row, /** @type {string|undefined} */ rung) =>
    href("/framework", {
      framework: framework.id, show: "cells", requirement: row.requirement?.value, standing: rung,
      org: row.org?.value.split("/").pop(),
    });
  const columns = [
    ...(org ? [] : [{
      name: "Organisation",
      cell: (/** @type {Row} */ row) => link({ iri: row.org.value, label: row.orgLabel?.value }),
      text: (/** @type {Row} */ row) => row.orgLabel?.value ?? "",
    }]),
    { name: "Id", cell: (/** @type {Row} */ row) => row.requirementId?.value ?? "", text: (/** @type {Row} */ row) => row.requirementId?.value ?? "" },
    {
      name: "Requirement",
      cell: (/** @type {Row} */ row) => html`${link({ iri: row.requirement.value, label: row.requirementLabel?.value })}
        ${bar(figure(row, "effective"), figure(row, "cells"))}`,
      text: (/** @type {Row} */ row) => row.requirementLabel?.value ?? "",
    },
    { name: "Cells", number: true, cell: (/** @type {Row} */ row) => html`<a href=${cellsOf(row, undefined)}>${count(figure(row, "cells"))}</a>`, text: (/** @type {Row} */ row) => figure(row, "cells") },
    ...[...RUNGS].reverse().map((rung) => ({
      name: rung[0].toUpperCase() + rung.slice(1), number: true,
      cell: (/** @type {Row} */ row) => linked(figure(row, rung), cellsOf(row, rung)),
      text: (/** @type {Row} */ row) => figure(row, rung),
    })),
    { name: "Not applicable", number: true, cell: (/** @type {Row} */ row) => linked(figure(row, "notApplicable"), cellsOf(row, "not-applicable")), text: (/** @type {Row} */ row) => figure(row, "notApplicable") },
  ];
  return html`<cg-table label=${`Requirements of ${framework.label}`} file=${`coverage-${framework.id}`} .columns=${columns} .rows=${rows}></cg-table>`;
}

/** A figure that leads to the cells behind it, if there are any. @param {number} number @param {string} where */
function linked(number, where) {
  return number > 0 ? html`<a href=${where}>${count(number)}</a>` : count(number);
}

/**
 * @param {Context} context
 * @param {Framework} framework
 */
async function cells({ params, org, day, signal }, framework) {
  const wanted = params.get("standing") ?? "";
  const reached = RUNGS.includes(wanted) ? RUNGS.slice(0, RUNGS.indexOf(wanted) + 1) : [];
  const theme = params.get("theme");
  const [answer, inTheme] = await Promise.all([
    getJson("/api/v1/coverage/cells", [
      ["framework", framework.iri], ["org", org?.iri], ["day", day], ["limit", MOST],
      ["requirement", params.get("requirement")], ["target", params.get("target")], ["kind", params.get("kind")],
      ["standing", reached.length > 0 ? null : wanted],
    ], signal),
    theme ? requirementsOf(theme, signal) : null,
  ]);
  const rows = answer.cells.filter(
    (/** @type {any} */ cell) =>
      (reached.length === 0 || reached.includes(cell.standing)) && (!inTheme || inTheme.has(cell.requirement.iri)),
  );
  const columns = [
    ...(org ? [] : [{
      name: "Organisation",
      cell: (/** @type {any} */ cell) => link(cell.organisation),
      text: (/** @type {any} */ cell) => cell.organisation.label ?? "",
    }]),
    { name: "Id", cell: (/** @type {any} */ cell) => cell.id ?? "", text: (/** @type {any} */ cell) => cell.id ?? "" },
    { name: "Requirement", cell: (/** @type {any} */ cell) => link(cell.requirement), text: (/** @type {any} */ cell) => cell.requirement.label ?? "" },
    { name: "Target", cell: (/** @type {any} */ cell) => link(cell.target), text: (/** @type {any} */ cell) => cell.target.label ?? "" },
    { name: "Kind", cell: (/** @type {any} */ cell) => cell.kind?.label ?? "", text: (/** @type {any} */ cell) => cell.kind?.label ?? "" },
    { name: "Stands at", cell: (/** @type {any} */ cell) => reasoned(cell, cell.standing), text: (/** @type {any} */ cell) => order(cell.standing) },
  ];
  const filters = ["requirement", "target", "kind", "theme", "standing"].filter((name) => params.get(name));
  return html`
    <div class="tools">
      <label>Standing
        <select @change=${(/** @type {Event} */ event) => open(changed({ show: "cells", standing: value(event) }))}>
          <option value="">any</option>
          ${Object.entries(STANDINGS).map(([name, words]) => html`<option value=${name} ?selected=${name === wanted}>${words}${RUNGS.includes(name) && name !== "effective" ? " or above" : ""}</option>`)}
        </select>
      </label>
      ${filters.length > 0
        ? html`<a class="button" href=${href("/framework", { framework: framework.id, show: "cells" })}>Show all cells</a>`
        : nothing}
    </div>
    ${rows.length === 0
      ? empty("No cell is like that.")
      : html`<cg-table label=${`Cells of ${framework.label}`} file=${`cells-${framework.id}`} .columns=${columns} .rows=${rows}></cg-table>`}
    ${answer.total > answer.cells.length
      ? html`<p>Only the first ${count(MOST)} of ${plural(answer.total, "cell", "cells")} were read; choose an organisation.</p>`
      : nothing}`;
}

/** @param {string} name */
function order(name) {
  return Object.keys(STANDINGS).indexOf(name);
}

/**
 * @param {string} theme
 * @param {AbortSignal} signal
 */
async function requirementsOf(theme, signal) {
  if (!isIri(theme)) {
    return new Set();
  }
  const query = `SELECT ?requirement { ?requirement <https://w3id.org/controlgraph/ns#theme> <${theme}> }`;
  const { rows } = await rowsOf(await get("/sparql", [["query", query], ["format", "json"]], signal));
  return new Set(rows.map((row) => row.requirement.value));
}

/**
 * @param {Context} context
 * @param {Framework} framework
 */
async function applicability({ org, organisations, day, signal }, framework) {
  if (!org) {
    return html`<p class="state">A Statement of Applicability is of one organisation:
      ${organisations.map((each) => html`<a href=${changed({ ...Object.fromEntries(parameters()), org: each.id })}>${each.label}</a> `)}</p>`;
  }
  const given = /** @type {Array<[string, string]>} */ ([["org", org.iri], ["framework", framework.iri], ["day", day]]);
  const path = "/api/v1/queries/framework/statement-of-applicability";
  const { rows } = await rowsOf(await get(path, [...given, ["format", "json"]], signal));
  if (rows.length === 0) {
    return empty(`${org.label} has no approved Statement of Applicability for ${framework.label} on ${day}.`);
  }
  const text = (/** @type {string} */ column) => (/** @type {Row} */ row) => row[column]?.value ?? "";
  const yes = (/** @type {Row} */ row) => row.applicable?.value === "true";
  const columns = [
    { name: "Id", cell: text("requirementId"), text: text("requirementId") },
    { name: "Requirement", cell: (/** @type {Row} */ row) => link({ iri: row.requirement.value, label: row.requirementLabel?.value }), text: text("requirementLabel") },
    { name: "Applicable", cell: (/** @type {Row} */ row) => (yes(row) ? "yes" : html`<strong>no</strong>`), text: (/** @type {Row} */ row) => (yes(row) ? "yes" : "no") },
    { name: "Reasons", cell: text("reasons"), text: text("reasons") },
    { name: "Justification", cell: text("justification"), text: text("justification") },
    {
      name: "Effective", number: true,
      cell: (/** @type {Row} */ row) => (yes(row) ? html`<a href=${href("/framework", { framework: framework.id, show: "cells", requirement: row.requirement.value })}>${count(figure(row, "effective"))} of ${count(figure(row, "cells"))}</a>` : "–"),
      text: (/** @type {Row} */ row) => figure(row, "effective") / Math.max(1, figure(row, "cells")),
    },
  ];
  return html`<p class="lead">${link({ iri: rows[0].soa.value, label: rows[0].soaLabel?.value })}, as approved on ${day}.</p>
    <cg-table label=${`Statement of Applicability of ${org.label}`} file=${`soa-${org.id}`} .columns=${columns} .rows=${rows}></cg-table>
    <p class="links">${["csv", "xlsx"].map((format) => html`<a download href=${withQuery(path, [...given, ["format", format]])}>${format.toUpperCase()}</a>`)}</p>`;
}
