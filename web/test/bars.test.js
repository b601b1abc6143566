import assert from "node:assert/strict";
import { test } from "node:test";
import { measures } from "../components/bars/measures.js";

const INTEGER = "http://www.w3.org/2001/XMLSchema#integer";

/** @param {Record<string, string|number>} cells */
function row(cells) {
  return Object.fromEntries(
    Object.entries(cells).map(([name, value]) => [
      name,
      typeof value === "number"
        ? { type: "literal", value: String(value), datatype: INTEGER }
        : { type: value.startsWith("http") ? "uri" : "literal", value },
    ]),
  );
}

test("a column of names and one of numbers make bars", () => {
  const rows = [row({ a: "http://a", aLabel: "A", n: 1 }), row({ a: "http://b", aLabel: "B", n: 2 })];
  assert.deepEqual(measures(["a", "aLabel", "n"], rows), { names: "a", label: "aLabel", numbers: ["n"] });
});

test("what is the same in every row names none", () => {
  const rows = [row({ org: "http://o", kind: "x", n: 1 }), row({ org: "http://o", kind: "y", n: 2 })];
  assert.deepEqual(measures(["org", "kind", "n"], rows)?.names, "kind");
});

test("an id names the same as the thing it belongs to", () => {
  const rows = [row({ a: "http://a", aId: "A-1", n: 1 }), row({ a: "http://b", aId: "B-1", n: 2 })];
  assert.deepEqual(measures(["a", "aId", "n"], rows)?.names, "a");
});

test("two columns of names, repeated names, no numbers or one row make none", () => {
  assert.equal(measures(["a", "b", "n"], [row({ a: "1st", b: "x", n: 1 }), row({ a: "2nd", b: "y", n: 2 })]), null);
  assert.equal(measures(["a", "n"], [row({ a: "x", n: 1 }), row({ a: "x", n: 2 }), row({ a: "y", n: 2 })]), null);
  assert.equal(measures(["a"], [row({ a: "x" }), row({ a: "y" })]), null);
  assert.equal(measures(["a", "n"], [row({ a: "x", n: 1 })]), null);
});
