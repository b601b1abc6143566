/**
 * Where the core classes stand on the map and how the lines between them run. The places are
 * chosen by hand, so that no line crosses a box and labels have room; what the lines are called
 * and which kinds a class has comes from the ontology, and a line whose property is gone is gone.
 *
 * @typedef {import("../../pages/terms/ontology.js").Entry} Entry
 * @typedef {[number, number]} Place column and row; a fraction is part of the way to the next
 * @typedef {{name: string, at: Place}} Station
 * @typedef {{from: string, property: string, to: string, by: Place[], label: Place}} Link by has
 *     where the line begins, turns and ends
 * @typedef {{entry: Entry, kinds: string, x: number, y: number}} Box
 * @typedef {{from: Entry, property: Entry, to: Entry, path: string, x: number, y: number}} Line
 */

export const WIDTH = 180;
export const HEIGHT = 50;
const COLUMN = 308;
const ROW = 118;
const LEFT = 12;
const TOP = 12;
const LETTERS = 29;

/** @type {Station[]} */
const STATIONS = [
  { name: "Framework", at: [0, 0] },
  { name: "Organisation", at: [1, 0] },
  { name: "Evidence", at: [2, 0] },
  { name: "ControlTest", at: [3, 0] },
  { name: "Requirement", at: [0, 1] },
  { name: "Implementation", at: [1, 1] },
  { name: "ControlFinding", at: [2, 1] },
  { name: "Incident", at: [3, 1] },
  { name: "Post", at: [0, 2] },
  { name: "Treatment", at: [2, 2] },
  { name: "Appointment", at: [0, 3] },
  { name: "Asset", at: [1, 3] },
  { name: "Risk", at: [2, 3] },
  { name: "Person", at: [0, 4] },
  { name: "AISystem", at: [1, 4] },
  { name: "Model", at: [2, 4] },
  { name: "Dataset", at: [3, 4] },
];

/** Half a box in columns and in rows. */
const W = WIDTH / 2 / COLUMN;
const H = HEIGHT / 2 / ROW;

/** @type {Link[]} */
const LINKS = [
  { from: "Organisation", property: "framework", to: "Framework", by: [[1 - W, 0], [W, 0]], label: [0.5, 0] },
  { from: "Requirement", property: "framework", to: "Framework", by: [[0, 1 - H], [0, H]], label: [0, 0.5] },
  { from: "Implementation", property: "inOrganisation", to: "Organisation", by: [[0.9, 1 - H], [0.9, H]], label: [0.9, 0.5] },
  { from: "Evidence", property: "proves", to: "Implementation", by: [[2, H], [2, 0.42], [1.18, 0.42], [1.18, 1 - H]], label: [1.6, 0.42] },
  { from: "ControlTest", property: "implementation", to: "Implementation", by: [[3, H], [3, 0.6], [1.25, 0.6], [1.25, 1 - H]], label: [2.5, 0.6] },
  { from: "Implementation", property: "requirement", to: "Requirement", by: [[1 - W, 1], [W, 1]], label: [0.5, 1] },
  { from: "ControlFinding", property: "implementation", to: "Implementation", by: [[2 - W, 1], [1 + W, 1]], label: [1.5, 1] },
  { from: "ControlFinding", property: "incident", to: "Incident", by: [[2 + W, 1], [3 - W, 1]], label: [2.5, 1] },
  { from: "Implementation", property: "accountable", to: "Post", by: [[0.82, 1 + H], [0.82, 1.9], [W, 1.9]], label: [0.55, 1.9] },
  { from: "Treatment", property: "requirement", to: "Requirement", by: [[1.85, 2 - H], [1.85, 1.4], [0.1, 1.4], [0.1, 1 + H]], label: [1.5, 1.4] },
  { from: "Implementation", property: "target", to: "Asset", by: [[0.95, 1 + H], [0.95, 3 - H]], label: [0.95, 2.42] },
  { from: "Incident", property: "affects", to: "Asset", by: [[2.9, 1 + H], [2.9, 1.6], [1.2, 1.6], [1.2, 3 - H]], label: [2.5, 1.6] },
  { from: "Incident", property: "realises", to: "Risk", by: [[3.1, 1 + H], [3.1, 3], [2 + W, 3]], label: [2.7, 3] },
  { from: "Treatment", property: "risk", to: "Risk", by: [[2, 2 + H], [2, 3 - H]], label: [2, 2.42] },
  { from: "Risk", property: "threatens", to: "Asset", by: [[2 - W, 3], [1 + W, 3]], label: [1.5, 3] },
  { from: "Risk", property: "owner", to: "Post", by: [[1.82, 3 - H], [1.82, 2.64], [0.12, 2.64], [0.12, 2 + H]], label: [1.5, 2.64] },
  { from: "Asset", property: "accountable", to: "Post", by: [[0.82, 3 - H], [0.82, 2.1], [W, 2.1]], label: [0.55, 2.1] },
  { from: "Appointment", property: "post", to: "Post", by: [[-0.1, 3 - H], [-0.1, 2 + H]], label: [-0.1, 2.42] },
  { from: "Appointment", property: "person", to: "Person", by: [[0, 3 + H], [0, 4 - H]], label: [0, 3.5] },
  { from: "AISystem", property: "usesModel", to: "Model", by: [[1 + W, 4], [2 - W, 4]], label: [1.5, 4] },
  { from: "Model", property: "trainedOn", to: "Dataset", by: [[2 + W, 4], [3 - W, 4]], label: [2.5, 4] },
];

