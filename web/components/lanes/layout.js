/**
 * Where the boxes of lanes stand and how the lines between them run. Lanes go from left to right;
 * a box is as high as its text needs.
 *
 * @typedef {{iri: string, label: string, mark?: string, hint?: string, missing?: boolean,
 *     source?: {name: string, href: string}}} Node a hint stands below the label in small; what is
 *     missing is no thing that a link could lead to, and its words stand in full
 * @typedef {{name: string, nodes: Node[]}} Lane
 * @typedef {{from: string, to: string, reading: string, missing?: boolean}} Edge
 * @typedef {Node & {lines: string[], hints: string[], x: number, y: number, height: number}} Box
 * @typedef {{width: number, height: number, heads: Array<{name: string, x: number}>,
 *     boxes: Box[], hidden: Array<{lane: string, count: number, x: number, y: number}>,
 *     lines: Array<Edge & {path: string}>}} Drawing
 */

export const BOX = 190;
/** Between two lanes, unless they are told to stand closer. */
export const GAP = 56;
const LINE = 17;
const PADDING = 9;
const TOP = 44;
const BETWEEN = 18;
const LETTERS = 22;
const HINT_LETTERS = 28;
const MOST_LINES = 5;
/** How high the foot of a box is that leads to its source: enough to be hit. */
const FOOT = 24;
/** Between two lines, and between a line and a box. */
const APART = 4;

/**
 * @param {Lane[]} lanes
 * @param {Edge[]} edges
 * @param {number} most how many boxes a lane shows before it counts the rest
 * @param {number} [gap] between two lanes
 * @returns {Drawing}
 */
export function layOut(lanes, edges, most, gap = GAP) {
  /** @type {Box[]} */
  const boxes = [];
  /** @type {Drawing["hidden"]} */
  const hidden = [];
  const heads = lanes.map((lane, at) => ({ name: lane.name, x: at * (BOX + gap) }));
  let height = TOP;
  lanes.forEach((lane, at) => {
    const x = heads[at].x;
    let y = TOP;
    for (const node of lane.nodes.slice(0, most)) {
      const lines = wrapped(node.label, node.missing ? Infinity : MOST_LINES);
      const hints = node.hint ? wrapped(node.hint, MOST_LINES, HINT_LETTERS) : [];
      const tall = (lines.length + hints.length) * LINE + 2 * PADDING + (node.mark ? LINE + 4 : 0) + (node.source ? FOOT : 0);
      boxes.push({ ...node, lines, hints, x, y, height: tall });
      y += tall + BETWEEN;
    }
    if (lane.nodes.length > most) {
      hidden.push({ lane: lane.name, count: lane.nodes.length - most, x, y });
      y += LINE + 2 * PADDING + BETWEEN;
    }
    height = Math.max(height, y);
  });
  const byIri = new Map(boxes.map((box) => [box.iri, box]));
  const passages = heads.map(({ x }) => passagesOf(boxes.filter((box) => box.x === x), hidden.find((rest) => rest.x === x)));
  const lines = edges.flatMap((edge) => {
    const from = byIri.get(edge.from);
    const to = byIri.get(edge.to);
    return from && to && from !== to ? [{ ...edge, path: pathOf(from, to, passages, gap) }] : [];
  });
  return { width: lanes.length * (BOX + gap) - gap, height, heads, boxes, hidden, lines };
}

/**
 * Words in lines that fit a box; what is longer than that ends in an ellipsis.
 *
 * @param {string} text
 * @param {number} [most] lines
 * @param {number} [letters] in a line
 */
export function wrapped(text, most = MOST_LINES, letters = LETTERS) {
  /** @type {string[]} */
  const lines = [];
  let line = "";
  for (const word of text.split(/\s+/).flatMap((each) => pieces(each, letters))) {
    if (line && `${line} ${word}`.length > letters) {
      lines.push(line);
      line = word;
    } else {
      line = line ? `${line} ${word}` : word;
    }
  }
  lines.push(line);
  if (lines.length > most) {
    lines.length = most;
    lines[most - 1] = `${lines[most - 1].slice(0, letters - 1)}…`;
  }
  return lines;
}

