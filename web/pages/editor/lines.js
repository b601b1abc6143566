/**
 * Reads answers that come line by line: rows as SPARQL's TSV has them, triples as N-Triples. Both
 * write a term the same way, and both can be shown before the last line is here.
 *
 * @typedef {import("../../app/api.js").Term} Term
 * @typedef {import("../../app/api.js").Row} Row
 */

const XSD = "http://www.w3.org/2001/XMLSchema#";

/** Terms that TSV writes without quotes. @type {Array<[RegExp, string]>} */
const BARE = [
  [/^(?:true|false)$/, "boolean"],
  [/^[+-]?\d+$/, "integer"],
  [/^[+-]?\d*\.\d+$/, "decimal"],
  [/^[+-]?(?:\d+\.?\d*|\.\d+)e[+-]?\d+$/i, "double"],
];

/** @type {Record<string, string>} */
const ESCAPES = { t: "\t", b: "\b", n: "\n", r: "\r", f: "\f", '"': '"', "'": "'", "\\": "\\" };

const LITERAL = /^"((?:[^"\\]|\\.)*)"(?:@([A-Za-z0-9-]+)|\^\^<([^>]*)>)?$/s;
const TRIPLE = /^(<[^>]*>|_:\S+)\s+(<[^>]*>)\s+(.*?)\s*\.\s*$/s;

/**
 * One term as Turtle writes it in full.
 *
 * @param {string} text
 * @returns {Term}
 */
export function term(text) {
  if (text.startsWith("<")) {
    return { type: "uri", value: unescaped(text.slice(1, -1)) };
  }
  if (text.startsWith("_:")) {
    return { type: "bnode", value: text.slice(2) };
  }
  const literal = LITERAL.exec(text);
  if (literal) {
    const value = unescaped(literal[1]);
    if (literal[2]) {
      return { type: "literal", value, "xml:lang": literal[2] };
    }
    return literal[3] ? { type: "literal", value, datatype: literal[3] } : { type: "literal", value };
  }
  const bare = BARE.find(([form]) => form.test(text));
  return bare ? { type: "literal", value: text, datatype: XSD + bare[1] } : { type: "literal", value: text };
}

/** @param {string} text */
function unescaped(text) {
  return text.replace(/\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))/gs, (_, four, eight, one) =>
    one ? (ESCAPES[one] ?? one) : String.fromCodePoint(parseInt(four ?? eight, 16)),
  );
}

/**
 * The columns that the first line of a TSV names.
 *
 * @param {string} line
 */
export function columnsOf(line) {
  return line === "" ? [] : line.split("\t").map((each) => each.replace(/^[?$]/, ""));
}

/**
 * @param {string} line
 * @param {string[]} columns
 * @returns {Row}
 */
export function rowOf(line, columns) {
  const cells = line.split("\t");
  return Object.fromEntries(
    columns.flatMap((column, at) => (cells[at] ? [[column, term(cells[at])]] : [])),
  );
}

/**
 * A triple as a row of subject, property and object; null for a line that is none.
 *
 * @param {string} line
 * @returns {Row|null}
 */
export function tripleOf(line) {
  const parts = TRIPLE.exec(line);
  return parts && { subject: term(parts[1]), property: term(parts[2]), object: term(parts[3]) };
}

/** Puts lines together from pieces that end anywhere. */
export class Lines {
  #rest = "";

  /**
   * @param {string} piece
   * @returns {string[]} the lines that are complete now
   */
  add(piece) {
    const lines = (this.#rest + piece).split(/\r?\n/);
    this.#rest = lines.pop() ?? "";
    return lines;
  }

  /** What stood after the last end of line. */
  end() {
    const rest = this.#rest;
    this.#rest = "";
    return rest === "" ? [] : [rest];
  }
}
