import { html, nothing, render } from "lit-html";
import { get, rowsOf, withQuery } from "../../app/api.js";
import { changed, href, questionArguments } from "../../app/address.js";
import { open } from "../../app/router.js";
import { count, folderOf, folderTitle, paragraphs, sentence } from "../../app/words.js";
import { severity } from "../../components/badge/badge.js";
import { bars } from "../../components/bars/bars.js";
import { measures } from "../../components/bars/measures.js";
import { result } from "../../components/result/result.js";
import { empty, fill } from "../../components/states/states.js";
import { value } from "../../components/term/term.js";

/**
 * A question with a form for its parameters, and its answer.
 *
 * @typedef {import("../../app/views.js").Context} Context
 * @typedef {import("../../app/views.js").Question} Question
 * @typedef {import("../../app/views.js").Parameter} Parameter
 */

const MOST = 5000;

/** @param {Context} context */
export async function show({ main, params, day, catalogue, signal }) {
  const name = params.get("question") ?? "";
  const question = catalogue.queries.find((each) => each.name === name);
  if (!question) {
    render(
      html`<h1>No such question</h1>
        ${empty(`There is no question called ${name}.`)}
        <p><a href=${href("/questions")}>All questions</a></p>`,
      main,
    );
    return;
  }
  document.title = `${question.summary} – ControlGraph`;
  const taken = new Set(question.parameters.map((each) => each.name));
  const given = questionArguments().filter(([each]) => taken.has(each));
  const missing = question.parameters.filter(
    (each) => each.required && !each.default && !given.some(([other]) => other === each.name),
  );
  render(
    html`<nav class="crumbs" aria-label="Where you are">
        <a href=${href("/questions")}>Questions</a><span>${folderTitle(folderOf(name))}</span>
      </nav>
      <h1>${question.summary}</h1>
      <p class="lead">${question.question}</p>
      ${question.severity ? html`<p>${severity(question.severity)} if a row is found. ${question.mend ?? ""}</p>` : nothing}
      ${paragraphs(question.description ?? "").map((each) => html`<p>${each}</p>`)}
      ${form(question, new Map(given))}
      <p class="links"><a href=${href("/editor", { question: name, org: null, ...Object.fromEntries(given) })}>Open in the editor</a></p>
      <section aria-labelledby="answer"><h2 id="answer">Answer</h2><div id="rows"></div></section>`,
    main,
  );
  const place = /** @type {HTMLElement} */ (main.querySelector("#rows"));
  if (missing.length > 0) {
    const names = missing.map((each) => sentence(each.name).toLowerCase()).join(" and ");
    render(empty(`Give the ${names} above to get an answer.`), place);
    return;
  }
  const parameters = /** @type {Array<[string, string]>} */ ([...given, ["day", day]]);
  await fill(place, "the answer", signal, () =>
    question.form === "construct" ? graph(question, parameters, signal) : table(question, parameters, { params, day, signal }),
  );
}

/**
 * @param {Question} question
 * @param {Map<string, string>} values
 */
function form(question, values) {
  const own = question.parameters.filter((each) => each.name !== "day");
  if (own.length === 0) {
    return nothing;
  }
  return html`<form class="ask" @submit=${(/** @type {SubmitEvent} */ event) => submit(event, question)}>
    ${own.map((each) => field(each, values.get(each.name) ?? ""))}
    <button type="submit">Ask</button>
  </form>`;
}

/**
 * @param {SubmitEvent} event
 * @param {Question} question
 */
function submit(event, question) {
  event.preventDefault();
  const values = new FormData(/** @type {HTMLFormElement} */ (event.target));
  /** @type {Record<string, string|null>} */
  const given = { question: question.name, org: null };
  for (const [name, text] of values) {
    given[name] = String(text);
  }
  open(href("/", given));
}

/**
 * @param {Parameter} parameter
 * @param {string} value
 */
