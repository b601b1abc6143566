import assert from "node:assert/strict";
import { test } from "node:test";
import { beginnings, columns, rings } from "../components/graph/arrange.js";
import { isArrow, nextAround, towards } from "../components/graph/direction.js";
import { svgOf } from "../components/graph/drawing.js";
import { KINDS, kindOf, mainType } from "../components/graph/kinds.js";
import { weighed } from "../components/graph/weight.js";

const HERE = { id: "here", x: 0, y: 0 };
const AROUND = [
  { id: "up", x: 10, y: -100 },
  { id: "near", x: 60, y: 20 },
  { id: "far", x: 300, y: 0 },
  { id: "down", x: -40, y: 90 },
];

test("an arrow leads to the nearest that lies that way, or nowhere", () => {
  assert.ok(isArrow("ArrowUp") && !isArrow("Enter"));
  assert.deepEqual(
    ["ArrowUp", "ArrowRight", "ArrowDown", "ArrowLeft"].map((arrow) => towards(HERE, AROUND, arrow)?.id),
    ["up", "near", "down", undefined],
  );
  assert.equal(towards(HERE, [HERE], "ArrowUp"), null);
});

test("one goes around clockwise from the top, and on from the end", () => {
  const round = ["up", "far", "near", "down", "up"];
  for (let at = 0; at < 4; at++) {
    assert.equal(nextAround(HERE, AROUND, round[at], 1)?.id, round[at + 1]);
    assert.equal(nextAround(HERE, AROUND, round[at + 1], -1)?.id, round[at]);
  }
  assert.equal(nextAround(HERE, AROUND, null, 1)?.id, "up");
  assert.equal(nextAround(HERE, [], null, 1), null);
});

test("each kind has a shape of its own, and every type one kind", () => {
  assert.equal(new Set(KINDS.map((each) => each.shape)).size, KINDS.length);
  const types = KINDS.flatMap((each) => each.types);
  assert.equal(new Set(types).size, types.length);
  assert.equal(kindOf("https://w3id.org/controlgraph/ns#Risk").id, "risk");
  assert.equal(kindOf("http://example.org/Anything").id, "other");
});

test("of several types the one that says most stands for the thing", () => {
  const ns = "https://w3id.org/controlgraph/ns#";
  assert.equal(mainType([{ iri: `${ns}Asset` }, { iri: `${ns}Dataset` }]).name, "Dataset");
  assert.equal(mainType([{ iri: `${ns}Asset` }]).name, "Asset");
  assert.equal(mainType([{ iri: `${ns}Requirement` }, { iri: `${ns}Control`, label: "Control" }]).name, "Control");
  assert.equal(mainType([{ iri: "http://example.org/odd-thing" }]).name, "Odd thing");
  assert.equal(mainType([]).name, "Of no type");
});

/** @param {number} many */
function star(many) {
  const leaves = Array.from({ length: many }, (_, at) => ({ id: `n${at}`, kind: "asset", name: `n${at}` }));
  return {
    nodes: [{ id: "hub", kind: "risk", name: "hub" }, ...leaves],
    edges: leaves.map((each) => ({ from: "hub", to: each.id })),
  };
}

test("rings have the start in the middle and room for each", () => {
  const { nodes, edges } = star(40);
  const places = rings([...nodes, { id: "alone", kind: "risk", name: "alone" }], edges, ["hub"]);
  assert.deepEqual(places.get("hub"), { x: 0, y: 0 });
  const [one, two] = [places.get("n0"), places.get("n1")].map((each) => each ?? { x: 0, y: 0 });
  assert.ok(Math.hypot(one.x - two.x, one.y - two.y) > 40);
  const alone = places.get("alone") ?? { x: 0, y: 0 };
  assert.ok(Math.hypot(alone.x, alone.y) > Math.hypot(one.x, one.y));
});

test("columns hold one kind each, and no two nodes stand in one place", () => {
  const { nodes } = star(60);
  const places = columns(nodes);
  assert.equal(new Set([...places.values()].map(({ x, y }) => `${x} ${y}`)).size, 61);
  const risk = places.get("hub")?.x;
  assert.ok(nodes.slice(1).every((each) => places.get(each.id)?.x !== risk));
});

test("what is known stays, what is new begins beside it", () => {
  const { nodes, edges } = star(2);
  const [hub, one, two] = beginnings(nodes, edges, new Map([["hub", { x: 500, y: 500 }]]));
  assert.deepEqual(hub, { id: "hub", x: 500, y: 500 });
  assert.ok([one, two].every(({ x = 0, y = 0 }) => Math.hypot(x - 500, y - 500) < 75));
  assert.notDeepEqual([one.x, one.y], [two.x, two.y]);
  assert.deepEqual(beginnings(nodes, edges, new Map()), nodes.map(({ id }) => ({ id })));
});

test("small graphs name all, large ones their hubs", () => {
  const small = star(10);
  assert.ok([...weighed(small.nodes, small.edges).values()].every((each) => each.named));
  const large = star(100);
  const weights = weighed(large.nodes, large.edges);
  assert.deepEqual([...weights].filter(([, each]) => each.named).map(([id]) => id), ["hub"]);
  assert.ok((weights.get("hub")?.size ?? 0) > (weights.get("n0")?.size ?? 0));
});

test("the file is well-formed whatever things are called", () => {
  const colours = { ground: "rgb(255, 255, 255)", ink: "#000", line: "#777", strong: "#a00", kinds: { risk: "#a50" } };
  const bodies = [
    { id: "a", name: "A < B & \"C\" \u0007", kind: "risk", x: 0, y: 0, size: 20 },
    { id: "b", name: "x".repeat(50), kind: "asset", x: 100, y: -50, size: 20 },
  ];
  const text = svgOf("Title", bodies, [{ from: "a", to: "b", name: "p", strong: true }, { from: "a", to: "gone", name: "p", strong: false }], colours);
  assert.ok(text.includes("<title>A &lt; B &amp; &quot;C&quot; </title>"), text);
  assert.ok(text.includes('viewBox="-90 -140 280 230"'), text);
  assert.equal(text.match(/<line /g)?.length, 1);
  assert.ok(text.includes(`${"x".repeat(31)}…`));
});
