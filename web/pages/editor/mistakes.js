/**
 * What a parser says of a query, in words for its author.
 *
 * The parser is generated (JavaCC): it names what it met and every kind of token that would have
 * done.
 */

const MET = /^Encountered "\s?(?:(?:"[^"]*"|<\w+>) "(?<found>.*?)\s?"|(?<end><EOF>))\s?"? at line \d+, column \d+\.(?:\s*Was expecting(?: one of)?:\s*(?<wanted>.*))?$/s;
const PLACE = /^Line \d+, column \d+: /;
const MOST = 8;

/** Kinds of token that mean something to an author; the others are left out. @type {Array<[RegExp, string]>} */
const KINDS = [
  [/^<IRIref>$/i, "an IRI"],
  [/^<PNAME_.*/, "a prefixed name"],
  [/^<VAR.*/, "a variable"],
  [/^<(?:INTEGER|DECIMAL|DOUBLE).*/, "a number"],
  [/^<STRING.*/, "a text in quotes"],
  [/^"(.+)"$/, "$1"],
];

/**
 * @param {string} detail what the parser says
 * @returns {{what: string, expected: string[]}} expected is empty where it is not told
 */
export function explained(detail) {
  const met = MET.exec(detail)?.groups;
  if (!met) {
    return { what: detail.replace(PLACE, ""), expected: [] };
  }
  return {
    what: met.end ? "The query ends too early." : `“${met.found}” was not expected here.`,
    expected: wanted(met.wanted ?? ""),
  };
}

/** @param {string} tokens */
function wanted(tokens) {
  const words = tokens.split(/\s*\.\.\.\s*/).flatMap((token) => {
    const kind = KINDS.find(([form]) => form.test(token));
    const word = kind ? token.replace(kind[0], kind[1]) : "";
    return word === "" ? [] : [/^[a-z]{2,}$/.test(word) ? word.toUpperCase() : word];
  });
  const all = [...new Set(words)];
  return all.length > MOST ? [...all.slice(0, MOST), "…"] : all;
}
