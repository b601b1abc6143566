import assert from "node:assert/strict";
import { test } from "node:test";
import { dayInWords, readingOf, valueOf } from "../components/chain/readings.js";
import { layOut } from "../components/lanes/layout.js";
import { stepsOf } from "../pages/cell/steps.js";

const NS = "https://w3id.org/controlgraph/ns#";
const ref = (label) => ({ iri: `urn:${label}`, label });
const said = (subject, name, to, graph = "http://x/graph/grid/implementations") => ({
  subject: ref(subject), property: NS + name, reading: name, graphs: [graph],
  ...(typeof to === "string" ? { value: to } : { object: to }),
});
const yes = { holds: true, missing: [], statements: [] };
const rung = (name, missing, statements = []) => ({ rung: name, reached: missing.length === 0, missing, statements });
const cell = { requirement: ref("rule"), target: ref("place"), id: "A.1", expected: yes, inScope: yes, applicable: yes };
const carrier = { implementation: ref("work"), statements: [said("work", "requirement", ref("rule"))] };
const below = (name) => `the rung below, ${name}, is not reached`;
const named = (lanes) => lanes.map(({ nodes }) => nodes.map((node) => node.label));

test("a cell that is effective goes from the requirement to evidence, person and test", () => {
  const { lanes, edges } = stepsOf({
    ...cell, carrier,
    rungs: [
      rung("claimed", [], [said("work", "status", ref("Implemented")), said("work", "validFrom", "2023-02-01")]),
      rung("evidenced", [], [said("minutes", "proves", ref("work"), "http://x/graph/grid/evidence"), said("minutes", "effectiveOn", "2025-12-12")]),
      rung("owned", [], [said("work", "accountable", ref("post")), said("term", "post", ref("post")), said("term", "person", ref("someone"))]),
      rung("effective", [], [said("check", "implementation", ref("work")), said("check", "result", ref("Passed"))]),
    ],
  });
  assert.deepEqual(named(lanes), [["rule", "place"], ["work"], ["minutes"], ["post", "someone"], ["check"]]);
  assert.ok(lanes.every((lane) => lane.name.endsWith("✓ yes")));
  assert.equal(lanes[1].nodes[0].hint, "Implemented, since 1 February 2023");
  assert.equal(lanes[2].nodes[0].source.name, "grid/evidence");
  assert.ok(edges.every((edge) => !edge.missing));
  assert.ok(edges.some((edge) => edge.from === "urn:post" && edge.to === "urn:someone"));
  assert.equal(layOut(lanes, edges, Infinity, 30).lines.length, edges.length, "each edge has both its ends");
});

test("what a step lacks is a box of its own words at a line of its own", () => {
  const { lanes, edges } = stepsOf({
    ...cell, carrier,
    rungs: [rung("claimed", []), rung("evidenced", ["no evidence in force proves work"]), rung("owned", [below("evidenced")]), rung("effective", [below("owned"), "no test has passed"])],
  });
  assert.deepEqual(named(lanes).slice(2), [
    ["Missing: no evidence in force proves work"], ["Missing: the step before, evidenced, is not reached"], ["Missing: no test has passed"],
  ]);
  assert.deepEqual(edges.filter((edge) => edge.missing).map(({ from, to }) => [from, to]), [
    ["urn:work", "missing:evidenced:0"], ["missing:evidenced:0", "missing:owned:0"], ["urn:work", "missing:effective:0"],
  ]);
});

test("what speaks against a control is no test of it", () => {
  const { lanes } = stepsOf({
    ...cell, carrier,
    rungs: [rung("effective", ["the major nonconformity is open"], [said("finding", "implementation", ref("work")), said("finding", "grade", ref("Major"))])],
  });
  assert.equal(lanes.at(-1).nodes[0].hint, "Nonconformity: major");
});

test("where nothing is done the requirement and the target lead to what is missing", () => {
  const { lanes, edges } = stepsOf({
    ...cell, carrier: null,
    rungs: [rung("not-implemented", ["no implementation stands here"]), rung("claimed", [below("not implemented")]), rung("evidenced", [below("claimed")])],
  });
  assert.deepEqual(named(lanes)[1], ["Missing: no implementation stands here"]);
  assert.deepEqual(edges.filter((edge) => edge.to === "missing:claimed:0").map((edge) => edge.from), ["urn:rule", "urn:place"]);
});

test("what is not asked for has no steps", () => {
  const { lanes } = stepsOf({ ...cell, applicable: { holds: false, missing: ["taken out by a decision"], statements: [] }, carrier: null, rungs: [] });
  assert.deepEqual(named(lanes), [["rule", "place", "Missing: taken out by a decision"]]);
});

test("statements read as sentences, with days in words", () => {
  assert.equal(dayInWords("2026-03-01"), "1 March 2026");
  assert.equal(readingOf(said("work", "validUntil", "2026-03-01")), "is valid until");
  assert.equal(readingOf(said("work", "legalBasis", "x")), "legal basis");
  assert.equal(valueOf(said("work", "validUntil", "2026-03-01")), "1 March 2026");
  assert.equal(valueOf(said("decision", "applicable", "false")), "no");
  assert.equal(valueOf(said("work", "note", "2026-13-99")), "2026-13-99");
});
