import { get, rowsOf } from "./api.js";

/**
 * The organisations that can be looked at, by their short names. They are kept for as long as the
 * graph and the day stay the same, so that going from view to view does not ask for them again.
 *
 * @typedef {import("./views.js").Organisation} Organisation
 */

/** @type {{state: string, all: Organisation[]}|null} */
let kept = null;

/**
 * @param {string} day
 * @param {string|null} revision null if the server cannot tell
 * @returns {Promise<Organisation[]>}
 */
export async function organisationsOn(day, revision) {
  const state = `${revision} ${day}`;
  if (kept?.state === state) {
    return kept.all;
  }
  try {
    const answer = await get("/api/v1/coverage", [["by", "organisation"], ["day", day]]);
    const all = named((await rowsOf(answer)).rows);
    if (revision !== null && !answer.headers.has("ControlGraph-Missing")) {
      kept = { state, all };
    }
    return all;
  } catch {
    return []; // The view itself says what is wrong; without the switch it still shows all.
  }
}

/** @param {import("./api.js").Row[]} rows */
function named(rows) {
  const all = rows.map((row) => ({
    id: row.org.value.split("/").pop() ?? row.org.value,
    iri: row.org.value,
    label: row.orgLabel?.value ?? row.org.value,
  }));
  const once = new Set(all.map((each) => each.id)).size === all.length;
  return all
    .map((each) => (once ? each : { ...each, id: each.iri }))
    .sort((a, b) => a.label.localeCompare(b.label));
}

/**
 * @param {Organisation[]} all
 * @param {string|null} given
 */
export function chosen(all, given) {
  if (!given) {
    return null;
  }
  return all.find((each) => each.id === given || each.iri === given) ?? { id: given, iri: given, label: given };
}
