/**
 * Rows of coverage before and after, framework by framework.
 *
 * @typedef {import("../../app/api.js").Row} Row
 * @typedef {{name: string, was: Row|null, is: Row|null}} Move
 *
 * @param {Row[]} before
 * @param {Row[]} after
 * @returns {Move[]}
 */
export function movesOf(before, after) {
  /** @type {Map<string, Move>} */
  const moves = new Map();
  const add = (/** @type {Row} */ row, /** @type {"was"|"is"} */ when) => {
    const iri = row.framework?.value ?? "";
    const name = row.frameworkLabel?.value ?? iri;
    const move = moves.get(iri) ?? { name, was: null, is: null };
    moves.set(iri, { ...move, [when]: row });
  };
  before.forEach((row) => add(row, "was"));
  after.forEach((row) => add(row, "is"));
  return [...moves.values()];
}
