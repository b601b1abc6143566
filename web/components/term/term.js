import { html } from "lit-html";
import { thingHref } from "../../app/address.js";
import { count, shortName } from "../../app/words.js";

/**
 * A value of the graph for a reader: a link for a thing, its number, day or text for the rest. The
 * name of a thing is its label; without one, the end of its IRI.
 *
 * @typedef {import("../../app/api.js").Term} Term
 */

const NUMBERS = /#(integer|decimal|double|float|int|long|nonNegativeInteger)$/;

/**
 * @param {Term|undefined} term
 * @param {Term} [label]
 */
export function value(term, label) {
  if (!term) {
    return label ? label.value : html`<span class="none" aria-label="none">–</span>`;
  }
  return term.type === "uri" ? link({ iri: term.value, label: label?.value }) : text(term);
}

/**
 * A thing that leads to its page.
 *
 * @param {{iri: string, label?: string|null}} thing
 */
export function link({ iri, label }) {
  return html`<a href=${thingHref(iri)}>${label ?? shortName(iri)}</a>`;
}

/** @param {{value: string, datatype?: string}} literal */
export function text(literal) {
  if (literal.datatype?.endsWith("#boolean")) {
    return literal.value === "true" ? "yes" : "no";
  }
  if (literal.datatype?.endsWith("#date") || literal.datatype?.endsWith("#dateTime")) {
    return html`<time datetime=${literal.value}>${literal.value.replace("T", " ").replace("Z", " UTC")}</time>`;
  }
  return isNumber(literal) ? number(literal.value) : literal.value;
}

/** @param {{datatype?: string}|undefined} literal */
export function isNumber(literal) {
  return Boolean(literal?.datatype && NUMBERS.test(literal.datatype));
}

/** @param {string} digits */
function number(digits) {
  return /^-?\d{1,15}$/.test(digits) ? count(digits) : digits;
}
