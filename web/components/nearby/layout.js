/**
 * What a small drawing of a thing shows of its neighbours, and where: those that refer to it on the
 * left, itself in the middle, those that it refers to on the right.
 *
 * @typedef {{iri: string, label?: string|null}} Ref
 * @typedef {{property: Ref, direction: string, count: number}} Links
 * @typedef {Ref & {property: Ref, direction: string}} Neighbour
 * @typedef {Links & {shown: Neighbour[], rest: number}} Group rest is how many are one node
 * @typedef {{x: number, y: number}} Place
 * @typedef {Place & {group: Group, neighbour: Neighbour|null, path: string}} Node the one without
 *     a neighbour stands for the rest
 * @typedef {{width: number, height: number, middle: Place & {height: number}, nodes: Node[],
 *     names: Array<Place & {group: Group}>}} Drawing
 */

export const WIDE = 250;
export const TALL = 28;
export const MIDDLE = 190;
const GAP = 80;
const BELOW = 6;
const NAME = 20;
const BETWEEN = 10;
const ARROW = 14;

/** On a side where the other is full too; with the thing in the middle some 24 in all. */
const HALF = 11;
/** On a side where the other has room left. */
const MOST = 15;
/** By one property. */
const OF_ONE = 6;

/**
 * How many nodes a side may have.
 *
 * @param {readonly Links[]} others the links of the other side
 */
export function roomBeside(others) {
  const taken = others.reduce((sum, each) => sum + Math.min(each.count, OF_ONE), 0);
  return Math.min(MOST, Math.max(HALF, 2 * HALF - taken));
}

/**
 * Each property has its turn before any has the next, so that a hub crowds out nobody. What does
 * not fit becomes one node.
 *
 * @param {readonly Links[]} links of one direction
 * @param {readonly Neighbour[]} neighbours
 * @param {number} most
 * @returns {Group[]}
 */
export function nearest(links, neighbours, most) {
  const nodes = links.map(() => 0);
  for (let turn = 0, left = most; turn < OF_ONE; turn++) {
    for (let at = 0; at < links.length && left > 0; at++) {
      if (links[at].count > turn) {
        nodes[at]++;
        left--;
      }
    }
  }
  return links.flatMap((group, at) => {
    const own = neighbours.filter((each) => each.direction === group.direction && each.property.iri === group.property.iri);
    const shown = own.slice(0, nodes[at] < group.count ? nodes[at] - 1 : nodes[at]);
    return nodes[at] > 0 ? [{ ...group, shown, rest: group.count - shown.length }] : [];
  });
}

/**
 * @param {readonly Group[]} left
 * @param {readonly Group[]} right
 * @param {number} lines of the name of the thing
 * @param {number} line how high each is
 * @returns {Drawing}
 */
export function layOut(left, right, lines, line) {
  const tall = lines * line + 18;
  const height = Math.max(heightOf(left), heightOf(right), tall);
  const width = 2 * WIDE + MIDDLE + 2 * GAP;
  const middle = { x: WIDE + GAP, y: (height - tall) / 2, height: tall };
  const centre = height / 2;
  const one = side(left, 0, (height - heightOf(left)) / 2, (y) => curve(WIDE, y, middle.x, centre));
  const other = side(right, width - WIDE, (height - heightOf(right)) / 2, (y) => curve(middle.x + MIDDLE, centre, width - WIDE, y));
  return { width, height, middle, nodes: [...one.nodes, ...other.nodes], names: [...one.names, ...other.names] };
}

/** @param {readonly Group[]} groups */
function heightOf(groups) {
  const nodes = groups.reduce((sum, each) => sum + each.shown.length + (each.rest > 0 ? 1 : 0), 0);
  return nodes * (TALL + BELOW) + groups.length * NAME + Math.max(0, groups.length - 1) * BETWEEN;
}

/**
 * @param {readonly Group[]} groups
 * @param {number} x
 * @param {number} top
 * @param {(y: number) => string} path to or from a node in the middle of which it ends
 */
function side(groups, x, top, path) {
  /** @type {Node[]} */
  const nodes = [];
  /** @type {Drawing["names"]} */
  const names = [];
  let y = top;
  for (const group of groups) {
    names.push({ group, x, y: y + NAME - 6 });
    y += NAME;
    for (const neighbour of [...group.shown, ...(group.rest > 0 ? [null] : [])]) {
      nodes.push({ group, neighbour, x, y, path: path(y + TALL / 2) });
      y += TALL + BELOW;
    }
    y += BETWEEN;
  }
  return { nodes, names };
}

/**
 * Its end is straight, so that one sees the arrow where many meet.
 *
 * @param {number} x
 * @param {number} y
 * @param {number} toX
 * @param {number} toY
 */
function curve(x, y, toX, toY) {
  const end = toX - ARROW;
  const half = (x + end) / 2;
  return `M ${x} ${y} C ${half} ${y}, ${half} ${toY}, ${end} ${toY} H ${toX}`;
}
