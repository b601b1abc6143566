/**
 * Reads the record of a revision: an RDF Patch as text, one change a line, its terms as in N-Quads.
 *
 * @typedef {{type: "uri"|"literal"|"bnode", value: string, datatype?: string, language?: string}} Term
 * @typedef {{added: boolean, subject: string, property: string, value: Term, graph: string}} PatchFact
 */

const IRI = "<([^<>\"{}|^`\\\\\\x00-\\x20]|\\\\u[0-9A-Fa-f]{4}|\\\\U[0-9A-Fa-f]{8})*>";
const BLANK = "_:[^\\s<>\"]+";
const LITERAL = '"(?:[^"\\\\]|\\\\.)*"';
const LINE = new RegExp(
  `^(A|D)\\s+(?<subject>${IRI}|${BLANK})\\s+(?<property>${IRI})\\s+` +
    `(?:(?<thing>${IRI}|${BLANK})|(?<text>${LITERAL})(?:\\^\\^(?<datatype>${IRI})|@(?<language>[A-Za-z0-9-]+))?)` +
    `(?:\\s+(?<graph>${IRI}|${BLANK}))?\\s*\\.\\s*$`,
);

/** @type {Record<string, string>} */
const ESCAPES = { t: "\t", b: "\b", n: "\n", r: "\r", f: "\f", '"': '"', "'": "'", "\\": "\\" };

/**
 * @param {string} line
 * @returns {PatchFact|null} null if the line changes no statement
 */
export function factOf(line) {
  const parts = LINE.exec(line)?.groups;
  if (!parts) {
    return null;
  }
  return {
    added: line.startsWith("A"),
    subject: name(parts.subject),
    property: name(parts.property),
    value: parts.thing ? { type: parts.thing.startsWith("_:") ? "bnode" : "uri", value: name(parts.thing) } : literal(parts),
    graph: parts.graph ? name(parts.graph) : "",
  };
}

/**
 * @param {Record<string, string|undefined>} parts
 * @returns {Term}
 */
function literal({ text = "", datatype, language }) {
  return {
    type: "literal",
    value: unescaped(text.slice(1, -1)),
    ...(datatype ? { datatype: name(datatype) } : {}),
    ...(language ? { language } : {}),
  };
}

/** @param {string} term */
function name(term) {
  return term.startsWith("<") ? unescaped(term.slice(1, -1)) : term;
}

/** @param {string} text */
function unescaped(text) {
  return text.replace(/\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))/gs, (_, short, long, letter) =>
    letter === undefined ? String.fromCodePoint(parseInt(short ?? long, 16)) : (ESCAPES[letter] ?? letter),
  );
}

/**
 * The first facts of a patch that are wanted, read as it comes and no further than needed.
 *
 * @param {AsyncIterable<string>} chunks the text, in pieces of any size
 * @param {number} most
 * @param {(fact: PatchFact) => boolean} wanted
 * @returns {Promise<{facts: PatchFact[], passed: number, whole: boolean}>} how many were passed
 *     over, and whether the patch was read to its end
 */
export async function firstFacts(chunks, most, wanted) {
  /** @type {PatchFact[]} */
  const facts = [];
  let passed = 0;
  let rest = "";
  for await (const chunk of chunks) {
    const lines = (rest + chunk).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) {
      const fact = factOf(line);
      if (fact && !wanted(fact)) {
        passed++;
      } else if (fact) {
        if (facts.length === most) {
          return { facts, passed, whole: false };
        }
        facts.push(fact);
      }
    }
  }
  return { facts, passed, whole: true };
}
