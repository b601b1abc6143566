import assert from "node:assert/strict";
import { test } from "node:test";
import { complete, declared, prologueEnd } from "../pages/editor/complete.js";
import { Lines, columnsOf, rowOf, term, tripleOf } from "../pages/editor/lines.js";
import { explained } from "../pages/editor/mistakes.js";
import { drop, save, savedIn } from "../pages/editor/saved.js";

const CG = "https://w3id.org/controlgraph/ns#";

/** @type {import("../pages/editor/complete.js").Vocabulary} */
const VOCABULARY = {
  prefixes: new Map([["cg", CG], ["skos", "http://www.w3.org/2004/02/skos/core#"]]),
  terms: [
    { iri: `${CG}Risk`, kind: "class", label: "Risk", definition: "What may happen." },
    { iri: `${CG}riskLevel`, kind: "property", label: "risk level", definition: "" },
    { iri: `${CG}residual`, kind: "property", label: "remaining risk", definition: "" },
    { iri: "http://www.w3.org/2004/02/skos/core#notation", kind: "property", label: "", definition: "" },
  ],
};

/**
 * @param {string} line
 * @param {string} [text]
 */
function offered(line, text = line, asked = false) {
  return complete(text, line, VOCABULARY, asked)?.choices.map((each) => each.text) ?? [];
}

test("a term is read as Turtle writes it", () => {
  assert.deepEqual(term("<http://example.org/\\u00e4>"), { type: "uri", value: "http://example.org/ä" });
  assert.deepEqual(term("_:b0"), { type: "bnode", value: "b0" });
  assert.deepEqual(term('"a\\tb\\"c\\n"'), { type: "literal", value: 'a\tb"c\n' });
  assert.deepEqual(term('"x"@en-GB'), { type: "literal", value: "x", "xml:lang": "en-GB" });
  assert.deepEqual(term('"2026-03-31"^^<http://www.w3.org/2001/XMLSchema#date>'), {
    type: "literal",
    value: "2026-03-31",
    datatype: "http://www.w3.org/2001/XMLSchema#date",
  });
  assert.equal(term("-12").datatype, "http://www.w3.org/2001/XMLSchema#integer");
  assert.equal(term("1.5").datatype, "http://www.w3.org/2001/XMLSchema#decimal");
  assert.equal(term("1e3").datatype, "http://www.w3.org/2001/XMLSchema#double");
  assert.equal(term("true").datatype, "http://www.w3.org/2001/XMLSchema#boolean");
});

test("a row has no cell where nothing is bound", () => {
  const columns = columnsOf("?a\t?b\t?c");
  assert.deepEqual(columns, ["a", "b", "c"]);
  assert.deepEqual(Object.keys(rowOf("1\t\t2", columns)), ["a", "c"]);
  assert.deepEqual(columnsOf(""), []);
});

test("a triple may end with a literal that looks like another triple's end", () => {
  const triple = tripleOf('<urn:s> <urn:p> "a . <b> ." .');
  assert.equal(triple?.object.value, "a . <b> .");
  assert.equal(triple?.subject.value, "urn:s");
  assert.equal(tripleOf("# comment"), null);
});

test("lines are put together from pieces that end anywhere", () => {
  const lines = new Lines();
  assert.deepEqual(lines.add("a\nb"), ["a"]);
  assert.deepEqual(lines.add("c\r\n"), ["bc"]);
  assert.deepEqual(lines.end(), []);
  lines.add("d");
  assert.deepEqual(lines.end(), ["d"]);
});

test("a parser's message is put into words", () => {
  const brace = explained(
    'Encountered " "}" "} "" at line 3, column 1. Was expecting one of: <IRIref> ... <PNAME_NS> ... <PNAME_LN> ... <VAR1> ... <VAR2> ... "true" ... <INTEGER> ... "(" ...',
  );
  assert.equal(brace.what, "“}” was not expected here.");
  assert.deepEqual(brace.expected, ["an IRI", "a prefixed name", "a variable", "TRUE", "a number", "("]);
  assert.equal(explained('Encountered "<EOF>" at line 1, column 5. Was expecting: "{" ...').what, "The query ends too early.");
  assert.equal(explained('Encountered " <VAR1> "?o "" at line 1, column 5.').what, "“?o” was not expected here.");
  assert.deepEqual(explained("Line 1, column 14: Unresolved prefixed name: a:b"), {
    what: "Unresolved prefixed name: a:b",
    expected: [],
  });
});

test("classes are offered after a, properties elsewhere, by name or label", () => {
  assert.deepEqual(offered("?r a cg:Ri"), ["cg:Risk", "cg:riskLevel", "cg:residual"]);
  assert.deepEqual(offered("?r cg:ri"), ["cg:riskLevel", "cg:residual", "cg:Risk"]);
  assert.deepEqual(offered("?r cg:remaining"), ["cg:residual"]);
  assert.deepEqual(offered("?r skos:n"), ["skos:notation"]);
  assert.deepEqual(offered("?r other:n"), []);
});

test("a prefix that the query lacks comes with the choice", () => {
  assert.deepEqual(complete("?r a cg:Risk", "?r a cg:Risk", VOCABULARY, false)?.choices[0].needs, { name: "cg", iri: CG });
  const text = `PREFIX k: <${CG}>\n?r a k:`;
  const choice = complete(text, "?r a k:", VOCABULARY, false)?.choices[0];
  assert.equal(choice?.text, "k:Risk");
  assert.equal(choice?.needs, null);
});

test("bare words are completed only when asked for", () => {
  assert.deepEqual(offered("SELECT ?r WHERE { ?r a ris"), []);
  assert.deepEqual(offered("SELECT ?r WHERE { ?r a ris", "SELECT ?r WHERE { ?r a ris", true)[0], "cg:Risk");
});

test("prefixes, variables and IRIs are offered where they belong", () => {
  assert.deepEqual(offered("PREFIX c"), [`cg: <${CG}>`]);
  assert.deepEqual(offered("  ?ri", "SELECT ?risk ?other {\n  ?ri"), ["?risk"]);
  assert.deepEqual(offered("?s a <https://w3id.org/controlgraph/ns#Ri"), [`<${CG}Risk>`]);
});

test("declared prefixes are found, and where the next one belongs", () => {
  assert.deepEqual([...declared("PREFIX a: <urn:a#>\n prefix : <urn:b#>")], [["a", "urn:a#"], ["", "urn:b#"]]);
  assert.equal(prologueEnd(["# About", "", "PREFIX a: <urn:a#>", "SELECT *"]), 3);
  assert.equal(prologueEnd(["# About", "SELECT *"]), 1);
  assert.equal(prologueEnd([""]), 0);
});

test("queries are kept by name, and what cannot be read is nothing", () => {
  /** @type {Map<string, string>} */
  const kept = new Map();
  const storage = {
    getItem: (/** @type {string} */ key) => kept.get(key) ?? null,
    setItem: (/** @type {string} */ key, /** @type {string} */ value) => void kept.set(key, value),
  };
  assert.deepEqual(savedIn(storage), []);
  save(storage, { name: "b", text: "ASK {}" });
  save(storage, { name: "a", text: "ASK {}" });
  save(storage, { name: "b", text: "SELECT * {}" });
  assert.deepEqual(savedIn(storage).map((each) => `${each.name} ${each.text}`), ["a ASK {}", "b SELECT * {}"]);
  drop(storage, "a");
  assert.deepEqual(savedIn(storage).map((each) => each.name), ["b"]);
  kept.forEach((_, key) => kept.set(key, "{broken"));
  assert.deepEqual(savedIn(storage), []);
});
