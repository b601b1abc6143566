import { html, nothing, render } from "lit-html";
import { get, getJson, rowsOf } from "../../app/api.js";
import { href, thingHref } from "../../app/address.js";
import { incidentsOf } from "../../app/incidents.js";
import { rulesFor } from "../../app/rules.js";
import { count, plural, sentence } from "../../app/words.js";
import { severity } from "../../components/badge/badge.js";
import { heatLegend, heatMap } from "../../components/heat-map/heat-map.js";
import { bar, figure, ladder } from "../../components/ladder/ladder.js";
import { empty, fill } from "../../components/states/states.js";
import { timeline } from "../../components/timeline/timeline.js";
import { findings } from "./findings.js";

/**
 * The first page: in words what is wrong, then how far each framework is covered, where it is weak
 * and at what, the worst gaps, the incidents, and what changed lately. Each figure leads to the
 * rows behind it.
 *
 * @typedef {import("../../app/views.js").Context} Context
 * @typedef {import("../../app/api.js").Row} Row
 */

const WORST = 8;
const LATEST = 5;

/** @param {Context} context */
export async function show(context) {
  const { main, org, day } = context;
  document.title = `Overview – ControlGraph`;
  render(
    html`
      <h1>${org ? org.label : "All organisations"}</h1>
      <p class="lead">
        A cell is an applicable requirement at a target where it is expected. It climbs four rungs: claimed,
        evidenced, owned, effective. Only the last one protects.
      </p>
      <section class="findings" aria-labelledby="wrong">
        <h2 id="wrong">What is wrong on ${day}</h2>
        <div id="findings"></div>
      </section>
      <section aria-labelledby="frameworks">
        <h2 id="frameworks">${org ? "Frameworks" : "Organisations"}</h2>
        <div id="coverage"></div>
      </section>
      ${org
        ? html`<section aria-labelledby="matrix-title">
            <h2 id="matrix-title">Where it is weak, and at what</h2>
            <div id="matrix"></div>
          </section>`
        : nothing}
      <div class="sides">
        <section aria-labelledby="gaps-title">
          <h2 id="gaps-title">The worst gaps</h2>
          <div id="gaps"></div>
        </section>
        <div>
          <section aria-labelledby="incidents-title">
            <h2 id="incidents-title">Incidents</h2>
            <div id="incidents"></div>
          </section>
          <section aria-labelledby="changes-title">
            <h2 id="changes-title">What changed lately</h2>
            <div id="changes"></div>
          </section>
        </div>
      </div>
    `,
    main,
  );
  await Promise.all([
    part(context, "#findings", "what is wrong", () => findings(context)),
    part(context, "#coverage", "coverage", () => (org ? frameworks(context) : organisations(context))),
    org ? part(context, "#matrix", "the matrix", () => matrix(context)) : null,
    part(context, "#gaps", "the gaps", () => gaps(context)),
    part(context, "#incidents", "the incidents", () => incidents(context)),
    part(context, "#changes", "the history", () => changes(context)),
  ]);
}

/**
 * @param {Context} context
 * @param {string} selector
 * @param {string} what
 * @param {() => Promise<unknown>} make
 */
function part({ main, signal }, selector, what, make) {
  const place = /** @type {HTMLElement} */ (main.querySelector(selector));
  return fill(place, what, signal, make);
}

/**
 * @param {Context} context
 * @param {string} by
 */
async function coverage({ org, day, signal }, by) {
  const given = /** @type {Array<[string, string|undefined]>} */ ([["by", by], ["org", org?.iri], ["day", day]]);
  return (await rowsOf(await get("/api/v1/coverage", given, signal))).rows;
}

/** @param {Context} context */
async function frameworks(context) {
  const rows = await coverage(context, "framework");
  return rows.length === 0 ? nothingYet() : html`<div class="cards">${rows.map(card)}</div>`;
}

/** @param {Row} row */
function card(row) {
  const cells = figure(row, "cells");
  const framework = row.framework?.value ?? "";
  const name = row.frameworkLabel?.value ?? framework;
  const paper = figure(row, "claimed") - figure(row, "evidenced");
  const rest = [
    [paper, "claimed on paper only"],
    [figure(row, "partial"), "partial"],
    [figure(row, "planned"), "planned"],
    [figure(row, "notImplemented"), "not implemented"],
    [figure(row, "notAssessed"), "not assessed"],
  ];
  const out = figure(row, "notApplicable");
  return html`<article class="card">
    <h3><a href=${href("/framework", { framework })}>${name}</a></h3>
    <p class="figure"><strong>${count(figure(row, "effective"))}</strong> of ${count(cells)} cells effective</p>
    ${ladder(row, name, (rung) => href("/framework", { framework, standing: rung }))}
    <p class="below">
      ${rest.map(([n, words]) => (Number(n) > 0 ? html`<span><b>${count(n)}</b> ${words}</span>` : nothing))}
      ${out > 0 ? html`<span class="out">${count(out)} not applicable, outside N</span>` : nothing}
    </p>
  </article>`;
}

