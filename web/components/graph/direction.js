/**
 * Where an arrow key leads in a drawing.
 *
 * @typedef {{id: string, x: number, y: number}} Place y grows downwards, as on a screen
 */

/** @type {Record<string, [number, number]>} */
const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

/** Within 60 degrees of the arrow. */
const NARROWEST = 0.5;

/** @param {string} key */
export function isArrow(key) {
  return key in ARROWS;
}

/**
 * The neighbour that lies most nearly where the arrow points; of two, the nearer.
 *
 * @param {Place} here
 * @param {readonly Place[]} neighbours
 * @param {string} arrow the name of the key
 * @returns {Place|null} null if none lies that way
 */
export function towards(here, neighbours, arrow) {
  const [right, down] = ARROWS[arrow] ?? [0, 0];
  let best = null;
  let least = Infinity;
  for (const each of neighbours) {
    const x = each.x - here.x;
    const y = each.y - here.y;
    const far = Math.hypot(x, y);
    const along = far === 0 ? 0 : (x * right + y * down) / far;
    const cost = far / along ** 3;
    if (along >= NARROWEST && cost < least) {
      best = each;
      least = cost;
    }
  }
  return best;
}

/**
 * The next of some places on the way around another, clockwise from the top.
 *
 * @param {Place} centre
 * @param {readonly Place[]} around
 * @param {string|null} current
 * @param {1|-1} step
 * @returns {Place|null}
 */
export function nextAround(centre, around, current, step) {
  const turn = (/** @type {Place} */ each) => (Math.atan2(each.x - centre.x, centre.y - each.y) + 2 * Math.PI) % (2 * Math.PI);
  const sorted = [...around].sort((a, b) => turn(a) - turn(b) || a.id.localeCompare(b.id));
  const at = sorted.findIndex((each) => each.id === current);
  if (sorted.length === 0) {
    return null;
  }
  return at < 0 ? sorted[step === 1 ? 0 : sorted.length - 1] : sorted[(at + step + sorted.length) % sorted.length];
}
