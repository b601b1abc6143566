/**
 * What the shapes ask of the records of a class, as they say it themselves. Reads JSON-LD in its
 * expanded form, so no library is needed.
 *
 * @typedef {{property: string, least: number, most: number|null, words: string}} Rule
 * @typedef {Map<string, Rule[]>} Shapes by class
 *
 * @typedef {Record<string, Array<{"@id"?: string, "@value"?: unknown}>> & {"@id": string}} Node
 */

const SH = "http://www.w3.org/ns/shacl#";

/**
 * @param {unknown} document
 * @returns {Shapes}
 */
export function readShapes(document) {
  const { "@graph": nodes = [] } = /** @type {{"@graph"?: Node[]}} */ (document);
  const byId = new Map(nodes.map((each) => [each["@id"], each]));
  /** @type {Shapes} */
  const shapes = new Map();
  for (const node of nodes) {
    const rules = ids(node, "property").flatMap((id) => rule(byId.get(id)));
    for (const target of ids(node, "targetClass")) {
      shapes.set(target, [...(shapes.get(target) ?? []), ...rules]);
    }
  }
  return shapes;
}

/**
 * @param {Node|undefined} shape
 * @returns {Rule[]} none if it is about more than one step
 */
function rule(shape) {
  const path = shape ? ids(shape, "path")[0] : undefined;
  if (!shape || !path || path.startsWith("_:")) {
    return [];
  }
  const most = values(shape, "maxCount")[0];
  return [{
    property: path,
    least: Number(values(shape, "minCount")[0] ?? 0),
    most: most === undefined ? null : Number(most),
    words: String(values(shape, "message")[0] ?? ""),
  }];
}

/**
 * @param {Node} node
 * @param {string} name
 */
function ids(node, name) {
  return (node[SH + name] ?? []).flatMap((each) => each["@id"] ?? []);
}

/**
 * @param {Node} node
 * @param {string} name
 */
function values(node, name) {
  return (node[SH + name] ?? []).flatMap((each) => each["@value"] ?? []);
}

/**
 * How many values a record has.
 *
 * @param {Rule} rule
 */
export function howMany({ least, most }) {
  if (most === 1) {
    return least === 1 ? "exactly one" : "at most one";
  }
  return least > 0 ? `at least ${least === 1 ? "one" : least}` : "any number";
}

/**
 * The classes whose records the shapes hold to a property.
 *
 * @param {Shapes} shapes
 * @param {string} property
 */
export function classesWith(shapes, property) {
  return [...shapes].filter(([, rules]) => rules.some((each) => each.property === property)).map(([iri]) => iri);
}
