import assert from "node:assert/strict";
import { test } from "node:test";
import { backwards, count, folderOf, folderTitle, isIri, plural, sentence, shortName, paragraphs } from "../app/words.js";

test("a name in camel case or with hyphens becomes words", () => {
  assert.equal(sentence("notAssessed"), "Not assessed");
  assert.equal(sentence("on-paper-only"), "On paper only");
  assert.equal(sentence("org"), "Organisation");
});

test("the end of an IRI stands for a thing without a label", () => {
  assert.equal(shortName("http://example.org/id/a%20b"), "a b");
  assert.equal(shortName("http://example.org/ns#Risk"), "Risk");
  assert.equal(shortName("http://example.org/100%"), "100%");
});

test("a link is read backwards by its inverse, or in words that fit any name", () => {
  const property = { iri: "http://purl.org/dc/terms/isReplacedBy" };
  assert.equal(backwards(property, { label: "replaces" }), "Replaces");
  assert.equal(backwards(property), "Things whose ‘is replaced by’ is this");
  assert.equal(backwards({ ...property, label: "creator" }, {}), "Things whose ‘creator’ is this");
});

test("numbers are grouped, and one thing is not said as several", () => {
  assert.equal(count("12345"), "12,345");
  assert.equal(plural(1, "row", "rows"), "1 row");
  assert.equal(plural(0, "row", "rows"), "0 rows");
});

test("questions are told by their folders", () => {
  assert.equal(folderOf("coverage/by-framework"), "coverage");
  assert.equal(folderOf("own"), "other");
  assert.equal(folderTitle("incident"), "Incidents");
  assert.equal(folderTitle("my-own"), "My own");
});

test("only what may stand between angle brackets is an IRI", () => {
  assert.ok(isIri("http://example.org/a"));
  assert.ok(isIri("urn:x:y"));
  assert.ok(!isIri("http://example.org/a b"));
  assert.ok(!isIri("http://example.org/a> . } DROP ALL"));
  assert.ok(!isIri("A.5.15"));
});

test("the lines of a file make paragraphs", () => {
  assert.deepEqual(paragraphs("One\n  line.\n\nAnother.\n"), ["One line.", "Another."]);
  assert.deepEqual(paragraphs(""), []);
});
