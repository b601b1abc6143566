import { questionHref } from "./address.js";
import { el } from "./dom.js";
import { count } from "./words.js";

/**
 * Coverage as a ladder of rungs, each n of N, longest at the foot. A bar repeats the figure beside
 * it and is hidden from assistive technology, so nothing hangs on seeing it.
 *
 * @typedef {import("./api.js").Row} Row
 */

const RUNGS = [
  ["effective", "passed its last due test, and nothing has gone against it since"],
  ["owned", "its accountable post is held by somebody"],
  ["evidenced", "with evidence in force"],
  ["claimed", "said to be implemented"],
];

const BELOW = [
  ["partial", "partial"],
  ["planned", "planned"],
  ["notImplemented", "not implemented"],
  ["notAssessed", "not assessed"],
];

/** @param {Row} row */
export function ladderCard(row) {
  const cells = figure(row, "cells");
  const effective = figure(row, "effective");
  const organisation = row.orgLabel?.value ?? "";
  const framework = row.frameworkLabel?.value ?? "";
  const given = { org: row.org?.value ?? "", framework: row.framework?.value ?? "" };
  return el(
    "article",
    { class: "card" },
    el("h3", {}, framework, el("span", { class: "of" }, organisation)),
    el(
      "p",
      { class: "figure" },
      el("strong", {}, count(effective)),
      ` of ${count(cells)} cells effective`,
    ),
    el(
      "table",
      { class: "ladder" },
      el("caption", {}, `Rungs of ${framework} at ${organisation}, cells reached of ${count(cells)}`),
      el(
        "thead",
        { class: "hidden" },
        el("tr", {}, ["Rung", "Cells", "Bar"].map((name) => el("th", { scope: "col" }, name))),
      ),
      el("tbody", {}, RUNGS.map(([name, meaning]) => rung(name, meaning, row, cells))),
    ),
    below(row),
    el(
      "p",
      { class: "links" },
      el("a", { href: questionHref("coverage/by-theme", given) }, "by theme"),
      el("a", { href: questionHref("coverage/by-requirement", given) }, "by requirement"),
      el("a", { href: questionHref("coverage/by-target", given) }, "by target"),
      el("a", { href: questionHref("coverage/by-owner", given) }, "by owner"),
    ),
  );
}

/**
 * A bar for n of N that stands beside the figures it repeats.
 *
 * @param {number} part
 * @param {number} whole
 * @param {string} [kind]
 */
export function bar(part, whole, kind = "effective") {
  const inner = el("span", { class: `fill ${kind}` });
  inner.style.width = whole > 0 ? `${(100 * part) / whole}%` : "0";
  return el("span", { class: "bar-of", "aria-hidden": "true" }, inner);
}

/**
 * @param {Row} row
 * @param {string} name
 */
export function figure(row, name) {
  return Number(row[name]?.value ?? 0);
}

/**
 * @param {string} name
 * @param {string} meaning
 * @param {Row} row
 * @param {number} cells
 */
function rung(name, meaning, row, cells) {
  const reached = figure(row, name);
  return el(
    "tr",
    {},
    el("th", { scope: "row", title: meaning }, name),
    el("td", { class: "number" }, count(reached)),
    el("td", { class: "bar-cell" }, bar(reached, cells, name)),
  );
}

/** @param {Row} row */
function below(row) {
  const paper = figure(row, "claimed") - figure(row, "evidenced");
  const rest = BELOW.map(([name, words]) => [figure(row, name), words]);
  const parts = [[paper, "claimed on paper only"], ...rest].filter(([n]) => Number(n) > 0);
  const out = figure(row, "notApplicable");
  return el(
    "p",
    { class: "below" },
    parts.map(([n, words]) => el("span", {}, el("b", {}, count(n)), ` ${words}`)),
    out > 0 ? el("span", { class: "out" }, `${count(out)} not applicable, outside N`) : null,
  );
}