/** A word longer than a line is broken. @param {string} word @param {number} letters */
function pieces(word, letters) {
  return word.match(new RegExp(`.{1,${letters}}`, "gu")) ?? [];
}

/** @typedef {{from: number, to: number, taken: number}} Passage where lines may pass a lane */

/**
 * The room above, between and below the boxes of a lane.
 *
 * @param {Box[]} boxes of one lane, from the top
 * @param {{y: number}|undefined} rest the box that counts the others
 * @returns {Passage[]}
 */
function passagesOf(boxes, rest) {
  const blocks = boxes.map(({ y, height }) => ({ y, height }));
  if (rest) {
    blocks.push({ y: rest.y, height: LINE + 2 * PADDING });
  }
  let from = TOP - BETWEEN;
  const between = blocks.map(({ y, height }) => {
    const passage = { from, to: y, taken: 0 };
    from = y + height;
    return passage;
  });
  return [...between, { from, to: Infinity, taken: 0 }];
}

/**
 * From side to side where the boxes stand in different lanes, through the room that lanes between
 * them leave; straight down or along the left within one lane.
 *
 * @param {Box} from
 * @param {Box} to
 * @param {Passage[][]} passages of every lane
 * @param {number} gap between two lanes
 */
function pathOf(from, to, passages, gap) {
  const [left, right] = from.x <= to.x ? [from, to] : [to, from];
  const y1 = left.y + left.height / 2;
  const y2 = right.y + right.height / 2;
  if (left.x === right.x) {
    const [x, upper, lower] = left.y < right.y ? [left.x, left, right] : [left.x, right, left];
    return lower.y === upper.y + upper.height + BETWEEN
      ? `M ${x + BOX / 2} ${upper.y + upper.height} L ${x + BOX / 2} ${lower.y}`
      : `M ${x} ${y1} C ${x - gap / 2} ${y1}, ${x - gap / 2} ${y2}, ${x} ${y2}`;
  }
  const parts = [`M ${left.x + BOX} ${y1}`];
  let [x, y] = [left.x + BOX, y1];
  for (let lane = left.x / (BOX + gap) + 1; lane < right.x / (BOX + gap); lane++) {
    const start = lane * (BOX + gap);
    const straight = y + ((y2 - y) * (start + BOX / 2 - x)) / (right.x - x);
    const through = pass(passages[lane], straight);
    parts.push(bend(x, y, start, through), `L ${start + BOX} ${through}`);
    [x, y] = [start + BOX, through];
  }
  parts.push(bend(x, y, right.x, y2));
  return parts.join(" ");
}

/**
 * Where a line passes a lane: as near to the straight way as there is room, each a little below
 * the one before it in the same passage.
 *
 * @param {Passage[]} passages
 * @param {number} straight
 */
function pass(passages, straight) {
  /** @param {Passage} passage */
  const nearest = ({ from, to }) => Math.min(Math.max(straight, from + APART), to - APART);
  /** @param {Passage} passage */
  const way = (passage) => Math.abs(nearest(passage) - straight);
  const passage = passages.reduce((best, each) => (way(each) < way(best) ? each : best));
  const room = passage.to - passage.from - 2 * APART;
  if (room === Infinity) {
    return nearest(passage);
  }
  const offset = (APART * passage.taken++) % Math.max(room, 1);
  return Math.round(passage.from + APART + offset);
}

/**
 * @param {number} x
 * @param {number} y
 * @param {number} toX
 * @param {number} toY
 */
function bend(x, y, toX, toY) {
  const middle = (x + toX) / 2;
  return `C ${middle} ${y}, ${middle} ${toY}, ${toX} ${toY}`;
}

export const METRICS = { LINE, PADDING, FOOT };
