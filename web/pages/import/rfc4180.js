/**
 * Reads and writes CSV as RFC 4180 has it, and as the server does: blanks around a quoted cell do
 * not count, an empty line is a row with one empty cell, and the header is row 1.
 */

export const SEPARATORS = [",", ";", "\t"];

/**
 * @param {string} text
 * @param {string} separator
 * @param {number} [most] how many rows to read
 * @returns {{rows: string[][], problem: {row: number, message: string}|null}} the rows up to a
 *     mistake, if there is one
 */
export function parse(text, separator, most = Infinity) {
  const rows = /** @type {string[][]} */ ([]);
  let at = 0;
  while (at < text.length && rows.length < most) {
    const row = [];
    for (;;) {
      const cell = cellAt(text, at, separator);
      if (cell.problem) {
        return { rows, problem: { row: rows.length + 1, message: cell.problem } };
      }
      row.push(cell.value);
      at = cell.end;
      if (text[at] !== separator) {
        break;
      }
      at++;
    }
    rows.push(row);
    at += text.startsWith("\r\n", at) ? 2 : 1;
  }
  return { rows, problem: null };
}

/**
 * @param {string} text
 * @param {number} start
 * @param {string} separator
 * @returns {{value: string, end: number, problem?: string}}
 */
function cellAt(text, start, separator) {
  let at = start;
  while (text[at] === " ") {
    at++;
  }
  if (text[at] === '"') {
    return quotedAt(text, at + 1, separator);
  }
  at = start;
  while (at < text.length && text[at] !== separator && text[at] !== "\n" && text[at] !== "\r") {
    at++;
  }
  return { value: text.slice(start, at), end: at };
}

/**
 * @param {string} text
 * @param {number} start after the quote
 * @param {string} separator
 * @returns {{value: string, end: number, problem?: string}}
 */
function quotedAt(text, start, separator) {
  let value = "";
  let from = start;
  for (;;) {
    const quote = text.indexOf('"', from);
    if (quote < 0) {
      return { value, end: text.length, problem: "a quote is not closed" };
    }
    value += text.slice(from, quote);
    if (text[quote + 1] !== '"') {
      let end = quote + 1;
      while (text[end] === " ") {
        end++;
      }
      const ends = end >= text.length || text[end] === separator || text[end] === "\n" || text[end] === "\r";
      return ends ? { value, end } : { value, end, problem: "text follows a closed quote" };
    }
    value += '"';
    from = quote + 2;
  }
}

/**
 * @param {string[][]} rows
 * @param {string} separator
 * @param {string} lineBreak
 */
export function write(rows, separator, lineBreak) {
  const written = (/** @type {string} */ cell) =>
    cell.includes(separator) || /["\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
  return rows.map((row) => row.map(written).join(separator) + lineBreak).join("");
}

/**
 * The separator with which the first row has most of the names, then most cells.
 *
 * @param {string} text
 * @param {Set<string>} names
 */
export function separatorOf(text, names) {
  const score = (/** @type {string} */ separator) => {
    const header = parse(text, separator, 1).rows[0] ?? [];
    return header.filter((cell) => names.has(cell.trim())).length * 10_000 + header.length;
  };
  return SEPARATORS.reduce((best, each) => (score(each) > score(best) ? each : best));
}

/**
 * The text of a file: UTF-8 or UTF-16 if it is, else as Windows writes western European letters.
 *
 * @param {Uint8Array} bytes
 * @returns {{text: string, encoding: string}}
 */
export function decode(bytes) {
  const mark = bytes.length > 1 ? `${bytes[0]} ${bytes[1]}` : "";
  if (mark === "255 254" || mark === "254 255") {
    const encoding = mark === "255 254" ? "utf-16le" : "utf-16be";
    return { text: new TextDecoder(encoding).decode(bytes), encoding };
  }
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes), encoding: "utf-8" };
  } catch {
    return { text: new TextDecoder("windows-1252").decode(bytes), encoding: "windows-1252" };
  }
}
