import { sentence, shortName } from "../../app/words.js";
import { mainType } from "../../components/graph/kinds.js";

/**
 * The graph that triples make: a node for each thing, an edge for each statement between two. What
 * is said of a thing in text is no node; a label is its name, and a type also gives its shape.
 *
 * @typedef {import("../../app/api.js").Row} Row
 * @typedef {import("../../app/api.js").Term} Term
 * @typedef {import("../../components/graph/graph.js").GraphNode} GraphNode
 * @typedef {import("../../components/graph/graph.js").GraphEdge} GraphEdge
 * @typedef {{nodes: GraphNode[], edges: GraphEdge[], left: number}} Drawn left is how many things
 *     are not drawn
 */

/** As many things as a drawing begins with. */
const MOST = 300;

const TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";
const LABEL = "http://www.w3.org/2000/01/rdf-schema#label";

/**
 * @param {readonly Row[]} triples
 * @param {number} [most] things; the first that are named are drawn
 * @returns {Drawn}
 */
export function drawn(triples, most = MOST) {
  const all = new Set(triples.flatMap(({ subject, object }) => (isThing(object) ? [idOf(subject), idOf(object)] : [idOf(subject)])));
  const shown = new Set([...all].slice(0, most));
  const labels = new Map(triples.filter((each) => each.property.value === LABEL).map(({ subject, object }) => [idOf(subject), object.value]));
  /** @type {Map<string, Array<{iri: string}>>} */
  const types = new Map();
  /** @type {Map<string, GraphEdge>} */
  const edges = new Map();
  for (const { subject, property, object } of triples.filter((each) => isThing(each.object))) {
    const [from, to] = [idOf(subject), idOf(object)];
    if (property.value === TYPE) {
      types.set(from, [...(types.get(from) ?? []), { iri: to }]);
    }
    if (shown.has(from) && shown.has(to)) {
      const id = `${from} ${property.value} ${to}`;
      edges.set(id, { id, from, to, property: property.value, name: sentence(shortName(property.value)) });
    }
  }
  const nodes = [...shown].map((id) => {
    const type = mainType(types.get(id) ?? []);
    return { id, name: labels.get(id) ?? (id.startsWith("_:") ? id : shortName(id)), kind: type.kind.id, type: types.has(id) ? type.name : "", rest: 0 };
  });
  return { nodes, edges: [...edges.values()], left: all.size - shown.size };
}

/** @param {Term} term */
function isThing(term) {
  return term.type === "uri" || term.type === "bnode";
}

/** @param {Term} term */
function idOf(term) {
  return term.type === "bnode" ? `_:${term.value}` : term.value;
}
