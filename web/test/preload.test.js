import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

const WEB = new URL("../", import.meta.url);
const PAGE = readFileSync(new URL("index.html", WEB), "utf8");
const IMPORT = /^(?:import|export)\s(?:[^"]*?\sfrom\s)?"([^"]+)";/gm;

/** Every module of ours that is loaded before a view can be, as the page names it. */
function frame() {
  const found = new Set(["/web/app/main.js"]);
  for (const path of found) {
    const file = new URL(path.slice("/web/".length), WEB);
    for (const [, name] of readFileSync(file, "utf8").matchAll(IMPORT)) {
      if (name.startsWith(".")) {
        found.add(`/web/${new URL(name, file).href.slice(WEB.href.length)}`);
      }
    }
  }
  return [...found].sort();
}

test("the page loads the modules of its frame at once, and not one after the other", () => {
  const named = [...PAGE.matchAll(/rel="modulepreload" href="([^"]+)"/g)].map(([, path]) => path);
  assert.deepEqual(named.filter((path) => path.startsWith("/web/")).sort(), frame());
});
