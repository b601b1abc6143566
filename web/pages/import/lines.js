/**
 * The lines by which the server tells how far an import is: newline-delimited JSON.
 *
 * @typedef {{progress?: {stage: string, done: number, total: number}, report?: any,
 *     problem?: {title: string, detail: string}}} Line
 */

/**
 * The last line.
 *
 * @param {string} text what has come so far
 * @param {boolean} ended whether nothing more will come; else a line without its end is not read
 * @returns {Line|null}
 */
export function lastOf(text, ended) {
  const whole = ended ? text.trimEnd() : text.slice(0, text.lastIndexOf("\n") + 1).trimEnd();
  const line = whole.slice(whole.lastIndexOf("\n") + 1);
  return line === "" ? null : JSON.parse(line);
}
