import { ask, get } from "./api.js";
import { questionHref, thingHref } from "./address.js";
import { el, scrollRegion } from "./dom.js";
import { bar, figure, ladderCard } from "./ladder.js";
import { empty, fill } from "./states.js";
import { FOLDER_ORDER, count, folderOf, folderTitle, plural } from "./words.js";

/**
 * The first page: how far every framework and organisation is covered, which rules are broken, and
 * what can be asked.
 *
 * @param {HTMLElement} main
 * @param {Array<{name: string, summary: string, question: string, severity?: string}>} questions
 * @param {string} day
 */
export function overview(main, questions, day) {
  document.title = "Coverage – ControlGraph";
  const known = new Set(questions.map((each) => each.name));
  const frameworks = el("div", {});
  const organisations = el("div", {});
  const gaps = el("div", {});
  main.replaceChildren(
    el("h1", {}, "What is covered"),
    el(
      "p",
      { class: "lead" },
      "A cell is an applicable requirement at a target where it is expected. It climbs four rungs: claimed, evidenced, owned, effective. Only the last one protects.",
    ),
    el(
      "div",
      { class: questions.some((each) => each.severity) ? "sides" : null },
      el(
        "div",
        {},
        section("frameworks", "Frameworks", frameworks),
        section("organisations", "Organisations", organisations),
      ),
      questions.some((each) => each.severity) ? section("gaps", "Rules and what breaks them", gaps) : null,
    ),
    section("questions", "Questions", themes(questions)),
  );
  const given = /** @type {Array<[string, string]>} */ ([["day", day]]);
  if (known.has("coverage/by-framework")) {
    fill(frameworks, "the coverage of frameworks", async () => {
      const { rows } = await ask("coverage/by-framework", given);
      return rows.length === 0
        ? [nothingYet()]
        : [el("div", { class: "cards" }, rows.map(ladderCard))];
    });
  }
  if (known.has("coverage/by-organisation")) {
    fill(organisations, "the coverage of organisations", async () => {
      const { rows } = await ask("coverage/by-organisation", given);
      return rows.length === 0 ? [nothingYet()] : [organisationTable(rows)];
    });
  }
  fill(gaps, "the rules", async () => {
    const response = await get("/api/v1/check", given);
    return [gapTable((await response.json()).rules)];
  });
}

/**
 * @param {string} id
 * @param {string} title
 * @param {HTMLElement} content
 */
function section(id, title, content) {
  return el(
    "section",
    { "aria-labelledby": id },
    el("h2", { id }, title),
    content,
  );
}

function nothingYet() {
  return empty("No organisation has a management system with a framework yet. Import its files first.");
}

/** @param {import("./api.js").Row[]} rows */
function organisationTable(rows) {
  const rungs = ["claimed", "evidenced", "owned", "effective"];
  const names = ["Organisation", "Cells", ...rungs.map((r) => r[0].toUpperCase() + r.slice(1))];
  const head = names.map((name, at) => el("th", { scope: "col", class: at ? "number" : null }, name));
  const body = rows.map((row) => {
    const cells = figure(row, "cells");
    return el(
      "tr",
      {},
      el(
        "th",
        { scope: "row" },
        el("a", { href: thingHref(row.org?.value ?? "") }, row.orgLabel?.value ?? row.org?.value),
        bar(figure(row, "effective"), cells),
      ),
      el("td", { class: "number" }, count(cells)),
      rungs.map((rung) => el("td", { class: "number" }, count(figure(row, rung)))),
    );
  });
  return scrollRegion(
    "Coverage of organisations, weakest first",
    el(
      "table",
      {},
      el("thead", {}, el("tr", {}, head)),
      el("tbody", {}, body),
    ),
  );
}

/** @param {Array<{name: string, summary: string, severity: string, count: number}>} rules */
function gapTable(rules) {
  const order = ["critical", "high", "medium", "low"];
  const sorted = [...rules].sort(
    (a, b) =>
      Number(b.count > 0) - Number(a.count > 0) ||
      order.indexOf(a.severity) - order.indexOf(b.severity) ||
      b.count - a.count,
  );
  const head = [
    el("th", { scope: "col" }, "Severity"),
    el("th", { scope: "col" }, "Rule"),
    el("th", { scope: "col", class: "number" }, "Broken by"),
  ];
  const body = sorted.map((rule) =>
    el(
      "tr",
      {},
      el("td", {}, severity(rule.severity, rule.count > 0)),
      el("th", { scope: "row" }, el("a", { href: questionHref(rule.name) }, rule.summary)),
      el("td", { class: "number" }, rule.count > 0 ? plural(rule.count, "row", "rows") : "nothing"),
    ),
  );
  return scrollRegion(
    "Rules, broken ones first",
    el("table", {}, el("thead", {}, el("tr", {}, head)), el("tbody", {}, body)),
  );
}

/**
 * A severity as a word; its colour only repeats it.
 *
 * @param {string} name
 * @param {boolean} broken
 */
export function severity(name, broken) {
  return el("span", { class: `severity ${broken ? name : "kept"}` }, name);
}

/** @param {Array<{name: string, summary: string, question: string}>} questions */
function themes(questions) {
  const folders = [...new Set(questions.map((each) => folderOf(each.name)))].sort(
    (a, b) => place(a) - place(b) || a.localeCompare(b),
  );
  return el(
    "div",
    { class: "themes" },
    folders.map((folder) =>
      el(
        "section",
        { "aria-labelledby": `theme-${folder}` },
        el("h3", { id: `theme-${folder}` }, folderTitle(folder)),
        el(
          "ul",
          {},
          questions
            .filter((each) => folderOf(each.name) === folder)
            .map((each) =>
              el(
                "li",
                {},
                el("a", { href: questionHref(each.name) }, each.summary),
                el("span", { class: "asks" }, each.question),
              ),
            ),
        ),
      ),
    ),
  );
}

/** @param {string} folder */
function place(folder) {
  const at = FOLDER_ORDER.indexOf(folder);
  return at < 0 ? FOLDER_ORDER.length : at;
}
