import assert from "node:assert/strict";
import { test } from "node:test";
import { changesOf } from "../components/changes/words.js";
import { factOf, firstFacts } from "../pages/history/patch.js";

const XSD = "http://www.w3.org/2001/XMLSchema#";

test("a line that adds or removes a statement is read", () => {
  assert.deepEqual(factOf("A <http://e/s> <http://e/p> <http://e/o> <http://e/g> ."), {
    added: true, subject: "http://e/s", property: "http://e/p", value: { type: "uri", value: "http://e/o" }, graph: "http://e/g",
  });
  assert.deepEqual(factOf(`D <http://e/s> <http://e/p> "5"^^<${XSD}integer> <http://e/g> .`)?.value, {
    type: "literal", value: "5", datatype: `${XSD}integer`,
  });
  assert.deepEqual(factOf('A <http://e/s> <http://e/p> "ja"@de-CH <http://e/g> .')?.value, {
    type: "literal", value: "ja", language: "de-CH",
  });
});

test("texts with quotes, breaks, dots and escapes stay what they are", () => {
  const value = (/** @type {string} */ text) => factOf(`A <http://e/s> <http://e/p> "${text}" <http://e/g> .`)?.value.value;
  assert.equal(value('say \\"no\\" . <x>'), 'say "no" . <x>');
  assert.equal(value("a\\nb\\tc\\\\d"), "a\nb\tc\\d");
  assert.equal(value("\\u00e9\\U0001F600"), "é😀");
  assert.equal(value("\\\\n"), "\\n");
  assert.equal(value("ä€"), "ä€");
});

test("lines that change no statement are passed over", () => {
  for (const line of ['H author "A <http://e/s> <http://e/p> <http://e/o> ." .', "TX .", "TC .", "", "A <s"]) {
    assert.equal(factOf(line), null, line);
  }
});

test("facts are read across pieces of any size, and no further than wanted", async () => {
  const text = ["TX .", ...[1, 2, 3, 4, 5, 6].map((n) => `A <http://e/s${n}> <http://e/p> "${n}" <http://e/g> .`), "TC .", ""].join("\n");
  let asked = 0;
  async function* pieces() {
    for (let at = 0; at < text.length; at += 7) {
      asked++;
      yield text.slice(at, at + 7);
    }
  }
  const first = await firstFacts(pieces(), 2, (fact) => fact.value.value !== "1");
  assert.deepEqual(first.facts.map((each) => each.value.value), ["2", "3"]);
  assert.equal(first.passed, 1);
  assert.equal(first.whole, false);
  assert.ok(asked < Math.ceil(text.length / 7), "the end is not read");
  const all = await firstFacts(pieces(), 6, () => true);
  assert.equal(all.facts.length, 6);
  assert.equal(all.whole, true);
});

test("statements are put together as changes of things", () => {
  const fact = (added, subject, property, value) => ({ added, subject, property, value });
  const changes = changesOf(
    [
      fact(false, "a", "owner", "old"),
      fact(true, "b", "type", "Risk"),
      fact(true, "a", "owner", "new"),
      fact(false, "c", "type", "Risk"),
      fact(true, "b", "name", "B"),
    ],
    (each) => each.property === "type",
  );
  assert.deepEqual(changes.map((each) => [each.subject, each.standing]), [["a", "changed"], ["b", "new"], ["c", "gone"]]);
  assert.deepEqual(changes[0].lines, [{ property: "owner", before: ["old"], after: ["new"] }]);
});
