/** The state of the page is its address: what is shown, of which day, with which arguments. */

const here = new URLSearchParams(location.search);

/** @param {string} name */
export function current(name) {
  return here.get(name);
}

/** Arguments of a question: everything in the address but what the page itself uses. */
export function currentArguments() {
  const own = new Set(["question", "thing", "day", "offset"]);
  return [...here].filter(([name, value]) => !own.has(name) && value !== "");
}

/**
 * An address of the page; the day is kept.
 *
 * @param {Record<string, string|null|undefined>} state
 */
export function pageHref(state) {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...state, day: state.day ?? here.get("day") })) {
    if (value !== null && value !== undefined && value !== "") {
      parameters.append(name, value);
    }
  }
  const query = parameters.toString();
  return query ? `/?${query}` : "/";
}

/** @param {string} iri */
export function thingHref(iri) {
  return pageHref({ thing: iri });
}

/**
 * @param {string} name
 * @param {Record<string, string>} [given]
 */
export function questionHref(name, given = {}) {
  return pageHref({ question: name, ...given });
}
