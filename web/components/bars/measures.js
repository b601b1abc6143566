import { companionsOf } from "../result/companions.js";

/**
 * What of an answer can be drawn as bars: one column that names the rows, and numbers.
 *
 * @typedef {import("../../app/api.js").Row} Row
 * @typedef {{names: string, label: string, numbers: string[]}} Measures label is the column that is
 *     read in place of the names; the same if there is none
 */

const NUMBER = /#(?:integer|decimal|double|float|int|long|nonNegativeInteger)$/;
const NO_NAME = /#(?:boolean|date|dateTime)$/;

/**
 * A column that says the same in every row names none, such as the organisation where one is chosen.
 * Truths and dates name nothing either.
 *
 * @param {string[]} columns
 * @param {Row[]} rows
 * @returns {Measures|null} null if no bars can be drawn
 */
export function measures(columns, rows) {
  const companions = companionsOf(columns, rows);
  const labels = new Set(companions.values());
  const numbers = columns.filter((column) => areAll(column, rows, NUMBER));
  const names = columns.filter(
    (column) =>
      !labels.has(column) &&
      !isIdOf(column, columns) &&
      !numbers.includes(column) &&
      !areAll(column, rows, NO_NAME) &&
      values(column, rows).size > 1,
  );
  const [only] = names;
  if (names.length !== 1 || numbers.length === 0 || values(only, rows).size < rows.length) {
    return null;
  }
  return { names: only, label: companions.get(only) ?? only, numbers };
}

/**
 * An id is another name of what stands in the column that it is the id of.
 *
 * @param {string} column
 * @param {string[]} columns
 */
function isIdOf(column, columns) {
  return column.endsWith("Id") && columns.includes(column.slice(0, -2));
}

/**
 * Whether what stands in a column is all of a kind, and something stands there.
 *
 * @param {string} column
 * @param {Row[]} rows
 * @param {RegExp} kind
 */
function areAll(column, rows, kind) {
  const there = rows.flatMap((row) => (row[column] ? [row[column]] : []));
  return there.length > 0 && there.every((term) => kind.test(term.datatype ?? ""));
}

/**
 * @param {string} column
 * @param {Row[]} rows
 */
function values(column, rows) {
  return new Set(rows.map((row) => row[column]?.value));
}
