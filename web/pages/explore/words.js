import { backwards, plural, sentence, shortName } from "../../app/words.js";
import { edgeId } from "./shown.js";

/**
 * How links are said, read from the thing that one stands at.
 *
 * @param {{property: {iri: string, label?: string}, inverse?: {label?: string}, direction: string}} links
 */
export function reading({ property, inverse, direction }) {
  return direction === "out" ? sentence(property.label ?? shortName(property.iri)) : backwards(property, inverse);
}

/**
 * What is told of a thing that was selected.
 *
 * @param {{name: string, type: string}} node
 * @param {number} shown how many of its links are drawn
 * @param {number|null} all how many it has; null while that is not known
 */
export function told({ name, type }, shown, all) {
  const links = all === null ? `${plural(shown, "link", "links")} shown` : `${plural(all, "link", "links")}, ${shown} shown`;
  return `${name}${type ? `, ${type}` : ""}: ${links}.`;
}

/**
 * The ids of the nodes and edges of paths, as a drawing marks them.
 *
 * @param {ReadonlyArray<{subject: string, property: string, object: string}>} hops
 * @returns {Set<string>}
 */
export function marked(hops) {
  return new Set(hops.flatMap(({ subject, property, object }) => [subject, object, edgeId(subject, property, object)]));
}
