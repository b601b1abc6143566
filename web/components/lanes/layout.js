/**
 * Where the boxes of lanes stand and how the lines between them run. Lanes go from left to right;
 * a box is as high as its text needs.
 *
 * @typedef {{iri: string, label: string, mark?: string}} Node
 * @typedef {{name: string, nodes: Node[]}} Lane
 * @typedef {{from: string, to: string, reading: string}} Edge
 * @typedef {Node & {lines: string[], x: number, y: number, height: number}} Box
 * @typedef {{width: number, height: number, heads: Array<{name: string, x: number}>,
 *     boxes: Box[], hidden: Array<{lane: string, count: number, x: number, y: number}>,
 *     lines: Array<Edge & {path: string}>}} Drawing
 */

export const BOX = 190;
const GAP = 56;
/** From one lane to the next. */
export const LANE = BOX + GAP;
const LINE = 17;
const PADDING = 9;
const TOP = 44;
const BETWEEN = 18;
const LETTERS = 25;
const MOST_LINES = 4;
/** Between two lines, and between a line and a box. */
const APART = 4;

/**
 * @param {Lane[]} lanes
 * @param {Edge[]} edges
 * @param {number} most how many boxes a lane shows before it counts the rest
 * @returns {Drawing}
 */
export function layOut(lanes, edges, most) {
  /** @type {Box[]} */
  const boxes = [];
  /** @type {Drawing["hidden"]} */
  const hidden = [];
  const heads = lanes.map((lane, at) => ({ name: lane.name, x: at * LANE }));
  let height = TOP;
  lanes.forEach((lane, at) => {
    const x = heads[at].x;
    let y = TOP;
    for (const node of lane.nodes.slice(0, most)) {
      const lines = wrapped(node.label);
      const tall = lines.length * LINE + 2 * PADDING + (node.mark ? LINE + 4 : 0);
      boxes.push({ ...node, lines, x, y, height: tall });
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
    return from && to && from !== to ? [{ ...edge, path: pathOf(from, to, passages) }] : [];
  });
  return { width: lanes.length * LANE - GAP, height, heads, boxes, hidden, lines };
}

/**
 * Words in lines that fit a box; what is longer than that ends in an ellipsis.
 *
 * @param {string} text
 */
export function wrapped(text) {
  /** @type {string[]} */
  const lines = [];
  let line = "";
  for (const word of text.split(/\s+/).flatMap(pieces)) {
    if (line && `${line} ${word}`.length > LETTERS) {
      lines.push(line);
      line = word;
    } else {
      line = line ? `${line} ${word}` : word;
    }
  }
  lines.push(line);
  if (lines.length > MOST_LINES) {
    lines.length = MOST_LINES;
    lines[MOST_LINES - 1] = `${lines[MOST_LINES - 1].slice(0, LETTERS - 1)}…`;
  }
  return lines;
}

/** A word longer than a line is broken. @param {string} word */
function pieces(word) {
  return word.match(new RegExp(`.{1,${LETTERS}}`, "gu")) ?? [];
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
 * them leave; along the left within one lane.
 *
 * @param {Box} from
 * @param {Box} to
 * @param {Passage[][]} passages of every lane
 */
function pathOf(from, to, passages) {
  const [left, right] = from.x <= to.x ? [from, to] : [to, from];
  const y1 = left.y + left.height / 2;
  const y2 = right.y + right.height / 2;
  if (left.x === right.x) {
    const x = left.x;
    return `M ${x} ${y1} C ${x - GAP / 2} ${y1}, ${x - GAP / 2} ${y2}, ${x} ${y2}`;
  }
  const parts = [`M ${left.x + BOX} ${y1}`];
  let [x, y] = [left.x + BOX, y1];
  for (let lane = left.x / LANE + 1; lane < right.x / LANE; lane++) {
    const start = lane * LANE;
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

export const METRICS = { LINE, PADDING };
