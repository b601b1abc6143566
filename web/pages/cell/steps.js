import { dayInWords, graphHref, graphName, isDay, nameOf } from "../../components/chain/readings.js";

/**
 * A cell as steps from left to right: what is asked for and where, then one step a rung with what
 * carries it there, or what is missing.
 *
 * @typedef {import("../../components/chain/readings.js").Ref} Ref
 * @typedef {import("../../components/chain/readings.js").Said} Said
 * @typedef {import("../../components/lanes/layout.js").Node} Node
 * @typedef {import("../../components/lanes/layout.js").Lane} Lane
 * @typedef {import("../../components/lanes/layout.js").Edge} Edge
 * @typedef {{missing: string[], statements: Said[]}} Part
 * @typedef {Part & {rung: string, reached: boolean}} Rung
 * @typedef {{requirement: Ref, target: Ref, id?: string, expected: Part & {holds: boolean},
 *     inScope: Part & {holds: boolean}, applicable: Part & {holds: boolean},
 *     carrier?: {implementation: Ref, through?: Ref, statements: Said[]}|null, rungs: Rung[]}} Cell
 */

/** The steps of a claim; the standings below the first are words about what carries it. */
const STEPS = ["claimed", "evidenced", "owned", "effective"];
/** How the API says that a step waits for another: the drawing shows it by the line between them. */
const BELOW = /^the rung below, /;

/**
 * @param {Cell} cell
 * @returns {{lanes: Lane[], edges: Edge[]}}
 */
export function stepsOf(cell) {
  /** @type {Edge[]} */
  const edges = [];
  const carrier = cell.carrier?.implementation;
  const asked = askedFor(cell, edges);
  if (!carrier && !asked.holds) {
    return { lanes: [asked.lane], edges };
  }
  const lanes = [asked.lane];
  let ends = asked.ends;
  for (const name of STEPS) {
    const rung = rungOf(cell, name);
    const nodes = name === "claimed" ? claimed(cell, rung, edges) : found(rung, carrier, edges);
    const own = rung.missing.filter((words) => !BELOW.test(words));
    const waits = !rung.reached && own.length === 0;
    const missing = waits ? [`the step before, ${STEPS[STEPS.indexOf(name) - 1] ?? "what is asked for"}, is not reached`] : own;
    const from = waits || !carrier ? ends : [nodes.at(-1)?.iri ?? carrier.iri];
    if (missing.length > 0) {
      ends = missing.map((words, at) => {
        const iri = `missing:${name}:${at}`;
        nodes.push({ iri, label: `Missing: ${words}`, missing: true });
        from.forEach((each) => edges.push({ from: each, to: iri, reading: "missing", missing: true }));
        return iri;
      });
    }
    lanes.push({ name: `${name} ${rung.reached ? "✓ yes" : "✗ no"}`, nodes });
  }
  return { lanes, edges };
}

/**
 * The requirement, the target and what the target is served through; what keeps them from being a
 * cell stands below.
 *
 * @param {Cell} cell
 * @param {Edge[]} edges
 * @returns {{lane: Lane, holds: boolean, ends: string[]}}
 */
function askedFor(cell, edges) {
  const parts = [cell.expected, cell.inScope, cell.applicable];
  const said = parts.flatMap((part) => part.statements);
  const holds = parts.every((part) => part.holds);
  const requirement = { ...thing(cell.requirement, said), hint: cell.id ? `Requirement ${cell.id}` : "Requirement" };
  /** @type {Node[]} */
  const nodes = [requirement, { ...thing(cell.target, said), hint: "Target" }];
  edges.push({ from: cell.requirement.iri, to: cell.target.iri, reading: "is expected at" });
  const through = cell.carrier?.through;
  if (through && through.iri !== cell.target.iri) {
    nodes.push({ ...thing(through, cell.carrier?.statements ?? []), hint: "Through this" });
    edges.push({ from: cell.target.iri, to: through.iri, reading: "is served through" });
  }
  parts.flatMap((part) => part.missing).forEach((words, at) => {
    const iri = `missing:asked:${at}`;
    edges.push({ from: nodes[nodes.length - 1].iri, to: iri, reading: "missing", missing: true });
    nodes.push({ iri, label: `Missing: ${words}`, missing: true });
  });
  return { lane: { name: `asked for ${holds ? "✓ yes" : "✗ no"}`, nodes }, holds, ends: [cell.requirement.iri, cell.target.iri] };
}

