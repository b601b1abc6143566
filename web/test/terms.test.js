import assert from "node:assert/strict";
import { test } from "node:test";
import { layOutMap } from "../components/class-map/layout.js";
import { conceptsOf, curie, lineage, ownTerms, propertiesAt, readOntology, termOf } from "../pages/terms/ontology.js";
import { classesWith, howMany, readShapes } from "../pages/terms/shapes.js";

const CG = "https://w3id.org/controlgraph/ns#";
const OWL = "http://www.w3.org/2002/07/owl#";
const RDFS = "http://www.w3.org/2000/01/rdf-schema#";
const SKOS = "http://www.w3.org/2004/02/skos/core#";
const TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";

/** @param {Array<[string, string, string]>} statements */
function ontology(statements) {
  return readOntology(statements.map(([s, p, o]) => ({
    s: { type: "uri", value: s }, p: { type: "uri", value: p }, o: { type: "uri", value: o },
  })));
}

const SMALL = ontology([
  [`${CG}Target`, TYPE, `${OWL}Class`],
  [`${CG}Asset`, TYPE, `${OWL}Class`],
  [`${CG}Asset`, `${RDFS}subClassOf`, `${CG}Target`],
  [`${CG}Dataset`, TYPE, `${OWL}Class`],
  [`${CG}Dataset`, `${RDFS}label`, "Data set"],
  [`${CG}Dataset`, `${RDFS}subClassOf`, `${CG}Asset`],
  [`${CG}Dataset`, `${RDFS}subClassOf`, "http://www.w3.org/ns/dcat#Dataset"],
  [`${CG}Dataset`, `${SKOS}closeMatch`, "http://example.org/other#Data"],
  [`${CG}threatens`, TYPE, `${OWL}ObjectProperty`],
  [`${CG}threatens`, `${RDFS}range`, `${CG}Target`],
  [`${CG}Severity`, TYPE, `${SKOS}ConceptScheme`],
  [`${CG}Severity-low`, TYPE, `${SKOS}Concept`],
  [`${CG}Severity-low`, `${SKOS}inScheme`, `${CG}Severity`],
  [`${SKOS}Concept`, TYPE, `${OWL}Class`],
]);

test("a term is found by its local name, by a prefix and by its IRI", () => {
  for (const name of ["Dataset", "cg:Dataset", `${CG}Dataset`]) {
    assert.equal(termOf(SMALL, name)?.label, "Data set");
  }
  assert.equal(termOf(SMALL, "skos:Concept")?.own, false);
  assert.equal(termOf(SMALL, "Nothing"), undefined);
});

test("wider terms of others are alignments, those of our own a lineage", () => {
  const dataset = termOf(SMALL, "Dataset");
  assert.ok(dataset);
  assert.deepEqual(lineage(SMALL, dataset).map((each) => each.name), ["cg:Asset", "cg:Target"]);
  assert.deepEqual(dataset.alignments.map((each) => `${each.how} ${curie(each.iri)}`), [
    "kind of dcat:Dataset", "close match http://example.org/other#Data",
  ]);
});

test("a circle of classes ends", () => {
  const circle = ontology([
    [`${CG}A`, TYPE, `${OWL}Class`], [`${CG}B`, TYPE, `${OWL}Class`],
    [`${CG}A`, `${RDFS}subClassOf`, `${CG}B`], [`${CG}B`, `${RDFS}subClassOf`, `${CG}A`],
  ]);
  const a = termOf(circle, "A");
  assert.ok(a);
  assert.deepEqual(lineage(circle, a).map((each) => each.name), ["cg:B"]);
});

test("what leads to a class is found through what it is a kind of", () => {
  assert.deepEqual(propertiesAt(SMALL, "range", [`${CG}Dataset`, `${CG}Target`]).map((each) => each.name), ["cg:threatens"]);
  assert.deepEqual(conceptsOf(SMALL, `${CG}Severity`).map((each) => each.name), ["cg:Severity-low"]);
  assert.deepEqual(ownTerms(SMALL, "class").map((each) => each.label), ["cg:Asset", "cg:Target", "Data set"]);
});

test("shapes say how many values a record of a class has", () => {
  const sh = "http://www.w3.org/ns/shacl#";
  const shapes = readShapes({
    "@graph": [
      { "@id": "x:Risk", [`${sh}targetClass`]: [{ "@id": `${CG}Risk` }], [`${sh}property`]: [{ "@id": "x:owner" }, { "@id": "x:far" }] },
      { "@id": "x:owner", [`${sh}path`]: [{ "@id": `${CG}owner` }], [`${sh}maxCount`]: [{ "@value": 1 }], [`${sh}message`]: [{ "@value": "One owner." }] },
      { "@id": "x:far", [`${sh}path`]: [{ "@id": "_:b0" }] },
    ],
  });
  assert.deepEqual(shapes.get(`${CG}Risk`), [{ property: `${CG}owner`, least: 0, most: 1, words: "One owner." }]);
  assert.deepEqual(classesWith(shapes, `${CG}owner`), [`${CG}Risk`]);
  const many = { property: "", words: "" };
  assert.equal(howMany({ ...many, least: 0, most: 1 }), "at most one");
  assert.equal(howMany({ ...many, least: 1, most: 1 }), "exactly one");
  assert.equal(howMany({ ...many, least: 1, most: null }), "at least one");
  assert.equal(howMany({ ...many, least: 0, most: null }), "any number");
});

test("the map draws what the ontology has, and no line without its property", () => {
  const { boxes, lines } = layOutMap((name) => termOf(SMALL, name));
  assert.deepEqual(boxes.map((box) => box.entry.name), ["cg:Asset", "cg:Dataset"]);
  assert.equal(lines.length, 0);
});
