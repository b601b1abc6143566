import assert from "node:assert/strict";
import { test } from "node:test";
import { drawn } from "../pages/editor/drawn.js";

const CG = "https://w3id.org/controlgraph/ns#";
const iri = (/** @type {string} */ value) => ({ type: "uri", value });
const triple = (/** @type {any} */ subject, /** @type {string} */ property, /** @type {any} */ object) => ({ subject, property: iri(property), object });

const TRIPLES = [
  triple(iri("http://example.org/a"), "http://www.w3.org/1999/02/22-rdf-syntax-ns#type", iri(`${CG}Risk`)),
  triple(iri("http://example.org/a"), "http://www.w3.org/2000/01/rdf-schema#label", { type: "literal", value: "A risk" }),
  triple(iri("http://example.org/a"), `${CG}threatens`, { type: "bnode", value: "b0" }),
  triple(iri("http://example.org/c"), `${CG}identifier`, { type: "literal", value: "C" }),
];

test("things are nodes, by label, type and shape; statements between them are edges", () => {
  const { nodes, edges, left } = drawn(TRIPLES);
  assert.deepEqual(nodes.map(({ id, name, kind, type }) => [id, name, kind, type]), [
    ["http://example.org/a", "A risk", "risk", "Risk"],
    [`${CG}Risk`, "Risk", "other", ""],
    ["_:b0", "_:b0", "other", ""],
    ["http://example.org/c", "c", "other", ""],
  ]);
  assert.deepEqual(edges.map(({ from, to, name }) => [from, to, name]), [
    ["http://example.org/a", `${CG}Risk`, "Type"],
    ["http://example.org/a", "_:b0", "Threatens"],
  ]);
  assert.equal(left, 0);
});

test("a statement that is made twice is one edge", () => {
  assert.equal(drawn([TRIPLES[2], TRIPLES[2]]).edges.length, 1);
});

test("the first things are drawn, with what links them, and the others counted", () => {
  const { nodes, edges, left } = drawn(TRIPLES, 2);
  assert.equal(nodes.length, 2);
  assert.deepEqual(edges.map((each) => each.to), [`${CG}Risk`]);
  assert.equal(left, 2);
});
