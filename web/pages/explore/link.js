import { isIri } from "../../app/words.js";
import { LAYOUTS, PAGE, startingFrom, stepKey } from "./view.js";

/**
 * A view as the query of an address, and back. IRIs are shortened by prefixes that every reader of
 * the address knows, and by one of the graph's own, which stands in the address as `base`; a start
 * is named by its number.
 *
 * @typedef {import("./view.js").View} View
 */

/** @type {Record<string, string>} */
const PREFIXES = {
  "cg:": "https://w3id.org/controlgraph/ns#",
  "ref:": "https://w3id.org/controlgraph/id/",
  "rdf:": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
  "rdfs:": "http://www.w3.org/2000/01/rdf-schema#",
  "owl:": "http://www.w3.org/2002/07/owl#",
  "skos:": "http://www.w3.org/2004/02/skos/core#",
  "dct:": "http://purl.org/dc/terms/",
  "prov:": "http://www.w3.org/ns/prov#",
  "sssom:": "https://w3id.org/sssom/",
};

const OWN = "id:";

/** An address with more is not followed further. */
const MOST_STEPS = 300;
const MOST_LINKS = 10_000;

/** The prefixes, with the graph's own if there is one. @param {string|null} base */
function prefixes(base) {
  return base ? { ...PREFIXES, [OWN]: base } : PREFIXES;
}

/**
 * @param {string} iri
 * @param {string|null} base
 */
export function shortened(iri, base) {
  const known = Object.entries(prefixes(base));
  const [prefix, start] = known.find(([, each]) => iri.startsWith(each)) ?? [];
  if (prefix && start) {
    return prefix + iri.slice(start.length);
  }
  return [...Object.keys(PREFIXES), OWN].some((each) => iri.startsWith(each)) ? `<${iri}>` : iri;
}

/**
 * @param {string} token
 * @param {string|null} base
 */
export function lengthened(token, base) {
  const bare = /^<(.*)>$/.exec(token);
  if (bare) {
    return bare[1];
  }
  const [prefix, start] = Object.entries(prefixes(base)).find(([each]) => token.startsWith(each)) ?? [];
  return prefix && start ? start + token.slice(prefix.length) : token;
}

/** The beginning that most of the graph's own things share. @param {readonly string[]} iris */
function baseOf(iris) {
  const known = Object.values(PREFIXES);
  const own = iris.find((iri) => iri.includes("/id/") && !known.some((each) => iri.startsWith(each)));
  return own ? own.slice(0, own.indexOf("/id/") + "/id/".length) : null;
}

/**
 * @param {View} view
 * @returns {Array<[string, string]>} parameters of the address
 */
export function encoded(view) {
  const { from = null, to = null, k = 3 } = view.between ?? {};
  const base = baseOf([
    ...view.starts,
    ...view.steps.map((each) => each.of),
    ...view.hidden,
    ...view.pins.map((each) => each.iri),
    ...[view.selected, from, to].filter((each) => each !== null),
  ]);
  const short = (/** @type {string} */ iri) => shortened(iri, base);
  /** @param {string} iri */
  const place = (iri) => (view.starts.includes(iri) ? String(view.starts.indexOf(iri)) : short(iri));
  /** @type {Array<[string, string]>} */
  const given = view.starts.map((each) => ["node", short(each)]);
  for (const { of, property, direction, most } of view.steps) {
    given.push(["expand", [place(of), short(property), direction, ...(most === PAGE ? [] : [most])].join(" ")]);
  }
  given.push(...view.hidden.map((each) => /** @type {[string, string]} */ (["hide", short(each)])));
  given.push(...view.pins.map(({ iri, x, y }) => /** @type {[string, string]} */ (["pin", `${place(iri)} ${x} ${y}`])));
  given.push(...view.offTypes.map((each) => /** @type {[string, string]} */ (["no-type", short(each)])));
  given.push(...view.offProperties.map((each) => /** @type {[string, string]} */ (["no-link", short(each)])));
  if (from !== null || to !== null) {
    given.push(["path", [from === null ? "-" : place(from), to === null ? "-" : place(to), k].join(" ")]);
  }
  if (view.selected && isIri(view.selected) && view.selected !== view.starts[0]) {
    given.push(["at", place(view.selected)]);
  }
  if (view.layout !== "force") {
    given.push(["layout", view.layout]);
  }
  if (view.as) {
    given.push(["as", view.as]);
  }
  return base ? [["base", base], ...given] : given;
}