function field(parameter, value) {
  const id = `parameter-${parameter.name}`;
  const hint = [
    parameter.summary,
    parameter.example ? `for example ${parameter.example}` : null,
    parameter.default ? `otherwise ${parameter.default}` : null,
  ]
    .filter(Boolean)
    .join("; ");
  return html`<div class="field">
    <label for=${id}>${sentence(parameter.name)}${parameter.required ? " (needed)" : ""}</label>
    <input id=${id} name=${parameter.name} .value=${value} type=${inputType(parameter.type)}
      step=${parameter.type === "decimal" ? "any" : nothing} ?required=${parameter.required && !parameter.default}
      aria-describedby=${hint ? `${id}-hint` : nothing}>
    ${hint ? html`<span class="hint" id=${`${id}-hint`}>${hint}</span>` : nothing}
  </div>`;
}

/** @param {string} type */
function inputType(type) {
  if (type === "date") {
    return "date";
  }
  return type === "integer" || type === "decimal" ? "number" : "text";
}

/**
 * @param {Question} question
 * @param {Array<[string, string]>} parameters
 * @param {Pick<Context, "params"|"day"|"signal">} context
 */
async function table(question, parameters, { params, day, signal }) {
  const response = await get(question.href, [...parameters, ["format", "json"], ["limit", MOST]], signal);
  if (question.form === "ask") {
    const yes = (await response.json()).boolean;
    return html`<p class="figure"><strong>${yes ? "Yes" : "No"}</strong></p>`;
  }
  const total = Number(response.headers.get("ControlGraph-Total") ?? 0);
  const { columns, rows } = await rowsOf(response);
  if (rows.length === 0) {
    return empty(`${question.severity ? "Nothing breaks this rule" : "Nothing to list"} on ${day}.`);
  }
  const drawn = measures(columns, rows);
  const chart = drawn && params.get("show") === "chart";
  return html`${drawn ? tabs(Boolean(chart)) : nothing}
    ${chart
      ? drawing(question, drawn, rows, params.get("measure"))
      : result(question.summary, question.name.replaceAll("/", "-"), columns, rows)}
    ${total > rows.length
      ? html`<p>Only the first ${count(rows.length)} of ${count(total)} rows are shown; the downloads have all.</p>`
      : nothing}
    ${downloads(question, parameters, ["csv", "xlsx", "json", "xml"])}`;
}

/** @param {boolean} chart */
function tabs(chart) {
  return html`<nav class="tabs" aria-label="The answer as">
    <a href=${changed({ show: null, measure: null })} aria-current=${chart ? nothing : "page"}>Table</a>
    <a href=${changed({ show: "chart" })} aria-current=${chart ? "page" : nothing}>Chart</a>
  </nav>`;
}

/**
 * @param {Question} question
 * @param {import("../../components/bars/measures.js").Measures} drawn
 * @param {import("../../app/api.js").Row[]} rows
 * @param {string|null} wanted the measure that the address names
 */
function drawing(question, { names, label, numbers }, rows, wanted) {
  const measure = numbers.find((each) => each === wanted) ?? numbers[0];
  const shown = rows
    .filter((row) => row[measure])
    .map((row) => ({ name: value(row[names], row[label]), value: Number(row[measure].value) }));
  return html`${numbers.length > 1
      ? html`<div class="tools"><label>Measure
          <select @change=${(/** @type {Event} */ event) => open(changed({ measure: /** @type {HTMLSelectElement} */ (event.target).value }))}>
            ${numbers.map((each) => html`<option value=${each} ?selected=${each === measure}>${sentence(each)}</option>`)}
          </select></label></div>`
      : nothing}
    ${bars(question.summary, sentence(names), sentence(measure), shown)}`;
}

/**
 * @param {Question} question
 * @param {Array<[string, string]>} parameters
 * @param {AbortSignal} signal
 */
async function graph(question, parameters, signal) {
  const text = await (await get(question.href, [...parameters, ["format", "turtle"]], signal)).text();
  return html`${downloads(question, parameters, ["turtle", "jsonld"])}
    <pre tabindex="0" role="region" aria-label=${question.summary}>${text}</pre>`;
}

/**
 * @param {Question} question
 * @param {Array<[string, string]>} parameters
 * @param {string[]} formats
 */
function downloads(question, parameters, formats) {
  const base = question.name.replaceAll("/", "-");
  return html`<p class="links">All rows as
    ${formats.map(
      (format) => html`<a href=${withQuery(question.href, [...parameters, ["format", format]])}
        download=${`${base}.${format === "turtle" ? "ttl" : format}`}>${format.toUpperCase()}</a>`,
    )}
  </p>`;
}
