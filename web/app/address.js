/**
 * The state of the page is its address: what is shown, of which organisation and day, with which
 * arguments. So back, forward, bookmarks and links that are sent to others work by themselves.
 */

/** What every view keeps when it leads to another. */
const KEPT = ["org", "day"];

/** The parameters of the address that is open. */
export function parameters() {
  return new URLSearchParams(location.search);
}

/** @param {string} name */
export function current(name) {
  return parameters().get(name);
}

/**
 * The address of a view; organisation and day are kept unless they are given, null drops one.
 *
 * @param {string} path such as /gaps
 * @param {Record<string, string|number|null|undefined>} [state]
 */
export function href(path, state = {}) {
  const here = parameters();
  const next = new URLSearchParams();
  for (const [name, value] of Object.entries(state)) {
    if (value !== null && value !== undefined && value !== "") {
      next.append(name, String(value));
    }
  }
  for (const name of KEPT) {
    const value = here.get(name);
    if (value && !(name in state)) {
      next.append(name, value);
    }
  }
  const query = next.toString();
  return query ? `${path}?${query}` : path;
}

/**
 * The address of this view with something else in it; what it says several times it says still.
 *
 * @param {Record<string, string|number|null|undefined>} changes
 */
export function changed(changes) {
  const next = new URLSearchParams([...parameters()].filter(([name, value]) => value !== "" && !(name in changes)));
  for (const [name, value] of Object.entries(changes)) {
    if (value !== null && value !== undefined && value !== "") {
      next.append(name, String(value));
    }
  }
  return next.size > 0 ? `${location.pathname}?${next}` : location.pathname;
}

/** @param {string} iri */
export function thingHref(iri) {
  return href("/", { thing: iri });
}

/**
 * @param {string} name
 * @param {Record<string, string|null|undefined>} [given]
 */
export function questionHref(name, given = {}) {
  return href("/", { question: name, ...given });
}

/**
 * The cell of a requirement at a target, and why it stands where it does.
 *
 * @param {{framework: {iri: string}, requirement: {iri: string}, target: {iri: string},
 *     organisation: {iri: string}}} cell
 */
export function cellHref(cell) {
  return href("/cell", {
    requirement: cell.requirement.iri,
    target: cell.target.iri,
    framework: cell.framework.iri,
    org: cell.organisation.iri,
  });
}

/** Arguments of a question: everything in the address but what the page itself uses. */
export function questionArguments() {
  const own = new Set(["question", "thing", "day", "offset"]);
  return [...parameters()].filter(([name, value]) => !own.has(name) && value !== "");
}
