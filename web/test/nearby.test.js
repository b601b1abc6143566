import assert from "node:assert/strict";
import { test } from "node:test";
import { layOut, nearest, roomBeside } from "../components/nearby/layout.js";

/** @param {string} name @param {number} count */
function links(name, count) {
  return { property: { iri: name }, direction: "in", count };
}

/** @param {string} name @param {number} count */
function neighbours(name, count) {
  return Array.from({ length: count }, (_, at) => ({ iri: `${name}-${at}`, property: { iri: name }, direction: "in" }));
}

/** @param {import("../components/nearby/layout.js").Group[]} groups */
function told(groups) {
  return groups.map(({ property, shown, rest }) => [property.iri, shown.length, rest]);
}

test("few neighbours are all shown", () => {
  const groups = nearest([links("a", 3), links("b", 1)], [...neighbours("a", 3), ...neighbours("b", 1)], 11);
  assert.deepEqual(told(groups), [["a", 3, 0], ["b", 1, 0]]);
});

test("the rest of a hub is one node, and crowds out nobody", () => {
  const groups = nearest([links("a", 900), links("b", 2)], [...neighbours("a", 200), ...neighbours("b", 2)], 11);
  assert.deepEqual(told(groups), [["a", 5, 895], ["b", 2, 0]]);
});

test("of many properties each has one node, as far as there is room", () => {
  const all = Array.from({ length: 14 }, (_, at) => links(`p${at}`, 3));
  const groups = nearest(all, all.flatMap((each) => neighbours(each.property.iri, 3)), 11);
  assert.deepEqual(told(groups), all.slice(0, 11).map((each) => [each.property.iri, 0, 3]));
});

test("a side may have what the other leaves, up to a height", () => {
  assert.deepEqual([[], [links("a", 900)], [links("a", 9), links("b", 3)], [links("a", 6), links("b", 6), links("c", 6)]].map(roomBeside), [15, 15, 13, 11]);
});

test("what is not on the page counts as the rest; other directions are others", () => {
  assert.deepEqual(told(nearest([links("a", 4)], neighbours("a", 1), 11)), [["a", 1, 3]]);
  assert.deepEqual(told(nearest([{ ...links("a", 1), direction: "out" }], neighbours("a", 1), 11)), [["a", 0, 1]]);
});

test("nodes stand below each other on their side and within the drawing", () => {
  const left = nearest([links("a", 900), links("b", 2)], [...neighbours("a", 20), ...neighbours("b", 2)], 11);
  const drawing = layOut(left, nearest([links("c", 1)], neighbours("c", 1), 11), 2, 17);
  assert.equal(drawing.nodes.length, 9);
  assert.equal(drawing.names.length, 3);
  const ys = drawing.nodes.filter((each) => each.x === 0).map((each) => each.y);
  assert.ok(ys.every((y, at) => at === 0 || y - ys[at - 1] >= 34), ys.join());
  assert.ok(drawing.nodes.every((each) => each.y >= 0 && each.y + 28 <= drawing.height));
  assert.ok(drawing.middle.y + drawing.middle.height <= drawing.height);
});
