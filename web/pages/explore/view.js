/**
 * What a reader made of the graph: where it starts, what was expanded, hidden, pinned, filtered and
 * chosen. It says nothing of what the server answers, so it fits into an address. Views are never
 * changed: each function gives a new one, so that a step can be undone.
 *
 * @typedef {"out"|"in"} Direction
 * @typedef {{of: string, property: string, direction: Direction, most: number}} Step links of a
 *     thing that are shown, the first so many
 * @typedef {{iri: string, x: number, y: number}} Pin
 * @typedef {{from: string|null, to: string|null, k: number}} Between
 * @typedef {"force"|"concentric"|"columns"} Layout
 * @typedef {object} View
 * @property {readonly string[]} starts
 * @property {readonly Step[]} steps
 * @property {readonly string[]} hidden
 * @property {readonly Pin[]} pins
 * @property {readonly string[]} offTypes types that are not drawn
 * @property {readonly string[]} offProperties properties that are not drawn
 * @property {string|null} selected
 * @property {Layout} layout
 * @property {"graph"|"list"|null} as null leaves it to the width of the window
 * @property {Between|null} between the ends of paths
 */

/** As many links are taken at once. */
export const PAGE = 300;

/** A graph of more things than this is slow to draw. */
export const SLOW = 1500;

/** So many links of a thing can be shown without choosing among them. */
export const FEW = 60;

/** @type {Layout[]} */
export const LAYOUTS = ["force", "concentric", "columns"];

/**
 * @param {readonly string[]} starts
 * @returns {View}
 */
export function startingFrom(starts) {
  return {
    starts: [...new Set(starts)],
    steps: [],
    hidden: [],
    pins: [],
    offTypes: [],
    offProperties: [],
    selected: starts[0] ?? null,
    layout: "force",
    as: null,
    between: null,
  };
}

/**
 * @param {View} view
 * @param {string} iri
 * @returns {View}
 */
export function added(view, iri) {
  return {
    ...view,
    starts: view.starts.includes(iri) ? view.starts : [...view.starts, iri],
    hidden: without(view.hidden, iri),
    selected: iri,
  };
}

/** What tells a step from others. @param {{of: string, property: string, direction: Direction}} step */
export function stepKey({ of, property, direction }) {
  return `${of} ${property} ${direction}`;
}

/**
 * Shows links; shows the next page of them if some are shown already.
 *
 * @param {View} view
 * @param {ReadonlyArray<{of: string, property: string, direction: Direction}>} wanted
 * @returns {View}
 */
export function expanded(view, wanted) {
  let steps = [...view.steps];
  for (const { of, property, direction } of wanted) {
    const key = stepKey({ of, property, direction });
    const shown = steps.find((each) => stepKey(each) === key);
    steps = shown
      ? steps.map((each) => (each === shown ? { ...each, most: each.most + PAGE } : each))
      : [...steps, { of, property, direction, most: PAGE }];
  }
  return { ...view, steps };
}

/**
 * Takes back what was expanded from a thing, all of it or only by one property.
 *
 * @param {View} view
 * @param {string} of
 * @param {{property: string, direction: Direction}} [only]
 * @returns {View}
 */
export function folded(view, of, only) {
  const key = only ? stepKey({ of, ...only }) : null;
  return {
    ...view,
    steps: view.steps.filter((each) => each.of !== of || (key !== null && stepKey(each) !== key)),
  };
}

/**
 * @param {View} view
 * @param {string} iri
 * @returns {View}
 */
export function hidden(view, iri) {
  return {
    ...view,
    starts: without(view.starts, iri),
    hidden: [...without(view.hidden, iri), iri],
    pins: view.pins.filter((each) => each.iri !== iri),
    selected: view.selected === iri ? null : view.selected,
  };
}

/**
 * @param {View} view
 * @param {Pin} pin
 * @returns {View}
 */
export function pinned(view, { iri, x, y }) {
  return { ...unpinned(view, iri), pins: [...unpinned(view, iri).pins, { iri, x: Math.round(x), y: Math.round(y) }] };
}

/**
 * @param {View} view
 * @param {string} iri
 * @returns {View}
 */
export function unpinned(view, iri) {
  return { ...view, pins: view.pins.filter((each) => each.iri !== iri) };
}

/**
 * @param {View} view
 * @param {"offTypes"|"offProperties"} what
 * @param {string} iri
 * @param {boolean} shown
 * @returns {View}
 */
export function filtered(view, what, iri, shown) {
  return { ...view, [what]: shown ? without(view[what], iri) : [...without(view[what], iri), iri] };
}

/**
 * Sets an end of the paths that are looked for, or their number.
 *
 * @param {View} view
 * @param {Partial<Between>} change
 * @returns {View}
 */
export function between(view, change) {
  return { ...view, between: { from: null, to: null, k: 3, ...view.between, ...change } };
}

/**
 * The view with the IRI of a thing that the address named otherwise.
 *
 * @param {View} view
 * @param {string} name
 * @param {string} iri
 * @returns {View}
 */
export function resolved(view, name, iri) {
  const put = (/** @type {string} */ each) => (each === name ? iri : each);
  return {
    ...view,
    starts: [...new Set(view.starts.map(put))],
    steps: view.steps.map((each) => ({ ...each, of: put(each.of) })),
    selected: view.selected && put(view.selected),
    pins: view.pins.map((each) => ({ ...each, iri: put(each.iri) })),
    between: view.between && { ...view.between, from: view.between.from && put(view.between.from), to: view.between.to && put(view.between.to) },
  };
}

/**
 * Whether two views show the same things and links, however they are laid out.
 *
 * @param {View} one
 * @param {View} other
 */
export function showSame(one, other) {
  return (
    one.starts === other.starts && one.steps === other.steps && one.hidden === other.hidden &&
    one.offTypes === other.offTypes && one.offProperties === other.offProperties && one.between === other.between
  );
}

/**
 * @param {readonly string[]} list
 * @param {string} item
 */
function without(list, item) {
  return list.filter((each) => each !== item);
}