/** Lines from a kind to what it is a kind of. @type {Array<{from: string, to: string, by: Place[]}>} */
const KINDS = [
  { from: "AISystem", to: "Asset", by: [[1, 4 - H], [1, 3 + H]] },
  { from: "Model", to: "Asset", by: [[2, 4 - H], [2, 3.5], [1, 3.5], [1, 3 + H]] },
  { from: "Dataset", to: "Asset", by: [[3, 4 - H], [3, 3.5], [1, 3.5], [1, 3 + H]] },
];

/**
 * @param {(name: string) => Entry|undefined} termOf knows terms by their local names
 * @returns {{width: number, height: number, boxes: Box[], lines: Line[], kinds: string[]}}
 */
export function layOutMap(termOf) {
  const boxes = STATIONS.flatMap(({ name, at }) => {
    const entry = termOf(name);
    return entry ? [{ entry, kinds: kindsOf(entry, termOf), x: xOf(at) - WIDTH / 2, y: yOf(at) - HEIGHT / 2 }] : [];
  });
  const lines = LINKS.flatMap(({ from, property, to, by, label }) => {
    const [one, said, other] = [from, property, to].map(termOf);
    return one && said && other
      ? [{ from: one, property: said, to: other, path: pathOf(by), x: xOf(label), y: yOf(label) }]
      : [];
  });
  const kinds = KINDS.filter((each) => {
    const to = termOf(each.to);
    return to && termOf(each.from)?.above.includes(to.iri);
  }).map((each) => pathOf(each.by));
  return { width: xOf([3, 0]) + WIDTH / 2 + LEFT, height: yOf([0, 4]) + HEIGHT / 2 + TOP, boxes, lines, kinds };
}

/** @param {Place} place */
function xOf([column]) {
  return Math.round(LEFT + WIDTH / 2 + column * COLUMN);
}

/** @param {Place} place */
function yOf([, row]) {
  return Math.round(TOP + HEIGHT / 2 + row * ROW);
}

/** @param {Place[]} by */
function pathOf(by) {
  return by.map((place, at) => `${at === 0 ? "M" : "L"} ${xOf(place)} ${yOf(place)}`).join(" ");
}

/**
 * The kinds of a class that do not stand on the map themselves, as many as a box has room for.
 *
 * @param {Entry} entry
 * @param {(name: string) => Entry|undefined} termOf
 */
function kindsOf(entry, termOf) {
  const drawn = new Set(STATIONS.map(({ name }) => termOf(name)?.iri));
  const labels = entry.below
    .filter((iri) => !drawn.has(iri))
    .flatMap((iri) => termOf(iri)?.label ?? [])
    .sort((one, other) => one.localeCompare(other));
  const all = labels.join(", ");
  if (all.length <= LETTERS) {
    return all;
  }
  let shown = labels.length;
  while (shown > 1 && `${labels.slice(0, shown).join(", ")} …`.length > LETTERS) {
    shown--;
  }
  return `${labels.slice(0, shown).join(", ")} …`;
}
