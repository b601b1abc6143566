import { thingHref } from "./address.js";
import { el, scrollRegion } from "./dom.js";
import { count, sentence, shortName } from "./words.js";

/**
 * Rows as a table. A column of IRIs with a companion of the same name and "Label" (or "Name",
 * "Title") is shown as one column of links.
 *
 * @typedef {import("./api.js").Term} Term
 * @typedef {import("./api.js").Row} Row
 */

const COMPANIONS = ["Label", "Title", "Name"];
const NUMBERS = /#(integer|decimal|double|float|int|long|nonNegativeInteger)$/;

/**
 * @param {string} label what the table holds, for those who do not see it
 * @param {string[]} columns
 * @param {Row[]} rows
 */
export function rowsTable(label, columns, rows) {
  const companions = companionsOf(columns, rows);
  const shown = columns.filter((column) => ![...companions.values()].includes(column));
  const numeric = new Set(shown.filter((column) => rows.some((row) => isNumber(row[column]))));
  const head = shown.map((column) =>
    el("th", { scope: "col", class: numeric.has(column) ? "number" : null }, sentence(column)),
  );
  const body = rows.map((row) =>
    el(
      "tr",
      {},
      shown.map((column) =>
        el(
          "td",
          { class: numeric.has(column) ? "number" : null },
          cell(row[column], row[companions.get(column) ?? ""]),
        ),
      ),
    ),
  );
  const table = el("table", {}, el("thead", {}, el("tr", {}, head)), el("tbody", {}, body));
  return scrollRegion(label, table);
}

/**
 * A value: a link for a thing, text for the rest.
 *
 * @param {Term|undefined} term
 * @param {Term} [label]
 */
export function cell(term, label) {
  if (!term) {
    return label ? label.value : el("span", { class: "none", "aria-label": "none" }, "–");
  }
  if (term.type === "uri") {
    return el("a", { href: thingHref(term.value) }, label?.value ?? shortName(term.value));
  }
  if (term.datatype?.endsWith("#boolean")) {
    return term.value === "true" ? "yes" : "no";
  }
  if (term.datatype?.endsWith("#date") || term.datatype?.endsWith("#dateTime")) {
    return el("time", { datetime: term.value }, term.value.replace("T", " ").replace("Z", " UTC"));
  }
  return isNumber(term) ? number(term.value) : term.value;
}

/** @param {Term|undefined} term */
function isNumber(term) {
  return Boolean(term?.datatype && NUMBERS.test(term.datatype));
}

/** @param {string} text */
function number(text) {
  return /^-?\d{1,15}$/.test(text) ? count(text) : text;
}

/**
 * @param {string[]} columns
 * @param {Row[]} rows
 * @returns {Map<string, string>} column of things to column of labels
 */
function companionsOf(columns, rows) {
  const companions = new Map();
  for (const column of columns) {
    const companion = COMPANIONS.map((ending) => column + ending).find((each) =>
      columns.includes(each),
    );
    const things = rows.some((row) => row[column]?.type === "uri");
    if (companion && things) {
      companions.set(column, companion);
    }
  }
  return companions;
}
