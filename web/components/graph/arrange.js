import { KINDS } from "./kinds.js";

/**
 * Where the nodes of a drawing stand, where no forces are needed: in rings around some, or in columns
 * by kind. Distances are in pixels at a zoom of one.
 *
 * @typedef {{id: string, kind: string, name: string}} Node
 * @typedef {{from: string, to: string}} Edge
 * @typedef {Map<string, {x: number, y: number}>} Places
 */

const APART = 70;
const COLUMN = 210;
const ROW = 60;
const TALLEST = 20;

/**
 * Rings by how many links a node is away from the centres; a ring is as wide as its nodes need.
 *
 * @param {readonly Node[]} nodes
 * @param {readonly Edge[]} edges
 * @param {readonly string[]} centres
 * @returns {Places}
 */
export function rings(nodes, edges, centres) {
  /** @type {Places} */
  const places = new Map();
  let radius = 0;
  for (const ring of ringsOf(nodes, edges, centres)) {
    const alone = radius === 0 && ring.length === 1;
    radius = alone ? 0 : Math.max(radius + 2.2 * APART, (ring.length * APART) / (2 * Math.PI));
    ring.forEach((id, at) => {
      const turn = (2 * Math.PI * at) / ring.length - Math.PI / 2;
      // Plus zero, since the sine of the middle is minus zero.
      places.set(id, { x: Math.round(radius * Math.cos(turn)) + 0, y: Math.round(radius * Math.sin(turn)) + 0 });
    });
    radius = Math.max(radius, 1);
  }
  return places;
}

/**
 * @param {readonly Node[]} nodes
 * @param {readonly Edge[]} edges
 * @param {readonly string[]} centres
 */
function ringsOf(nodes, edges, centres) {
  const neighbours = neighboursOf(edges);
  const left = new Set(nodes.map((each) => each.id));
  /** @type {string[][]} */
  const found = [];
  let ring = centres.filter((each) => left.has(each));
  ring = ring.length > 0 ? ring : nodes.slice(0, 1).map((each) => each.id);
  while (ring.length > 0) {
    ring.forEach((each) => left.delete(each));
    found.push(ring);
    ring = [...new Set(ring.flatMap((each) => neighbours.get(each) ?? []))].filter((each) => left.has(each));
  }
  return left.size > 0 ? [...found, [...left]] : found;
}

/**
 * @param {readonly Edge[]} edges
 * @returns {Map<string, string[]>}
 */
export function neighboursOf(edges) {
  /** @type {Map<string, string[]>} */
  const found = new Map();
  for (const { from, to } of edges) {
    for (const [one, other] of [[from, to], [to, from]]) {
      const others = found.get(one);
      if (others) {
        others.push(other);
      } else {
        found.set(one, [other]);
      }
    }
  }
  return found;
}

/**
 * A column for each kind that is there, in the order of the legend; a long one goes on beside.
 *
 * @param {readonly Node[]} nodes
 * @returns {Places}
 */
export function columns(nodes) {
  /** @type {Places} */
  const places = new Map();
  let x = 0;
  for (const kind of [...KINDS.map((each) => each.id), "rest"]) {
    const those = nodes.filter((each) => each.kind === kind).sort((a, b) => a.name.localeCompare(b.name));
    for (let first = 0; first < those.length; first += TALLEST) {
      const part = those.slice(first, first + TALLEST);
      part.forEach((each, at) => places.set(each.id, { x, y: Math.round((at - (part.length - 1) / 2) * ROW) }));
      x += COLUMN;
    }
  }
  return places;
}

/**
 * Where the forces start: known places stay, a new node begins beside one that it is linked with.
 * The rest is left to the layout, which starts the same each time.
 *
 * @param {readonly Node[]} nodes
 * @param {readonly Edge[]} edges
 * @param {ReadonlyMap<string, {x: number, y: number}>} known
 * @returns {Array<{id: string, x?: number, y?: number}>}
 */
export function beginnings(nodes, edges, known) {
  const neighbours = neighboursOf(edges);
  return nodes.map(({ id }, at) => {
    const here = known.get(id);
    if (here) {
      return { id, x: here.x, y: here.y };
    }
    const beside = (neighbours.get(id) ?? []).map((each) => known.get(each)).find((each) => each !== undefined);
    // Turned by the golden angle from one to the next, so that no two begin in the same place.
    const turn = at * 2.399963;
    return beside ? { id, x: beside.x + APART * Math.cos(turn), y: beside.y + APART * Math.sin(turn) } : { id };
  });
}