/** @param {Context} context */
async function organisations(context) {
  const rows = await coverage(context, "organisation");
  if (rows.length === 0) {
    return nothingYet();
  }
  const id = (/** @type {Row} */ row) =>
    context.organisations.find((each) => each.iri === row.org?.value)?.id ?? row.org?.value;
  const rungs = ["claimed", "evidenced", "owned", "effective"];
  return html`<div class="scroll" role="region" tabindex="0" aria-label="Coverage of organisations, weakest first">
    <table>
      <thead><tr>
        <th scope="col">Organisation</th><th scope="col" class="number">Cells</th>
        ${rungs.map((rung) => html`<th scope="col" class="number">${sentence(rung)}</th>`)}
      </tr></thead>
      <tbody>${rows.map(
        (row) => html`<tr>
          <th scope="row">
            <a href=${href("/", { org: id(row) })}>${row.orgLabel?.value ?? row.org?.value}</a>
            ${bar(figure(row, "effective"), figure(row, "cells"))}
          </th>
          <td class="number">${count(figure(row, "cells"))}</td>
          ${rungs.map((rung) => html`<td class="number">${count(figure(row, rung))}</td>`)}
        </tr>`,
      )}</tbody>
    </table>
  </div>`;
}

function nothingYet() {
  return empty("No organisation has a management system with a framework yet. Import its files first.");
}

/** @param {Context} context */
async function matrix(context) {
  const rows = await coverage(context, "matrix");
  const frameworks = [...new Map(rows.map((row) => [row.framework?.value ?? "", row.frameworkLabel?.value ?? ""]))];
  const kinds = [...new Map(rows.map((row) => [row.kind?.value ?? "", row.kindLabel?.value ?? ""]))];
  kinds.sort((a, b) => a[1].localeCompare(b[1]));
  if (rows.length === 0) {
    return nothingYet();
  }
  return html`
    ${frameworks.map(([framework, label]) => {
      const own = rows.filter((row) => row.framework?.value === framework && figure(row, "cells") > 0);
      const themes = [...new Map(own.map((row) => [row.theme?.value ?? "", row.themeLabel?.value ?? ""]))];
      const used = kinds.filter(([kind]) => own.some((row) => row.kind?.value === kind));
      return html`<h3>${label}</h3>
        ${heatMap({
          label: `Effective cells of ${label} by theme and kind of target`,
          corner: "Theme",
          rows: themes.map(([theme, name]) => ({ name, href: thingHref(theme) })),
          columns: used.map(([, name]) => ({ name })),
          square: (down, along) => {
            const [theme] = themes[down];
            const [kind] = used[along];
            const row = own.find((each) => each.theme?.value === theme && each.kind?.value === kind);
            return row
              ? {
                  part: figure(row, "effective"),
                  whole: figure(row, "cells"),
                  href: href("/framework", { framework, theme, kind }),
                }
              : null;
          },
        })}`;
    })}
    ${heatLegend()}`;
}

/** @param {Context} context */
async function gaps({ org, day, catalogue, signal }) {
  const given = /** @type {Array<[string, string|number|undefined]>} */ ([
    ["org", org?.iri], ["day", day], ["limit", 0], ...rulesFor(catalogue, org),
  ]);
  const { rules } = await getJson("/api/v1/gaps", given, signal);
  const order = ["critical", "high", "medium", "low"];
  const broken = rules
    .filter((/** @type {{gaps: number}} */ each) => each.gaps > 0)
    .sort(
      (/** @type {any} */ a, /** @type {any} */ b) =>
        order.indexOf(a.severity) - order.indexOf(b.severity) || b.gaps - a.gaps,
    );
  if (broken.length === 0) {
    return empty(`No rule is broken on ${day}.`);
  }
  return html`<ul class="rows">
      ${broken.slice(0, WORST).map(
        (/** @type {any} */ each) => html`<li>
          ${severity(each.severity)}
          <a href=${href("/gaps", { rule: each.rule })}>${each.summary}</a>
          <span class="number">${count(each.gaps)}</span>
        </li>`,
      )}
    </ul>
    <p><a href=${href("/gaps")}>All ${plural(broken.length, "broken rule", "broken rules")} of ${count(rules.length)}</a></p>`;
}

/** @param {Context} context */
async function incidents(context) {
  const all = await incidentsOf(context);
  if (all.length === 0) {
    return empty(`No incident is recorded on ${context.day}.`);
  }
  return html`${timeline({
      things: ["incident", "incidents"],
      by: "severity",
      entries: all.map(({ day, severity: kind }) => ({ day, kind })),
      until: context.day,
      where: (period) => href("/trace", { period }),
    })}
    <h3>The latest</h3>
    <ul class="rows">
      ${all.slice(0, LATEST).map(
        ({ iri, label, day }) => html`<li>
          ${day ? html`<time datetime=${day}>${day}</time>` : nothing}
          <a href=${thingHref(iri)}>${label}</a>
        </li>`,
      )}
    </ul>
    ${all.length > LATEST ? html`<p><a href=${href("/trace")}>All ${plural(all.length, "incident", "incidents")}</a></p>` : nothing}`;
}

/** @param {Context} context */
async function changes({ signal }) {
  const { revisions } = await getJson("/api/v1/revisions", [["limit", LATEST]], signal);
  if (revisions.length === 0) {
    return empty("Nothing has been written yet.");
  }
  return html`<ul class="rows">
    ${revisions.map(
      (/** @type {any} */ each) => html`<li>
        <time datetime=${each.at}>${each.at.slice(0, 10)}</time>
        <span>${each.message} <span class="hint">by ${each.author}; ${count(each.added)} added, ${count(each.deleted)} removed</span></span>
      </li>`,
    )}
  </ul>`;
}
