import { html } from "lit-html";
import { href } from "../../app/address.js";
import { curie } from "./ontology.js";

/**
 * The address of a term's page.
 *
 * @param {{name: string}} term such as cg:Dataset
 */
export function termHref({ name }) {
  return href("/terms", { term: name.startsWith("cg:") ? name.slice(3) : name });
}

/**
 * A term of the ontology that leads to its page, or an IRI of another vocabulary that leads there.
 *
 * @param {import("./ontology.js").Ontology} ontology
 * @param {string} iri
 */
export function termLink({ terms }, iri) {
  const term = terms.get(iri);
  if (term) {
    return html`<a href=${termHref(term)} title=${term.definition}>${term.label}</a>`;
  }
  return /^https?:/.test(iri) ? html`<a href=${iri} data-away rel="noreferrer">${curie(iri)}</a>` : iri;
}
