import { html, nothing, render } from "lit-html";
import { get, rowsOf } from "../../app/api.js";
import { href } from "../../app/address.js";
import { incidentsOf } from "../../app/incidents.js";
import { open } from "../../app/router.js";
import { empty, fill } from "../../components/states/states.js";
import "../../components/search/search.js";

/**
 * Where a walk can begin: what one looks for, or what others often begin with.
 *
 * @param {import("../../app/views.js").Context} context
 */
export async function start(context) {
  const { main, org, organisations, day, catalogue, signal } = context;
  render(
    html`<h1>Explore</h1>
      <p class="lead">Begin with one thing and walk from link to link. You see how many links there are before you open them.</p>
      <div class="tools">
        <cg-search picks label="Begin with" @pick=${(/** @type {CustomEvent} */ event) => open(href("/explore", { node: event.detail.iri }))}></cg-search>
      </div>
      <div class="cards begin">
        <section class="card" aria-labelledby="from-incidents"><h2 id="from-incidents">An incident</h2><div id="incidents"></div></section>
        <section class="card" aria-labelledby="from-risks"><h2 id="from-risks">A high risk without treatment</h2><div id="risks"></div></section>
        <section class="card" aria-labelledby="from-frameworks"><h2 id="from-frameworks">A framework</h2><div id="frameworks"></div></section>
        ${organisations.length > 0
          ? html`<section class="card" aria-labelledby="from-organisations"><h2 id="from-organisations">An organisation</h2>
              ${things((org ? [org] : organisations).slice(0, SHOWN))}</section>`
          : nothing}
      </div>`,
    main,
  );
  const incidents = async () => inTurn((await incidentsOf(context)).map(({ iri, label, organisation: of }) => ({ iri, label, of })));
  const risks = async () => {
    const question = catalogue.queries.find((each) => each.name === "risk/high-not-treated");
    return question
      ? inTurn(named(await rowsOf(await get(question.href, [["org", org?.iri], ["day", day], ["format", "json"]], signal)), "risk"))
      : [];
  };
  const frameworks = async () =>
    named(await rowsOf(await get("/api/v1/coverage", [["by", "framework"], ["org", org?.iri], ["day", day]], signal)), "framework");
  await Promise.all([
    fill(place(main, "#incidents"), "incidents", signal, async () => things(await incidents())),
    fill(place(main, "#risks"), "risks", signal, async () => things(await risks())),
    fill(place(main, "#frameworks"), "frameworks", signal, async () => things((await frameworks()).map(({ iri, label }) => ({ iri, label })))),
  ]);
}

const SHOWN = 6;

/**
 * @param {HTMLElement} main
 * @param {string} selector
 */
function place(main, selector) {
  return /** @type {HTMLElement} */ (main.querySelector(selector));
}

/**
 * @typedef {{iri: string, label?: string, of?: string}} Named of is the organisation's name
 */

/**
 * The things of a column, each once.
 *
 * @param {import("../../app/api.js").Rows} answer
 * @param {string} column
 * @returns {Named[]}
 */
function named({ rows }, column) {
  const all = new Map(
    rows
      .filter((row) => row[column]?.type === "uri")
      .map((row) => [row[column].value, { iri: row[column].value, label: row[`${column}Label`]?.value, of: row.orgLabel?.value }]),
  );
  return [...all.values()];
}

/**
 * The first of each organisation before the second of any.
 *
 * @param {Named[]} all
 */
function inTurn(all) {
  const groups = [...new Set(all.map((each) => each.of))].map((of) => all.filter((each) => each.of === of));
  const longest = Math.max(0, ...groups.map((each) => each.length));
  return Array.from({ length: longest }, (_, at) => groups.flatMap((each) => each.slice(at, at + 1))).flat();
}

/** @param {Named[]} all */
function things(all) {
  return all.length === 0
    ? empty("None is recorded.")
    : html`<ul class="rows">${all.slice(0, SHOWN).map(
        ({ iri, label, of }) => html`<li><a href=${href("/explore", { node: iri })}>${label ?? iri}</a>${of ? html`<span class="hint">${of}</span>` : nothing}</li>`,
      )}</ul>`;
}