/**
 * Reads what an address says; what makes no sense is left out.
 *
 * @param {URLSearchParams} params
 * @returns {View}
 */
export function decoded(params) {
  const base = params.get("base");
  const long = (/** @type {string} */ token) => lengthened(token, base);
  const view = startingFrom(params.getAll("node").filter(Boolean).map(long));
  const place = (/** @type {string} */ token) => (/^\d+$/.test(token) ? view.starts[Number(token)] ?? "" : long(token));
  const iris = (/** @type {string} */ name) => params.getAll(name).map(long).filter(isIri);
  const selected = params.get("at");
  const layout = LAYOUTS.find((each) => each === params.get("layout"));
  const as = params.get("as");
  return {
    ...view,
    steps: stepsOf(params.getAll("expand"), view.starts[0] ?? "", place, long),
    hidden: iris("hide"),
    pins: params.getAll("pin").flatMap((token) => {
      const [iri, x, y] = token.split(" ");
      const at = { iri: place(iri), x: Number(x), y: Number(y) };
      return at.iri && x && y && Number.isFinite(at.x) && Number.isFinite(at.y) ? [at] : [];
    }),
    offTypes: iris("no-type"),
    offProperties: iris("no-link"),
    selected: selected ? place(selected) || view.selected : view.selected,
    layout: layout ?? view.layout,
    as: as === "graph" || as === "list" ? as : null,
    between: betweenOf(params.get("path"), place),
  };
}

/**
 * @param {string[]} tokens
 * @param {string} first whose links a token without a thing means
 * @param {(token: string) => string} place
 * @param {(token: string) => string} long
 * @returns {import("./view.js").Step[]}
 */
function stepsOf(tokens, first, place, long) {
  /** @type {Map<string, import("./view.js").Step>} */
  const steps = new Map();
  for (const token of tokens.slice(0, MOST_STEPS)) {
    const parts = token.split(" ");
    const [of, property, direction, most] = parts[1] === "in" || parts[1] === "out" ? ["0", ...parts] : parts;
    const step = { of: of === "0" ? first : place(of), property: long(property ?? ""), most: count(most) };
    if ((direction === "in" || direction === "out") && step.of && isIri(step.property)) {
      steps.set(stepKey({ ...step, direction }), { ...step, direction });
    }
  }
  return [...steps.values()];
}

/** @param {string|undefined} digits */
function count(digits) {
  const most = Number(digits);
  return Number.isInteger(most) && most > 0 ? Math.min(most, MOST_LINKS) : PAGE;
}

/**
 * @param {string|null} token
 * @param {(token: string) => string} place
 */
function betweenOf(token, place) {
  const [from, to, k] = (token ?? "").split(" ");
  const end = (/** @type {string|undefined} */ each) => (each && each !== "-" ? place(each) || null : null);
  const many = Number(k);
  return end(from) || end(to)
    ? { from: end(from), to: end(to), k: Number.isInteger(many) && many > 0 ? Math.min(many, 10) : 3 }
    : null;
}

/**
 * Parameters as text, with the signs left as they are that may stand in a query and that readers
 * know.
 *
 * @param {ReadonlyArray<[string, string]>} given
 */
export function query(given) {
  return given
    .map(([name, value]) => `${name}=${encodeURIComponent(value).replaceAll("%20", "+").replaceAll("%3A", ":").replaceAll("%2F", "/")}`)
    .join("&");
}
