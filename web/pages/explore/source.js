import { get, getJson } from "../../app/api.js";
import { resolved, stepKey } from "./view.js";

/**
 * What the server says of the things of a view; asked once for each, and only for what is missing.
 *
 * @typedef {import("./view.js").View} View
 * @typedef {import("./view.js").Step} Step
 * @typedef {import("./view.js").Direction} Direction
 * @typedef {import("./shown.js").Thing} Thing
 * @typedef {import("./shown.js").Ref} Ref
 * @typedef {{property: Ref, inverse?: Ref, direction: Direction, count: number, types: Array<{iri?: string, label?: string,
 *     count: number}>}} Links links of a thing by one property in one direction; a count without a type
 *     is of things that have none
 * @typedef {{hops: number, cost: number,
 *     edges: Array<import("../../components/paths/paths.js").Hop & {property: string}>}} Path
 * @typedef {{from: Ref, to: Ref, weighting: string, paths: Path[]}} Paths
 */
export class Source {
  /**
   * @param {string} day
   * @param {AbortSignal} signal
   */
  constructor(day, signal) {
    this.day = day;
    this.signal = signal;
    /** @type {Map<string, Thing>} */
    this.things = new Map();
    /** @type {Map<string, Links[]>} */
    this.links = new Map();
    /** @type {Map<string, import("./shown.js").Page>} */
    this.pages = new Map();
    /** @type {Map<string, Paths>} */
    this.found = new Map();
  }

  /**
   * Asks for all that a view shows.
   *
   * @param {View} view
   * @returns {Promise<View>} the view with the IRIs of what it named otherwise
   * @throws {import("../../app/api.js").Problem} what the server says is wrong
   */
  async complete(view) {
    let named = view;
    const starts = await Promise.all(view.starts.map((name) => this.thing(name)));
    view.starts.forEach((name, at) => {
      named = name === starts[at].iri ? named : resolved(named, name, starts[at].iri);
    });
    await Promise.all([...named.steps.map((step) => this.page(step)), this.paths(named)]);
    return named;
  }

  /**
   * A thing, and its links counted.
   *
   * @param {string} name an IRI, or what else the server knows a thing by
   * @returns {Promise<Thing>}
   */
  async thing(name) {
    const known = this.things.get(name);
    if (known && this.links.has(name)) {
      return known;
    }
    const { node, links } = await getJson("/api/v1/neighbours", [["node", name]], this.signal);
    this.things.set(node.iri, node);
    this.links.set(node.iri, links);
    return node;
  }

  /** @param {Step} step */
  async page(step) {
    const key = stepKey(step);
    const known = this.pages.get(key);
    const others = known?.others ?? [];
    if (known && others.length >= Math.min(step.most, known.total)) {
      return;
    }
    const response = await get(
      "/api/v1/neighbours",
      [
        ["node", step.of], ["property", step.property], ["direction", step.direction],
        ["offset", others.length], ["limit", step.most - others.length],
      ],
      this.signal,
    );
    /** @type {{neighbours: Array<Thing & {property: Ref, inverse?: Ref}>}} */
    const { neighbours } = await response.json();
    for (const each of neighbours) {
      this.things.set(each.iri, each);
    }
    this.pages.set(key, {
      property: neighbours[0]?.property ?? { iri: step.property },
      inverse: neighbours[0]?.inverse,
      total: Number(response.headers.get("ControlGraph-Total") ?? neighbours.length),
      others: [...others, ...neighbours.map((each) => each.iri)],
    });
  }

  /** @param {View} view */
  async paths({ between }) {
    if (!between?.from || !between.to || this.pathsOf(between)) {
      return;
    }
    const { from, to, k } = between;
    /** @type {Paths} */
    const paths = await getJson("/api/v1/paths", [["from", from], ["to", to], ["k", k], ["day", this.day]], this.signal);
    const iris = new Set(paths.paths.flatMap((path) => path.edges.flatMap((edge) => [edge.subject.iri, edge.object.iri])));
    await Promise.all([...iris].map((iri) => this.thing(iri)));
    this.found.set(pathKey(between), paths);
  }

  /**
   * The paths of a view, once they are known.
   *
   * @param {import("./view.js").Between|null} between
   */
  pathsOf(between) {
    return between ? this.found.get(pathKey(between)) ?? null : null;
  }

  /**
   * @param {View} view
   * @returns {import("./shown.js").Answers}
   */
  answers({ between }) {
    const hops = (this.pathsOf(between)?.paths ?? []).flatMap((path) =>
      path.edges.map(({ subject, property, object, reading }) => ({ subject: subject.iri, property, object: object.iri, reading })),
    );
    return { things: this.things, pages: this.pages, hops };
  }
}

/** @param {import("./view.js").Between} between */
function pathKey({ from, to, k }) {
  return `${from} ${to} ${k}`;
}
