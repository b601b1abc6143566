/** Asks the server. */

/** What a server says is wrong: an RFC 9457 problem, or that it cannot be reached. */
export class Problem extends Error {
  /**
   * @param {string} title
   * @param {string} detail
   * @param {Array<{parameter?: string, message: string}>} [errors]
   */
  constructor(title, detail, errors = []) {
    super(title);
    this.detail = detail;
    this.errors = errors;
  }
}

/**
 * @param {string} path
 * @param {Iterable<[string, string]>} [parameters]
 * @returns {Promise<Response>}
 */
export async function get(path, parameters = []) {
  const query = new URLSearchParams([...parameters]).toString();
  const response = await patiently(() => reach(query ? `${path}?${query}` : path));
  if (!response.ok) {
    throw await problemOf(response);
  }
  const missing = response.headers.get("ControlGraph-Missing");
  if (missing) {
    document.dispatchEvent(new CustomEvent("members-missing", { detail: missing }));
  }
  return response;
}

/** @param {string} address */
async function reach(address) {
  try {
    return await fetch(address);
  } catch {
    throw new Problem(
      "The server cannot be reached",
      "It may have been stopped. Start it again and reload the page.",
    );
  }
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
    return new Problem(problem.title, problem.detail, problem.errors);
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
 * @param {Iterable<[string, string]>} [parameters]
 */
export async function ask(name, parameters = []) {
  const path = name.split("/").map(encodeURIComponent).join("/");
  return rowsOf(await get(`/api/v1/queries/${path}`, [...parameters, ["format", "json"]]));
}

/** @param {string} query */
export async function sparql(query) {
  return rowsOf(await get("/sparql", [["query", query], ["format", "json"]]));
}
