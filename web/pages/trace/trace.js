import { html, nothing, render } from "lit-html";
import { get, getJson, rowsOf, withQuery } from "../../app/api.js";
import { changed, href } from "../../app/address.js";
import { incidentsOf } from "../../app/incidents.js";
import { open } from "../../app/router.js";
import { isIri, plural, sentence } from "../../app/words.js";
import { lanesDrawing, lanesLegend } from "../../components/lanes/lanes.js";
import { pathList } from "../../components/paths/paths.js";
import { empty, failed, fill } from "../../components/states/states.js";
import { link } from "../../components/term/term.js";
import { inWords, isIn } from "../../components/timeline/periods.js";
import "../../components/search/search.js";

/**
 * What led to a thing and what came of it, as lanes; or the best paths between two things.
 *
 * @typedef {import("../../app/views.js").Context} Context
 * @typedef {{iri: string, label?: string}} Ref
 */

/** A drawing of more boxes than this is grouped. */
const READABLE = 30;
const GROUPED = 4;
const CG = "https://w3id.org/controlgraph/ns#";

/** @param {Context} context */
export async function show(context) {
  const { params } = context;
  const node = params.get("node");
  const from = params.get("from");
  const to = params.get("to");
  if (node) {
    await trace(context, node);
  } else if (from || to) {
    await paths(context, from, to);
  } else {
    await start(context);
  }
}

/** @param {Context} context */
async function start(context) {
  const { main, params, signal } = context;
  const period = params.get("period") ?? "";
  const when = inWords(period);
  render(
    html`<h1>Trace</h1>
      <p class="lead">Follow an incident to the control that failed, to who answers for it and to its evidence; or find how two things hang together.</p>
      <div class="tools">
        <cg-search picks label="Trace a thing" @pick=${(/** @type {CustomEvent} */ event) => open(href("/trace", { node: event.detail.iri }))}></cg-search>
        <cg-search picks label="Find paths from" @pick=${(/** @type {CustomEvent} */ event) => open(href("/trace", { from: event.detail.iri }))}></cg-search>
      </div>
      <h2>Incidents${when ? html` of ${when}` : nothing}</h2>
      <div id="incidents"></div>
      ${when ? html`<p class="links"><a href=${changed({ period: null })}>Incidents of any time</a></p>` : nothing}`,
    main,
  );
  const place = /** @type {HTMLElement} */ (main.querySelector("#incidents"));
  await fill(place, "incidents", signal, async () => {
    const all = await incidentsOf(context);
    const shown = when ? all.filter(({ day }) => isIn(day, period)) : all;
    return shown.length === 0
      ? empty("No incident is recorded.")
      : html`<ul class="rows">${shown.map(
          ({ iri, label, organisation, severity, day }) => html`<li>
            ${day ? html`<time datetime=${day}>${day}</time>` : nothing}
            <a href=${href("/trace", { node: iri })}>${label}</a>
            <span class="hint">${[organisation, severity].filter(Boolean).join(", ")}</span></li>`,
        )}</ul>`;
  });
}

/**
 * @param {Context} context
 * @param {string} node
 */
