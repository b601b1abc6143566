/** Asks the server. */

/** What a server says is wrong: an RFC 9457 problem, or that it cannot be reached. */
export class Problem extends Error {
  /**
   * @param {string} title
   * @param {string} detail
   * @param {Array<{parameter?: string, message: string}>} [errors]
   * @param {{line: number, column: number}|null} [place] where in a query, both from 1 on
   */
  constructor(title, detail, errors = [], place = null) {
    super(title);
    this.detail = detail;
    this.errors = errors;
    /** What to do to try again, if it is not enough to show the view anew. @type {(() => void)|null} */
    this.again = null;
    this.place = place;
  }
}

/**
 * @param {string} path
 * @param {Iterable<[string, string|number|null|undefined]>} [parameters] those without a value are
 *     left out
 * @param {AbortSignal} [signal]
 * @returns {Promise<Response>}
 * @throws {Problem} what the server says is wrong
 */
export async function get(path, parameters = [], signal) {
  return send(withQuery(path, parameters), { signal });
}

/**
 * @param {string} path
 * @param {Iterable<[string, string|number|null|undefined]>} [parameters]
 * @param {AbortSignal} [signal]
 * @returns {Promise<any>}
 */
export async function getJson(path, parameters = [], signal) {
  return (await get(path, parameters, signal)).json();
}

/**
 * @param {string} path
 * @param {Iterable<[string, string|number|null|undefined]>} parameters
 */
export function withQuery(path, parameters) {
  const query = new URLSearchParams();
  for (const [name, value] of parameters) {
    if (value !== null && value !== undefined && value !== "") {
      query.append(name, String(value));
    }
  }
  return query.size > 0 ? `${path}?${query}` : path;
}

/**
 * @param {string} address
 * @param {RequestInit} request
 * @returns {Promise<Response>}
 * @throws {Problem} what the server says is wrong
 */
export async function send(address, request) {
  const response = await patiently(() => reach(address, request));
  if (!response.ok) {
    throw await problemOf(response);
  }
  const missing = response.headers.get("ControlGraph-Missing");
  if (missing) {
    document.dispatchEvent(new CustomEvent("members-missing", { detail: missing }));
  }
  return response;
}

/**
 * @param {string} address
 * @param {RequestInit} request
 */
async function reach(address, request) {
  try {
    return await fetch(address, request);
  } catch (error) {
    if (request.signal?.aborted) {
      throw error;
    }
    throw unreachable();
  }
}

/** That the server does not answer at all. */
export function unreachable() {
  return new Problem("The server cannot be reached", "It may have been stopped. Start it again and try again.");
}

/**
 * Asks again while the server is building an index, as often as it would have waited before.
 *
 * @param {() => Promise<Response>} ask
 */
async function patiently(ask) {
  let response = await ask();
  for (let again = 0; again < 10 && (await isBuilding(response)); again++) {
    await new Promise((done) => setTimeout(done, 1000));
    response = await ask();
  }
  return response;
}

/** @param {Response} response */
async function isBuilding(response) {
  if (response.status !== 503) {
    return false;
  }
  try {
    return (await response.clone().json()).type.endsWith("/index-not-ready");
  } catch {
    return false;
  }
}

/** @param {Response} response */
async function problemOf(response) {
  try {
    const problem = await response.json();
    const place = problem.line > 0 ? { line: problem.line, column: problem.column } : null;
    return new Problem(problem.title, problem.detail, problem.errors, place);
  } catch {
    return new Problem(`The server answered ${response.status}`, "It did not say why.");
  }
}

/**
 * @typedef {{type: string, value: string, datatype?: string, "xml:lang"?: string}} Term
 * @typedef {Record<string, Term>} Row
 * @typedef {{columns: string[], rows: Row[], revision: string|null, day: string|null}} Rows
 */

/**
 * Reads SPARQL results.
 *
 * @param {Response} response
 * @returns {Promise<Rows>}
 */
export async function rowsOf(response) {
  const document = await response.json();
  return {
    columns: document.head.vars ?? [],
    rows: document.results?.bindings ?? [],
    revision: response.headers.get("ControlGraph-Revision"),
    day: response.headers.get("ControlGraph-Day"),
  };
}

/**
 * Asks a question of the catalogue.
 *
 * @param {string} name
 * @param {Iterable<[string, string|number|null|undefined]>} [parameters]
 * @param {AbortSignal} [signal]
 */
export async function ask(name, parameters = [], signal) {
  const path = name.split("/").map(encodeURIComponent).join("/");
  return rowsOf(await get(`/api/v1/queries/${path}`, [...parameters, ["format", "json"]], signal));
}

/** @param {string} query */
export async function sparql(query) {
  return rowsOf(await get("/sparql", [["query", query], ["format", "json"]]));
}
