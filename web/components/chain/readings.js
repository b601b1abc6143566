import { sentence, shortName } from "../../app/words.js";

/**
 * How a statement reads in a sentence, and what its source is called.
 *
 * @typedef {{iri: string, label?: string}} Ref
 * @typedef {{subject: Ref, property: string, reading: string, object?: Ref, value?: string,
 *     graphs: string[]}} Said
 */

/** Readings of properties whose names say little in a sentence. @type {Record<string, string>} */
const READINGS = {
  type: "is a",
  targetClass: "counts as",
  validFrom: "is valid from",
  validUntil: "is valid until",
  effectiveOn: "is effective on",
  approvedOn: "was approved on",
  testedOn: "was done on",
  nextDue: "is next due on",
};

const DAY = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" });

/** The name of a property without its namespace. @param {Said} said */
export function nameOf({ property }) {
  return property.split(/[/#]/).pop() ?? property;
}

/** @param {Said} said */
export function readingOf(said) {
  const name = nameOf(said);
  return READINGS[name] ?? (said.reading === name ? sentence(name).toLowerCase() : said.reading);
}

/**
 * A value in words: a day with its month's name, yes and no.
 *
 * @param {Said} said
 */
export function valueOf(said) {
  const value = said.value ?? "";
  if (value === "true" || value === "false" || nameOf(said) === "assessable") {
    return value === "true" || value === "1" ? "yes" : "no";
  }
  return isDay(value) ? dayInWords(value) : value;
}

/** @param {string|undefined} value */
export function isDay(value) {
  return /^\d{4}-\d\d-\d\d$/.test(value ?? "") && !Number.isNaN(Date.parse(value ?? ""));
}

/** 2026-03-01 is 1 March 2026. @param {string} day */
export function dayInWords(day) {
  return DAY.format(new Date(`${day}T00:00:00Z`));
}

/**
 * The statements of a graph, as this server gives them.
 *
 * @param {string} graph
 */
export function graphHref(graph) {
  return `/data?graph=${encodeURIComponent(graph)}`;
}

/** @param {string} graph */
export function graphName(graph) {
  return graph.includes("/graph/") ? graph.slice(graph.indexOf("/graph/") + 7) : shortName(graph);
}
