import { html, svg } from "lit-html";
import { href, thingHref } from "../../app/address.js";
import { count, sentence, shortName } from "../../app/words.js";
import { METRICS, wrapped } from "../lanes/layout.js";
import { MIDDLE, TALL, WIDE, layOut, nearest, roomBeside } from "./layout.js";

/**
 * A thing and its nearest neighbours as a drawing: real text and links, so that it can be searched,
 * followed by keyboard and printed. Arrows lead from what refers to what is referred to. It stands
 * beside lists that say the same and more; where there is no room for it the styles leave it out.
 *
 * @typedef {import("./layout.js").Links} Links
 * @typedef {import("./layout.js").Neighbour} Neighbour
 * @typedef {import("./layout.js").Node} Node
 */

const LETTERS = 33;

/**
 * @param {{iri: string, label?: string|null}} thing
 * @param {readonly Links[]} links
 * @param {readonly Neighbour[]} neighbours
 */
export function nearby(thing, links, neighbours) {
  const [incoming, outgoing] = ["in", "out"].map((way) => links.filter((each) => each.direction === way));
  const left = nearest(incoming, neighbours, roomBeside(outgoing));
  const right = nearest(outgoing, neighbours, roomBeside(incoming));
  const name = wrapped(nameOf(thing));
  const drawing = layOut(left, right, name.length, METRICS.LINE);
  const { middle } = drawing;
  const label = `${nameOf(thing)} and what is next to it`;
  return html`<div class="scroll nearby" role="region" tabindex="0" aria-label=${label}>
    <svg viewBox=${`-2 -2 ${drawing.width + 4} ${drawing.height + 4}`} width=${drawing.width + 4} height=${drawing.height + 4} role="group" aria-label=${label}>
      <defs><marker id="nearby-arrow" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="8" markerHeight="8" orient="auto"><path class="nearby-head" d="M 0 0 L 8 4 L 0 8 z"></path></marker></defs>
      ${drawing.nodes.map(({ path }) => svg`<path class="lane-line" d=${path} marker-end="url(#nearby-arrow)"></path>`)}
      ${drawing.names.map(({ group, x, y }) => svg`<text class="nearby-name" x=${x} y=${y}>${said(group.property)}</text>`)}
      ${drawing.nodes.map((node) => box(node, thing.iri))}
      <rect class="lane-box here" x=${middle.x} y=${middle.y} width=${MIDDLE} height=${middle.height} rx="4"></rect>
      ${name.map((line, at) => svg`<text class="nearby-thing" x=${middle.x + MIDDLE / 2} y=${middle.y + 22 + at * METRICS.LINE}>${line}</text>`)}
    </svg>
  </div>`;
}

/**
 * @param {Node} node
 * @param {string} of the IRI of the thing in the middle
 */
function box({ group, neighbour, x, y }, of) {
  const name = neighbour ? nameOf(neighbour) : `+ ${count(group.rest)}`;
  const where = neighbour
    ? thingHref(neighbour.iri)
    : href("/explore", { node: of, expand: `${group.property.iri} ${group.direction}` });
  return svg`<a href=${where}>
    <title>${neighbour ? name : `${count(group.rest)} more by ${said(group.property)}`}</title>
    <rect class=${neighbour ? "lane-box" : "lane-box more"} x=${x} y=${y} width=${WIDE} height=${TALL} rx="4"></rect>
    <text class="lane-text" x=${x + METRICS.PADDING} y=${y + 19}>${name.length > LETTERS ? `${name.slice(0, LETTERS - 1).trimEnd()}…` : name}</text>
  </a>`;
}

/** @param {{iri: string, label?: string|null}} ref */
function nameOf({ iri, label }) {
  return label ?? shortName(iri);
}

/** @param {{iri: string, label?: string|null}} property */
function said(property) {
  return sentence(nameOf(property));
}
