import { Problem, send } from "../../app/api.js";
import { Lines, columnsOf, rowOf, tripleOf } from "./lines.js";

/**
 * Asks a query and reads its answer as it comes, no further than a page can show. To stop it is to
 * abort: the connection is closed, and the server stops the query when it sees that.
 *
 * @typedef {import("../../app/api.js").Row} Row
 * @typedef {object} Answer
 * @property {"rows"|"triples"|"truth"} kind
 * @property {string[]} columns
 * @property {Row[]} rows
 * @property {boolean} truth the answer of an ASK
 * @property {boolean} more whether there is more than was read
 * @property {number|null} cut after so many rows the server has cut the answer off
 * @property {number} seconds from asking to the last row that was read
 */

/** So many rows are shown at most. */
export const MOST = 10_000;

const ACCEPT = "text/tab-separated-values, application/n-triples";

/** What Jena calls the one column of an ASK. */
const TRUTH = "_askResult";

/**
 * @param {string} query
 * @param {AbortSignal} signal
 * @returns {Promise<Answer>}
 * @throws {Problem} what the server says is wrong, or that the answer broke off
 */
export async function run(query, signal) {
  const began = performance.now();
  const response = await send("/sparql", {
    method: "POST",
    headers: { "Content-Type": "application/sparql-query", Accept: ACCEPT },
    body: query,
    signal,
  });
  const triples = (response.headers.get("Content-Type") ?? "").includes("n-triples");
  const { lines, more } = await read(response, triples ? MOST : MOST + 1, signal);
  const cut = response.headers.get("ControlGraph-Rows-Cut");
  const columns = triples ? ["subject", "property", "object"] : columnsOf(lines[0] ?? "");
  const truth = !triples && columns[0] === TRUTH;
  return {
    kind: triples ? "triples" : truth ? "truth" : "rows",
    columns,
    rows: triples
      ? lines.map(tripleOf).filter((each) => each !== null)
      : lines.slice(1).map((line) => rowOf(line, columns)),
    truth: truth && lines[1] === "true",
    more,
    cut: cut ? Number(cut) : null,
    seconds: (performance.now() - began) / 1000,
  };
}

/**
 * @param {Response} response
 * @param {number} most so many lines are read
 * @param {AbortSignal} signal
 * @returns {Promise<{lines: string[], more: boolean}>}
 */
async function read(response, most, signal) {
  const reader = /** @type {ReadableStream<Uint8Array>} */ (response.body).getReader();
  const letters = new TextDecoder();
  const pieces = new Lines();
  /** @type {string[]} */
  const lines = [];
  try {
    for (;;) {
      const { done, value } = await reader.read();
      lines.push(...pieces.add(letters.decode(value, { stream: !done })));
      if (lines.length > most) {
        await reader.cancel();
        return { lines: lines.slice(0, most), more: true };
      }
      if (done) {
        return { lines: [...lines, ...pieces.end()], more: false };
      }
    }
  } catch (error) {
    if (signal.aborted) {
      throw error;
    }
    throw new Problem(
      "The answer broke off",
      "The server ended it in the middle: it ran out of time, or was stopped. Ask for less, with LIMIT or a narrower pattern.",
    );
  }
}