async function trace({ main, params, day, signal }, node) {
  const given = /** @type {Array<[string, string]>} */ ([["node", node], ["day", day]]);
  let answer;
  try {
    answer = await getJson("/api/v1/trace", given, signal);
  } catch (error) {
    render(html`<h1>Trace</h1>${failed(error)}`, main);
    return;
  }
  const findings = answer.lanes.find((/** @type {any} */ lane) => lane.name === "findings")?.nodes ?? [];
  const marks = await fared(findings, signal);
  const lanes = [
    { name: answer.kind, nodes: [answer.node] },
    ...answer.lanes.filter((/** @type {any} */ lane) => lane.nodes.length > 0),
  ].map((lane) => ({
    name: lane.name,
    nodes: lane.nodes.map((/** @type {Ref} */ each) => ({
      iri: each.iri, label: each.label ?? each.iri, mark: marks.get(each.iri),
    })),
  }));
  const boxes = lanes.reduce((sum, lane) => sum + lane.nodes.length, 0);
  const all = params.get("all") !== null;
  const name = answer.node.label ?? node;
  document.title = `Trace of ${name} – ControlGraph`;
  render(
    html`<nav class="crumbs" aria-label="Where you are"><a href=${href("/trace")}>Trace</a><span>${sentence(answer.kind)}</span></nav>
      <h1>${name}</h1>
      <p class="lead">${plural(boxes - 1, "thing", "things")} in ${plural(lanes.length - 1, "lane", "lanes")} hang together with it.
        ${link(answer.node)} has all that is said of it.</p>
      ${marks.size > 0 ? lanesLegend() : nothing}
      ${lanesDrawing({
        label: `Trace of ${name}`,
        lanes,
        edges: answer.edges.map((/** @type {any} */ edge) => ({ from: edge.subject.iri, to: edge.object.iri, reading: edge.reading })),
        most: boxes <= READABLE || all ? Infinity : GROUPED,
        moreHref: changed({ all: "1" }),
      })}
      <details class="as-list"><summary>The same as a list</summary>
        ${answer.lanes.map((/** @type {any} */ lane) => html`<h3>${sentence(lane.name)} <span class="hint">${lane.side}</span></h3>
          <ul>${lane.nodes.map((/** @type {Ref} */ each) => html`<li>${link(each)}${marks.has(each.iri) ? html` – <strong>${marks.get(each.iri)}</strong>` : nothing}</li>`)}</ul>`)}
      </details>
      <p class="links">
        <button type="button" @click=${() => print()}>Print</button>
        ${["turtle", "dot", "mermaid"].map((format) => html`<a href=${withQuery("/api/v1/trace", [...given, ["format", format]])} data-away>${format}</a>`)}
      </p>`,
    main,
  );
}

/**
 * How the control of each finding fared.
 *
 * @param {Ref[]} findings
 * @param {AbortSignal} signal
 * @returns {Promise<Map<string, string>>}
 */
async function fared(findings, signal) {
  const iris = findings.map((each) => each.iri).filter(isIri);
  if (iris.length === 0) {
    return new Map();
  }
  const query = `SELECT ?finding ?result { VALUES ?finding { ${iris.map((iri) => `<${iri}>`).join(" ")} } ?finding <${CG}finding> ?result }`;
  const { rows } = await rowsOf(await get("/sparql", [["query", query], ["format", "json"]], signal));
  return new Map(rows.map((row) => [row.finding.value, row.result.value.split("FindingResult-").pop() ?? ""]));
}

/**
 * @param {Context} context
 * @param {string|null} from
 * @param {string|null} to
 */
async function paths({ main, params, day, signal }, from, to) {
  const k = params.get("k") ?? "3";
  const given = /** @type {Array<[string, string|null]>} */ ([["from", from], ["to", to], ["k", k], ["day", day]]);
  render(
    html`<nav class="crumbs" aria-label="Where you are"><a href=${href("/trace")}>Trace</a><span>Paths</span></nav>
      <h1>How two things hang together</h1>
      <div class="tools">
        <cg-search picks label=${from ? "Another beginning" : "From"} @pick=${(/** @type {CustomEvent} */ event) => open(changed({ from: event.detail.iri }))}></cg-search>
        <cg-search picks label=${to ? "Another end" : "To"} @pick=${(/** @type {CustomEvent} */ event) => open(changed({ to: event.detail.iri }))}></cg-search>
        <label>Paths <select @change=${(/** @type {Event} */ event) => open(changed({ k: /** @type {HTMLSelectElement} */ (event.target).value }))}>
          ${["1", "3", "5", "10"].map((each) => html`<option value=${each} ?selected=${each === k}>${each}</option>`)}
        </select></label>
      </div>
      <div id="paths"></div>`,
    main,
  );
  const place = /** @type {HTMLElement} */ (main.querySelector("#paths"));
  if (!from || !to) {
    render(empty("Choose where the paths begin and where they end."), place);
    return;
  }
  await fill(place, "paths", signal, async () => {
    const answer = await getJson("/api/v1/paths", given, signal);
    document.title = `From ${answer.from.label} to ${answer.to.label} – ControlGraph`;
    return html`<p class="lead">From ${link(answer.from)} to ${link(answer.to)}</p>
      ${answer.paths.length === 0 ? empty("No path of at most eight hops leads from one to the other.") : pathList(answer.paths)}
      <details><summary>How paths are weighed</summary><p>${answer.weighting}</p></details>
      <p class="links">${["turtle", "dot", "mermaid"].map((format) => html`<a href=${withQuery("/api/v1/paths", [...given, ["format", format]])} data-away>${format}</a>`)}</p>`;
  });
}
