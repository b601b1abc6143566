import assert from "node:assert/strict";
import { test } from "node:test";
import { layOut, wrapped } from "../components/lanes/layout.js";

const lanes = [
  { name: "incident", nodes: [{ iri: "i", label: "Incident" }] },
  { name: "findings", nodes: [{ iri: "a", label: "One", mark: "failed" }, { iri: "b", label: "Two" }, { iri: "c", label: "Three" }] },
];

test("lanes stand side by side and boxes below each other, without overlap", () => {
  const { boxes, heads } = layOut(lanes, [], Infinity);
  assert.equal(boxes.length, 4);
  assert.ok(heads[1].x > heads[0].x + 190);
  const [, first, second, third] = boxes;
  assert.ok(second.y >= first.y + first.height);
  assert.ok(third.y >= second.y + second.height);
  assert.ok(first.height > second.height, "a mark takes room");
});

test("what a lane does not show is counted, and no line leads to it", () => {
  const edges = [
    { from: "i", to: "a", reading: "found" },
    { from: "i", to: "c", reading: "found" },
    { from: "a", to: "a", reading: "itself" },
  ];
  const { boxes, hidden, lines } = layOut(lanes, edges, 1);
  assert.deepEqual(boxes.map((box) => box.iri), ["i", "a"]);
  assert.deepEqual(hidden.map((each) => [each.lane, each.count]), [["findings", 2]]);
  assert.deepEqual(lines.map((line) => line.to), ["a"]);
});

test("long labels are broken at words, and words that are too long within", () => {
  assert.deepEqual(wrapped("short"), ["short"]);
  assert.deepEqual(wrapped("Shifted labels in the chest training set"), ["Shifted labels in the", "chest training set"]);
  const long = wrapped(`${"x".repeat(80)} and more words than any box could ever hold at all`);
  assert.equal(long.length, 5);
  assert.ok(long.every((line) => line.length <= 22));
  assert.ok(long[4].endsWith("…"));
});

test("a line that passes a lane crosses none of its boxes", () => {
  const tall = Array.from({ length: 4 }, (_, at) => ({ iri: `m${at}`, label: "A box in the way of the lines between two lanes" }));
  const { boxes, lines } = layOut(
    [
      { name: "left", nodes: [{ iri: "l0", label: "One" }, { iri: "l1", label: "Two" }] },
      { name: "middle", nodes: tall },
      { name: "right", nodes: [{ iri: "r0", label: "One" }, { iri: "r1", label: "Two" }] },
    ],
    ["l0", "l1"].flatMap((from) => ["r0", "r1"].map((to) => ({ from, to, reading: "leads to" }))),
    Infinity,
  );
  const middle = boxes.filter((box) => box.iri.startsWith("m"));
  assert.equal(lines.length, 4);
  for (const line of lines) {
    const level = Number(line.path.match(/ L [\d.]+ ([\d.]+)/)?.[1]);
    assert.ok(level > 0, line.path);
    for (const box of middle) {
      assert.ok(level < box.y || level > box.y + box.height, `${level} in a box at ${box.y}`);
    }
  }
});

test("what is missing says all of its words, and neighbours in a lane are joined straight down", () => {
  const words = "Missing: no implementation of a requirement with a long name stands at this target or at anything that it is part of or runs in";
  const { boxes, lines } = layOut(
    [{ name: "one", nodes: [{ iri: "a", label: "One" }, { iri: "b", label: words, missing: true }] }],
    [{ from: "a", to: "b", reading: "missing", missing: true }],
    Infinity,
  );
  assert.equal(boxes[1].lines.join(" "), words);
  assert.match(lines[0].path, /^M 95 \d+ L 95 \d+$/);
  assert.equal(lines[0].missing, true);
});
