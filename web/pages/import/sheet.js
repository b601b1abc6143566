import { decode, parse, separatorOf, write } from "./rfc4180.js";

/**
 * A file to import: what was read of it, what kind it is taken for, and which of its columns is
 * which column of that kind.
 *
 * @typedef {{name: string, required: boolean, list: boolean, holds: string, about: string, example: string}} Column
 * @typedef {{name: string, about: string, key: string[], template: string, columns: Column[]}} Kind
 *
 * @typedef {object} Sheet
 * @property {string} name the file's name
 * @property {string} encoding how its letters were read
 * @property {string} separator
 * @property {string} lineBreak
 * @property {string[][]} rows the first is the header
 * @property {{row: number, message: string}|null} broken where it could not be read on
 * @property {string} kind the name of its kind; empty if it is not known
 * @property {Array<string|null>} mapping the kind's column for each of the file's, an empty text to
 *     leave it out, null where nothing fits
 * @property {boolean} edited whether a cell was changed here
 */

/**
 * @param {string} name
 * @param {Uint8Array} bytes
 * @param {Kind[]} kinds
 * @returns {Sheet}
 */
export function read(name, bytes, kinds) {
  const { text, encoding } = decode(bytes);
  const names = new Set(kinds.flatMap((each) => each.columns.map((column) => column.name)));
  const separator = separatorOf(text, names);
  const { rows, problem } = parse(text, separator);
  const sheet = {
    name,
    encoding,
    separator,
    lineBreak: text.includes("\r\n") ? "\r\n" : "\n",
    rows,
    broken: problem,
    kind: kindOf(name, rows[0] ?? [], kinds)?.name ?? "",
    mapping: [],
    edited: false,
  };
  return { ...sheet, mapping: mappingOf(sheet, kinds) };
}

/**
 * The kind that a file is of: by its name, by a part of its name, or by its columns.
 *
 * @param {string} name
 * @param {string[]} header
 * @param {Kind[]} kinds
 */
export function kindOf(name, header, kinds) {
  const stem = plain(name.replace(/\.[^.]*$/, ""));
  const exact = kinds.find((each) => plain(each.name) === stem);
  if (exact) {
    return exact;
  }
  const within = kinds
    .filter((each) => stem.includes(plain(each.name)))
    .sort((a, b) => b.name.length - a.name.length)[0];
  return within ?? byColumns(header, kinds);
}

/**
 * @param {string[]} header
 * @param {Kind[]} kinds
 */
function byColumns(header, kinds) {
  const given = new Set(header.map(plain));
  const fits = (/** @type {Kind} */ kind) => {
    const known = kind.columns.filter((each) => given.has(plain(each.name)));
    const whole = kind.columns.every((each) => !each.required || given.has(plain(each.name)));
    return whole && known.length >= 3 ? known.length / Math.max(kind.columns.length, header.length) : 0;
  };
  const best = kinds.reduce((a, b) => (fits(b) > fits(a) ? b : a), kinds[0]);
  return best && fits(best) > 0 ? best : undefined;
}

/**
 * Which column of the kind each column of the file is: the one of the same letters.
 *
 * @param {{kind: string, rows: string[][]}} sheet
 * @param {Kind[]} kinds
 * @returns {Array<string|null>}
 */
export function mappingOf({ kind, rows }, kinds) {
  const columns = kinds.find((each) => each.name === kind)?.columns ?? [];
  const taken = new Set();
  return (rows[0] ?? []).map((cell) => {
    const found =
      columns.find((each) => each.name === cell.trim()) ?? columns.find((each) => plain(each.name) === plain(cell));
    if (!found || taken.has(found.name)) {
      return cell.trim() === "" ? "" : null;
    }
    taken.add(found.name);
    return found.name;
  });
}

/**
 * What stands in the way of a sheet before the server sees it.
 *
 * @param {Sheet} sheet
 * @param {Kind|undefined} kind
 * @returns {{unmatched: number[], missing: Column[], twice: string[]}}
 */
export function gapsOf(sheet, kind) {
  const used = sheet.mapping.filter(Boolean);
  return {
    unmatched: sheet.mapping.flatMap((each, at) => (each === null ? [at] : [])),
    missing: (kind?.columns ?? []).filter((each) => each.required && !used.includes(each.name)),
    twice: [...new Set(used.filter((each, at) => used.indexOf(each) !== at).map(String))],
  };
}

/** Whether the file can be sent as it is. @param {Sheet} sheet */
export function isAsGiven(sheet) {
  return (
    !sheet.edited &&
    sheet.encoding === "utf-8" &&
    sheet.mapping.every((name, at) => name === null || name === (sheet.rows[0]?.[at] ?? "").trim())
  );
}

/**
 * The file's text with its columns called as the kind calls them.
 *
 * @param {Sheet} sheet
 */
export function textOf(sheet) {
  const out = sheet.mapping.map((name, at) => name === "" && (sheet.rows[0]?.[at] ?? "").trim() !== "");
  const rows = sheet.rows.map((row, at) => {
    const named = at === 0 ? row.map((cell, place) => sheet.mapping[place] ?? cell) : row;
    return row.length === 1 && row[0] === "" ? row : named.filter((_, place) => !out[place]);
  });
  return write(rows, sheet.separator, sheet.lineBreak);
}

/**
 * The sheet with another text in a cell.
 *
 * @param {Sheet} sheet
 * @param {number} row as a spreadsheet numbers it
 * @param {number} place
 * @param {string} text
 * @returns {Sheet}
 */
export function withCell(sheet, row, place, text) {
  const rows = [...sheet.rows];
  const cells = [...(rows[row - 1] ?? [])];
  while (cells.length < place) {
    cells.push("");
  }
  cells[place] = text;
  rows[row - 1] = cells;
  return { ...sheet, rows, edited: true };
}

/** The letters and digits, without regard to case. @param {string} name */
export function plain(name) {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
}
