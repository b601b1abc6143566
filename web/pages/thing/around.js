import { html, nothing } from "lit-html";
import { getJson } from "../../app/api.js";
import { href } from "../../app/address.js";
import { backwards, count } from "../../app/words.js";
import { nearby } from "../../components/nearby/nearby.js";
import { empty } from "../../components/states/states.js";
import { link } from "../../components/term/term.js";

/**
 * What a thing is linked with: drawn, and what refers to it as lists.
 *
 * @typedef {{iri: string, label?: string|null}} Ref
 * @typedef {{property: Ref, inverse?: Ref|null, direction: string, count: number}} Links
 * @typedef {Ref & {types: Ref[], property: Ref, direction: string}} Neighbour
 * @typedef {{node: Ref, links: Links[], neighbours: Neighbour[]}} Around
 */

const TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";
/** As many neighbours as are asked for at once; only hubs have more. */
const PAGE = 200;
/** As many as a list shows of a property. */
const SHOWN = 12;

/**
 * The links of a thing and its first neighbours. Of a hub, a page may lack the first of some
 * property; they are asked for by themselves.
 *
 * @param {string} iri
 * @param {AbortSignal} signal
 * @returns {Promise<Around>}
 */
export async function around(iri, signal) {
  /** @type {Around} */
  const { node, links, neighbours } = await getJson("/api/v1/neighbours", [["node", iri], ["limit", PAGE]], signal);
  const lacking = links.filter((each) => of(each, neighbours).length < Math.min(each.count, SHOWN));
  const found = await Promise.all(
    lacking.map(async ({ property, direction }) => {
      const given = /** @type {Array<[string, string|number]>} */ ([["node", iri], ["property", property.iri], ["direction", direction], ["limit", SHOWN]]);
      return /** @type {Around} */ (await getJson("/api/v1/neighbours", given, signal)).neighbours;
    }),
  );
  const whole = neighbours.filter((each) => !lacking.some((links) => of(links, [each]).length > 0));
  return { node, links, neighbours: [...whole, ...found.flat()] };
}

/**
 * The neighbours by some links.
 *
 * @param {Links} links
 * @param {Neighbour[]} neighbours
 */
function of({ property, direction }, neighbours) {
  return neighbours.filter((each) => each.direction === direction && each.property.iri === property.iri);
}

/** @param {Around} around */
export function drawn({ node, links, neighbours }) {
  const told = links.filter((each) => each.direction === "in" || each.property.iri !== TYPE);
  return told.length === 0 ? empty("It is linked with nothing.") : nearby(node, told, neighbours);
}

/** @param {Around} around */
export function referring({ node, links, neighbours }) {
  const incoming = links.filter((each) => each.direction === "in");
  if (incoming.length === 0) {
    return empty("Nothing refers to it.");
  }
  return html`<dl class="facts">
    ${incoming.map((each) => {
      const shown = of(each, neighbours).slice(0, SHOWN);
      const lines = shown.length + (each.count > shown.length ? 1 : 0);
      return html`<dt .style=${`grid-row: span ${lines}`}>${backwards(each.property, each.inverse)} <span class="hint">${count(each.count)}</span></dt>
        ${shown.map((other) => html`<dd>${link(other)} <span class="hint">${other.types[0]?.label ?? ""}</span></dd>`)}
        ${each.count > shown.length
          ? html`<dd><a href=${href("/explore", { node: node.iri, expand: `${each.property.iri} in` })}>and ${count(each.count - shown.length)} more</a></dd>`
          : nothing}`;
    })}
  </dl>`;
}
