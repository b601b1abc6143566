import { html } from "lit-html";
import { cellHref } from "../../app/address.js";

/**
 * Words with a meaning of their own: severities, standings, findings. Each is a word; shape and
 * colour only repeat it.
 */

/** A rule's severity. @param {string} name */
export function severity(name) {
  return html`<span class="badge severity ${name}">${name}</span>`;
}

/** How far a cell has come, in the words of the API. @type {Record<string, string>} */
export const STANDINGS = {
  effective: "effective",
  owned: "owned",
  evidenced: "evidenced",
  claimed: "claimed",
  partial: "partial",
  planned: "planned",
  "not-implemented": "not implemented",
  "not-assessed": "not assessed",
  "not-applicable": "not applicable",
};

/** The rungs of what is claimed, the highest first. */
export const RUNGS = ["effective", "owned", "evidenced", "claimed"];

/** @param {string} name */
export function standing(name) {
  return html`<span class="badge standing ${name}">${STANDINGS[name] ?? name}</span>`;
}

/**
 * A standing that leads to its reason. Its name begins with the words that are seen, as those say
 * who speak to their machine (WCAG 2.5.3).
 *
 * @param {Parameters<typeof cellHref>[0] & {requirement: {label?: string}, target: {label?: string}}} cell
 * @param {string} name
 */
export function reasoned(cell, name) {
  const label = `${STANDINGS[name] ?? name} why: ${cell.requirement.label ?? "the requirement"} at ${cell.target.label ?? "the target"}`;
  return html`<a class="reasoned" href=${cellHref(cell)} aria-label=${label}>${standing(name)} why</a>`;
}
