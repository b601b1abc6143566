/**
 * A column of things may have a companion that names them: of the same name and "Label", "Title" or
 * "Name".
 *
 * @typedef {import("../../app/api.js").Row} Row
 */

const ENDINGS = ["Label", "Title", "Name"];

/**
 * @param {string[]} columns
 * @param {Row[]} rows
 * @returns {Map<string, string>} column of things to column of labels
 */
export function companionsOf(columns, rows) {
  const companions = new Map();
  for (const column of columns) {
    const companion = ENDINGS.map((ending) => column + ending).find((each) => columns.includes(each));
    const things = rows.some((row) => row[column]?.type === "uri");
    if (companion && things) {
      companions.set(column, companion);
    }
  }
  return companions;
}
