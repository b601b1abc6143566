import { Problem, withQuery } from "./api.js";

/**
 * What writing needs: the server's secret, kept for as long as this tab is open and never part of
 * an address, and the name under which the history remembers the writer; and who wants to know that
 * something was written.
 */

const SECRET = "write-secret";
const AUTHOR = "author";

/** Tells the rest of the page that it wrote. @param {number} revision the one that it made */
export function wrote(revision) {
  document.dispatchEvent(new CustomEvent("written", { detail: String(revision) }));
}

/** @param {(revision: string) => void} act */
export function onWritten(act) {
  document.addEventListener("written", (event) => act(/** @type {CustomEvent<string>} */ (event).detail));
}

/** The secret, if it was given in this tab. */
export function secret() {
  return sessionStorage.getItem(SECRET);
}

/** @param {string} given */
export function keepSecret(given) {
  sessionStorage.setItem(SECRET, given);
}

export function forgetSecret() {
  sessionStorage.removeItem(SECRET);
}

/** Who wrote last in this tab. */
export function author() {
  return sessionStorage.getItem(AUTHOR) ?? "";
}

/** @param {string} name */
export function keepAuthor(name) {
  sessionStorage.setItem(AUTHOR, name);
}

/** Whether a text can be a secret: one word of plain letters. @param {string} text */
export function canBeSecret(text) {
  return /^[\x21-\x7e]{16,}$/.test(text);
}

/**
 * What a server says that refused a write; the secret is forgotten if it was the wrong one.
 *
 * @param {number} status
 * @param {string} text the body of its answer
 */
export function refused(status, text) {
  let said;
  try {
    said = JSON.parse(text);
  } catch {
    return new Problem(`The server answered ${status}`, "It did not say why.");
  }
  if (/\/(missing|wrong)-secret$/.test(said.type)) {
    forgetSecret();
  }
  return new Problem(said.title, said.detail, said.errors ?? said.violations);
}

/**
 * A write without a body.
 *
 * @param {string} path
 * @param {Iterable<[string, string|null]>} parameters
 * @returns {Promise<any>}
 */
export async function post(path, parameters) {
  let response;
  try {
    response = await fetch(withQuery(path, parameters), {
      method: "POST",
      headers: { Authorization: `Bearer ${secret() ?? ""}` },
    });
  } catch {
    throw new Problem("The server cannot be reached", "The history tells whether the change went through.");
  }
  const text = await response.text();
  if (!response.ok) {
    throw refused(response.status, text);
  }
  return JSON.parse(text);
}
