import { sentence, shortName } from "../../app/words.js";
import { mainType } from "../../components/graph/kinds.js";
import { stepKey } from "./view.js";

/**
 * What a view shows of what the server has answered: things and links, and for each hub how many
 * links are left.
 *
 * @typedef {import("./view.js").View} View
 * @typedef {import("./view.js").Step} Step
 * @typedef {{iri: string, label?: string}} Ref
 * @typedef {{iri: string, label?: string, id?: string, types: Ref[], organisation?: Ref,
 *     framework?: Ref}} Thing
 * @typedef {{property: Ref, inverse?: Ref, total: number, others: string[]}} Page the first links
 *     of a step, and how many there are
 * @typedef {{subject: string, property: string, object: string, reading: string}} Hop
 * @typedef {{things: ReadonlyMap<string, Thing>, pages: ReadonlyMap<string, Page>,
 *     hops: readonly Hop[]}} Answers hops are those of the paths
 * @typedef {import("../../components/graph/graph.js").GraphNode} GraphNode
 * @typedef {import("../../components/graph/graph.js").GraphEdge} GraphEdge
 * @typedef {{iri: string, name: string, kind: string, count: number, on: boolean}} Counted
 * @typedef {{nodes: GraphNode[], edges: GraphEdge[], types: Counted[], properties: Counted[],
 *     things: number, steps: ReadonlyMap<string, Step>}} Shown steps are those that the rests of
 *     hubs lead to, by the id of the node that stands for them
 */

/**
 * @param {View} view
 * @param {Answers} answers
 * @param {string|null} organisation things of others are left out
 * @returns {Shown}
 */
export function shown(view, answers, organisation) {
  const { reached, links, rests } = reach(view, answers, organisation);
  const typed = new Map([...reached].map((iri) => [iri, mainType(answers.things.get(iri)?.types ?? [])]));
  const offTypes = new Set(view.offTypes);
  const offProperties = new Set(view.offProperties);
  const kept = [...links.values()].filter(
    (each) => !offProperties.has(each.property) && ![each.from, each.to].some((iri) => offTypes.has(typed.get(iri)?.iri ?? "")),
  );
  const linked = new Set(kept.flatMap((each) => [each.from, each.to]));
  const starts = new Set(view.starts);
  const left = [...reached].filter(
    (iri) => !offTypes.has(typed.get(iri)?.iri ?? "") && (linked.has(iri) || starts.has(iri)),
  );
  const drawn = new Set(left);
  const more = rests.filter((each) => drawn.has(each.step.of) && !offProperties.has(each.step.property));
  return {
    nodes: [...left.map((iri) => node(iri, answers.things.get(iri), typed.get(iri))), ...more.map(restNode)],
    edges: [...kept, ...more.map(restEdge)],
    types: counted([...typed.values()].map((each) => ({ iri: each.iri, name: each.name, kind: each.kind.id })), offTypes),
    properties: counted([...links.values()].map((each) => ({ iri: each.property, name: each.name, kind: "" })), offProperties),
    things: left.length,
    steps: new Map(more.map((each) => [restId(each.step), each.step])),
  };
}

/**
 * What is reached from the starts over steps and paths, without what is hidden and what hangs only
 * from that.
 *
 * @param {View} view
 * @param {Answers} answers
 * @param {string|null} organisation
 */
function reach(view, { things, pages, hops }, organisation) {
  const hidden = new Set(view.hidden);
  const may = (/** @type {string} */ iri) => {
    const owner = things.get(iri)?.organisation?.iri;
    return !hidden.has(iri) && (!organisation || !owner || owner === organisation);
  };
  /** @type {Set<string>} */
  const reached = new Set();
  /** @type {Map<string, GraphEdge>} */
  const links = new Map();
  /** @type {Array<{step: Step, count: number, name: string}>} */
  const rests = [];
  /** @type {Map<string, Step[]>} */
  const steps = new Map();
  for (const step of view.steps) {
    steps.set(step.of, [...(steps.get(step.of) ?? []), step]);
  }
  const onPaths = hops.filter((each) => may(each.subject) && may(each.object));
  const waiting = [...view.starts.filter((each) => !hidden.has(each)), ...onPaths.flatMap((each) => [each.subject, each.object])];
  for (let iri = waiting.shift(); iri !== undefined; iri = waiting.shift()) {
    if (reached.has(iri)) {
      continue;
    }
    reached.add(iri);
    for (const step of steps.get(iri) ?? []) {
      const page = pages.get(stepKey(step));
      if (!page) {
        continue;
      }
      const name = sentence(page.property.label ?? shortName(page.property.iri));
      const others = page.others.slice(0, step.most);
      for (const other of others.filter(may)) {
        const [from, to] = step.direction === "out" ? [iri, other] : [other, iri];
        link(links, from, step.property, to, name);
        waiting.push(other);
      }
      if (page.total > others.length) {
        rests.push({ step, count: page.total - others.length, name });
      }
    }
  }
  for (const hop of onPaths) {
    link(links, hop.subject, hop.property, hop.object, sentence(shortName(hop.property)));
  }
  return { reached, links, rests };
}

/**
 * @param {Map<string, GraphEdge>} links
 * @param {string} from
 * @param {string} property
 * @param {string} to
 * @param {string} name
 */
function link(links, from, property, to, name) {
  const id = edgeId(from, property, to);
  if (!links.has(id)) {
    links.set(id, { id, from, to, property, name });
  }
}

/**
 * @param {string} from
 * @param {string} property
 * @param {string} to
 */
export function edgeId(from, property, to) {
  return `${from} ${property} ${to}`;
}

/**
 * @param {string} iri
 * @param {Thing|undefined} thing
 * @param {ReturnType<typeof mainType>|undefined} type
 * @returns {GraphNode}
 */
function node(iri, thing, type) {
  return {
    id: iri,
    name: thing?.label ?? thing?.id ?? shortName(iri),
    kind: type?.kind.id ?? "other",
    type: type?.name ?? "",
    rest: 0,
  };
}

/** @param {Step} step */
function restId(step) {
  return `rest ${stepKey(step)}`;
}

/** @param {{step: Step, count: number, name: string}} rest @returns {GraphNode} */
function restNode({ step, count, name }) {
  return { id: restId(step), name: `+ ${count.toLocaleString("en")}`, kind: "rest", type: `More by ${name.toLowerCase()}`, rest: count };
}

/** @param {{step: Step, count: number, name: string}} rest @returns {GraphEdge} */
function restEdge({ step, name }) {
  const [from, to] = step.direction === "out" ? [step.of, restId(step)] : [restId(step), step.of];
  return { id: `edge ${restId(step)}`, from, to, property: step.property, name };
}

/**
 * @param {Array<{iri: string, name: string, kind: string}>} all
 * @param {ReadonlySet<string>} off
 * @returns {Counted[]} the most frequent first
 */
function counted(all, off) {
  /** @type {Map<string, Counted>} */
  const found = new Map();
  for (const { iri, name, kind } of all) {
    const before = found.get(iri)?.count ?? 0;
    found.set(iri, { iri, name, kind, count: before + 1, on: !off.has(iri) });
  }
  return [...found.values()].sort((a, b) => b.count - a.count || a.name.localeCompare(b.name));
}
