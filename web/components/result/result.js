import { html } from "lit-html";
import { sentence, shortName } from "../../app/words.js";
import { isNumber, value } from "../term/term.js";
import "../table/table.js";
import { companionsOf } from "./companions.js";

/**
 * The rows of an answer as a table. A column of IRIs with a companion of the same name and "Label"
 * (or "Name", "Title") is shown as one column of links.
 *
 * @typedef {import("../../app/api.js").Term} Term
 * @typedef {import("../../app/api.js").Row} Row
 */

/**
 * @param {string} label what the table holds
 * @param {string} file what its CSV is called
 * @param {string[]} columns
 * @param {Row[]} rows
 */
export function result(label, file, columns, rows) {
  const companions = companionsOf(columns, rows);
  const shown = columns.filter((column) => ![...companions.values()].includes(column));
  return html`<cg-table label=${label} file=${file} .rows=${rows}
    .columns=${shown.map((column) => {
      const companion = companions.get(column) ?? "";
      return {
        name: sentence(column),
        number: rows.some((row) => isNumber(row[column])),
        cell: (/** @type {Row} */ row) => value(row[column], row[companion]),
        text: (/** @type {Row} */ row) => plain(row[column], row[companion]),
      };
    })}></cg-table>`;
}

/**
 * @param {Term|undefined} term
 * @param {Term|undefined} label
 */
function plain(term, label) {
  if (!term || label) {
    return label?.value ?? "";
  }
  if (term.type === "uri") {
    return shortName(term.value);
  }
  return isNumber(term) ? Number(term.value) : term.value;
}
