import { get, rowsOf } from "./api.js";

/**
 * The incidents that are known on a day, for every view that lists them.
 *
 * @typedef {{iri: string, label: string, organisation: string, severity: string, day: string}} Incident
 *     day is the one on which the organisation became aware of it, else that of its detection, else
 *     that of its beginning; what is not known is empty
 */

/** @param {Pick<import("./views.js").Context, "org"|"day"|"catalogue"|"signal">} context */
export async function incidentsOf({ org, day, catalogue, signal }) {
  const question = catalogue.queries.find((each) => each.name === "incident/time-to-detect");
  if (!question) {
    return [];
  }
  const given = /** @type {Array<[string, string|undefined]>} */ ([["org", org?.iri], ["day", day], ["format", "json"]]);
  return latestFirst((await rowsOf(await get(question.href, given, signal))).rows);
}

/**
 * @param {import("./api.js").Row[]} rows
 * @returns {Incident[]} each once, those without a day last
 */
export function latestFirst(rows) {
  const each = rows.map((row) => ({
    iri: row.incident.value,
    label: row.incidentLabel?.value ?? row.incident.value,
    organisation: row.orgLabel?.value ?? "",
    severity: row.severity?.value ?? "",
    day: (row.awareAt ?? row.detectedAt ?? row.occurredAt)?.value.slice(0, 10) ?? "",
  }));
  return [...new Map(each.map((incident) => [incident.iri, incident])).values()].sort((a, b) => b.day.localeCompare(a.day));
}