/**
 * @param {Cell} cell
 * @param {string} name
 * @returns {Rung} the first step is also what stands below it
 */
function rungOf(cell, name) {
  const at = cell.rungs.findIndex((each) => each.rung === name);
  const rung = cell.rungs[at] ?? { rung: name, reached: false, missing: [], statements: [] };
  if (name !== STEPS[0]) {
    return rung;
  }
  const missing = new Set(cell.rungs.slice(0, at + 1).flatMap((each) => each.missing));
  return { ...rung, missing: [...missing] };
}

/**
 * @param {Cell} cell
 * @param {Rung} rung
 * @param {Edge[]} edges
 * @returns {Node[]}
 */
function claimed({ carrier, requirement, target }, { statements }, edges) {
  if (!carrier) {
    return [];
  }
  const { implementation, through } = carrier;
  edges.push(
    { from: requirement.iri, to: implementation.iri, reading: "is answered by" },
    { from: (through ?? target).iri, to: implementation.iri, reading: "is served by" },
  );
  const status = statements.find((said) => nameOf(said) === "status")?.object?.label;
  const since = dayOf(implementation, "validFrom", statements);
  return [{ ...thing(implementation, carrier.statements), hint: joined([status ?? "", since && `since ${since}`]) }];
}

/**
 * What carries a step above the first, in the order of the chain.
 *
 * @param {Rung} rung
 * @param {Ref|undefined} carrier
 * @param {Edge[]} edges
 * @returns {Node[]}
 */
function found({ statements }, carrier, edges) {
  /** @type {Map<string, Node>} */
  const nodes = new Map();
  /** @param {Ref} ref @param {Said} said @param {string} hint @param {string} from @param {string} reading */
  const add = (ref, said, hint, from, reading) => {
    if (!nodes.has(ref.iri)) {
      nodes.set(ref.iri, { ...thing(ref, statements, said), hint });
      edges.push({ from, to: ref.iri, reading });
    }
  };
  for (const said of statements) {
    const { subject, object } = said;
    const name = nameOf(said);
    if (name === "proves" && object) {
      const day = dayOf(subject, "effectiveOn", statements);
      add(subject, said, joined(["Evidence", day && `of ${day}`]), object.iri, "is proven by");
    } else if (name === "implementation" && object) {
      const [result, grade] = ["result", "grade"].map((each) => wordOf(subject, each, statements));
      const due = dayOf(subject, "nextDue", statements);
      if (grade) {
        add(subject, said, `Nonconformity: ${grade}`, object.iri, "is faulted by");
      } else {
        add(subject, said, joined([`Test: ${result}`, due && `next due ${due}`]), object.iri, "is tested by");
      }
    } else if (name === "accountable" && object) {
      add(object, said, "Accountable", carrier?.iri ?? subject.iri, "is accounted for by");
    } else if (name === "person" && object) {
      const post = statements.find((each) => nameOf(each) === "post" && each.subject.iri === subject.iri)?.object;
      const since = dayOf(subject, "validFrom", statements);
      add(object, said, joined(["In post", since && `since ${since}`]), post?.iri ?? carrier?.iri ?? subject.iri, "is held by");
    }
  }
  return [...nodes.values()];
}

/**
 * A box for a thing, with the source of what says it.
 *
 * @param {Ref} ref
 * @param {Said[]} statements
 * @param {Said} [said] what says it, if not the first statement about the thing
 * @returns {Node}
 */
function thing(ref, statements, said = statements.find((each) => each.subject.iri === ref.iri && each.graphs.length > 0)) {
  const graph = said?.graphs[0];
  return {
    iri: ref.iri,
    label: ref.label ?? ref.iri,
    source: graph ? { name: graphName(graph), href: graphHref(graph) } : undefined,
  };
}

/**
 * @param {Ref} ref
 * @param {string} name
 * @param {Said[]} statements
 */
function dayOf(ref, name, statements) {
  const value = statements.find((said) => said.subject.iri === ref.iri && nameOf(said) === name)?.value;
  return value && isDay(value) ? dayInWords(value) : "";
}

/**
 * @param {Ref} ref
 * @param {string} name
 * @param {Said[]} statements
 */
function wordOf(ref, name, statements) {
  const said = statements.find((each) => nameOf(each) === name && each.subject.iri === ref.iri);
  return said?.object?.label?.toLowerCase() ?? "";
}

/** @param {string[]} parts */
function joined(parts) {
  return parts.filter(Boolean).join(", ");
}
