import { get, rowsOf } from "./api.js";
import { current, currentArguments, pageHref } from "./address.js";
import { el } from "./dom.js";
import { severity } from "./overview.js";
import { rowsTable } from "./rows.js";
import { empty, fill } from "./states.js";
import { folderOf, folderTitle, plural, sentence } from "./words.js";

/**
 * A question of the catalogue: its parameters as a form, its answer as a table.
 *
 * @typedef {{name: string, type: string, required: boolean, default?: string, example?: string,
 *     summary?: string}} Parameter
 * @typedef {{name: string, summary: string, question: string, description: string,
 *     severity?: string, mend?: string, form: string, parameters: Parameter[], href: string}} Question
 */

const PAGE = 200;

/**
 * @param {HTMLElement} main
 * @param {Question} question
 * @param {string} day
 */
export function questionPage(main, question, day) {
  document.title = `${question.summary} – ControlGraph`;
  const given = currentArguments();
  const missing = question.parameters.filter(
    (each) => each.required && !each.default && !given.some(([name]) => name === each.name),
  );
  const answer = el("div", {});
  main.replaceChildren(
    el(
      "nav",
      { class: "crumbs", "aria-label": "Where you are" },
      el("a", { href: pageHref({}) }, "Overview"),
      el("span", {}, folderTitle(folderOf(question.name))),
    ),
    el("h1", {}, question.summary),
    el("p", { class: "lead" }, question.question),
    about(question),
    form(question, given),
    el("section", { "aria-labelledby": "answer" }, el("h2", { id: "answer" }, "Answer"), answer),
  );
  if (missing.length > 0) {
    const names = missing.map((each) => sentence(each.name).toLowerCase()).join(" and ");
    answer.replaceChildren(empty(`Give the ${names} above to get an answer.`));
    return;
  }
  const parameters = /** @type {Array<[string, string]>} */ ([...given, ["day", day]]);
  if (question.form === "construct") {
    fill(answer, "the answer", () => graph(question, parameters));
  } else {
    fill(answer, "the answer", () => table(question, parameters, day));
  }
}

/** @param {Question} question */
function about(question) {
  return el(
    "div",
    { class: "about" },
    question.severity
      ? el("p", {}, severity(question.severity, true), " if a row is found. ", question.mend ?? "")
      : null,
    question.description ? el("p", {}, question.description) : null,
  );
}

/**
 * @param {Question} question
 * @param {Array<[string, string]>} given
 */
function form(question, given) {
  const own = question.parameters.filter((each) => each.name !== "day");
  if (own.length === 0) {
    return el("div", {});
  }
  const values = new Map(given);
  const day = current("day");
  return el(
    "form",
    { class: "ask", method: "get", action: "/" },
    el("input", { type: "hidden", name: "question", value: question.name }),
    day ? el("input", { type: "hidden", name: "day", value: day }) : null,
    own.map((each) => field(each, values.get(each.name) ?? "")),
    el("button", { type: "submit" }, "Ask"),
  );
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
  return el(
    "div",
    { class: "field" },
    el("label", { for: id }, sentence(parameter.name), parameter.required ? " (needed)" : ""),
    el("input", {
      id,
      name: parameter.name,
      value,
      type: inputType(parameter.type),
      step: parameter.type === "decimal" ? "any" : null,
      required: parameter.required && !parameter.default,
      "aria-describedby": hint ? `${id}-hint` : null,
    }),
    hint ? el("span", { class: "hint", id: `${id}-hint` }, hint) : null,
  );
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
 * @param {string} day
 */
async function table(question, parameters, day) {
  const offset = Math.max(0, Number.parseInt(current("offset") ?? "0", 10) || 0);
  const response = await get(question.href, [
    ...parameters,
    ["format", "json"],
    ["limit", String(PAGE + 1)],
    ["offset", String(offset)],
  ]);
  if (question.form === "ask") {
    const yes = (await response.json()).boolean;
    return [el("p", { class: "figure" }, el("strong", {}, yes ? "Yes" : "No"))];
  }
  const { columns, rows } = await rowsOf(response);
  const more = rows.length > PAGE;
  const shown = rows.slice(0, PAGE);
  if (shown.length === 0) {
    const none = question.severity ? "Nothing breaks this rule" : "Nothing to list";
    return [empty(`${none} on ${day}.`)];
  }
  return [
    el(
      "p",
      { class: "count" },
      more || offset > 0
        ? `Rows ${offset + 1} to ${offset + shown.length}`
        : plural(shown.length, "row", "rows"),
      downloads(question, parameters, ["csv", "json", "xml"]),
    ),
    rowsTable(question.summary, columns, shown),
    pages(offset, more),
  ];
}

/**
 * @param {number} offset
 * @param {boolean} more
 */
function pages(offset, more) {
  const state = Object.fromEntries(new URLSearchParams(location.search));
  return el(
    "p",
    { class: "links" },
    offset > 0
      ? el("a", { href: pageHref({ ...state, offset: String(Math.max(0, offset - PAGE)) }) }, "Previous rows")
      : null,
    more ? el("a", { href: pageHref({ ...state, offset: String(offset + PAGE) }) }, "Next rows") : null,
  );
}

/**
 * @param {Question} question
 * @param {Array<[string, string]>} parameters
 */
async function graph(question, parameters) {
  const response = await get(question.href, [...parameters, ["format", "turtle"]]);
  const text = await response.text();
  return [
    el("p", { class: "count" }, "A graph", downloads(question, parameters, ["turtle", "jsonld"])),
    el("pre", { tabindex: 0, role: "region", "aria-label": question.summary }, text),
  ];
}

/**
 * @param {Question} question
 * @param {Array<[string, string]>} parameters
 * @param {string[]} formats
 */
function downloads(question, parameters, formats) {
  const base = question.name.replaceAll("/", "-");
  const endings = { turtle: "ttl" };
  return el(
    "span",
    { class: "downloads" },
    formats.map((format) => {
      const query = new URLSearchParams([...parameters, ["format", format]]);
      return el(
        "a",
        { href: `${question.href}?${query}`, download: `${base}.${endings[format] ?? format}` },
        `${format.toUpperCase()}`,
      );
    }),
  );
}
