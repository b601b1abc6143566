import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { changed, href, questionArguments, thingHref } from "../app/address.js";

beforeEach(() => {
  globalThis.location = /** @type {any} */ ({
    pathname: "/gaps",
    search: "?org=hospital&day=2026-03-31&rule=risk%2Fhigh",
  });
});

test("organisation and day are kept from view to view, the rest is not", () => {
  assert.equal(href("/"), "/?org=hospital&day=2026-03-31");
  assert.equal(thingHref("http://example.org/a&b"), "/?thing=http%3A%2F%2Fexample.org%2Fa%26b&org=hospital&day=2026-03-31");
});

test("null drops what would be kept", () => {
  assert.equal(href("/", { org: null }), "/?day=2026-03-31");
});

test("a view changes one thing of its address", () => {
  assert.equal(changed({ rule: null }), "/gaps?org=hospital&day=2026-03-31");
});

test("what an address says several times is kept", () => {
  globalThis.location.search = "?node=a&node=b&expand=0+p+in&expand=1+p+in&day=2026-03-31";
  assert.equal(changed({ org: "bank" }), "/gaps?node=a&node=b&expand=0+p+in&expand=1+p+in&day=2026-03-31&org=bank");
});

test("arguments of a question are all but what the page uses itself", () => {
  globalThis.location.search = "?question=a&day=2026-01-01&framework=x&empty=&offset=5";
  assert.deepEqual(questionArguments(), [["framework", "x"]]);
});
