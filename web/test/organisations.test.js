import assert from "node:assert/strict";
import { test } from "node:test";
import { chosen, organisationsOn } from "../app/organisations.js";

/** @type {string[]} */
let asked = [];

/** @param {Record<string, string>} labels by IRI @param {Record<string, string>} [headers] */
function serve(labels, headers = {}) {
  asked = [];
  const bindings = Object.entries(labels).map(([value, label]) => ({ org: { type: "uri", value }, orgLabel: { type: "literal", value: label } }));
  globalThis.fetch = async (address) => {
    asked.push(String(address));
    return Response.json({ head: {}, results: { bindings } }, { headers });
  };
}

globalThis.document = /** @type {any} */ ({ dispatchEvent: () => true });

test("organisations are asked for once for a day and a revision", async () => {
  serve({ "http://a/id/bank": "Bank", "http://a/id/acme": "Acme" });
  const all = await organisationsOn("2026-03-31", "7");
  assert.deepEqual(all.map(({ id, label }) => [id, label]), [["acme", "Acme"], ["bank", "Bank"]]);
  assert.deepEqual(await organisationsOn("2026-03-31", "7"), all);
  assert.equal(asked.length, 1);
  await organisationsOn("2026-03-31", "8");
  await organisationsOn("2026-04-01", "8");
  await organisationsOn("2026-04-01", "8");
  assert.deepEqual(asked.map((each) => each.slice(-10)), ["2026-03-31", "2026-03-31", "2026-04-01"]);
});

test("what may be wrong tomorrow is not kept: without a revision, with members missing, after a failure", async () => {
  serve({});
  await organisationsOn("2026-05-01", null);
  await organisationsOn("2026-05-01", null);
  assert.equal(asked.length, 2);
  serve({}, { "ControlGraph-Missing": "east" });
  await organisationsOn("2026-05-01", "9");
  await organisationsOn("2026-05-01", "9");
  assert.equal(asked.length, 2);
  globalThis.fetch = async () => new Response(null, { status: 500 });
  assert.deepEqual(await organisationsOn("2026-05-02", "9"), []);
  serve({ "http://a/id/acme": "Acme" });
  assert.equal((await organisationsOn("2026-05-02", "9")).length, 1);
});

test("names that two share are no ids; one that is not listed can be asked for", async () => {
  serve({ "http://a/id/acme": "Acme", "http://b/id/acme": "Other" });
  const all = await organisationsOn("2026-06-01", "9");
  assert.deepEqual(all.map(({ id }) => id), ["http://a/id/acme", "http://b/id/acme"]);
  assert.equal(chosen(all, "http://b/id/acme")?.label, "Other");
  assert.deepEqual(chosen(all, "ghost"), { id: "ghost", iri: "ghost", label: "ghost" });
  assert.equal(chosen(all, null), null);
});
