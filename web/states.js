import { Problem } from "./api.js";
import { el } from "./dom.js";

/** What stands where an answer will be, could not be, or is empty. */

/** @param {string} what */
export function loading(what) {
  return el("p", { class: "state", role: "status" }, `Loading ${what} …`);
}

/** @param {string} text */
export function empty(text) {
  return el("p", { class: "state" }, text);
}

/** @param {unknown} error */
export function failed(error) {
  const problem = error instanceof Problem ? error : null;
  const again = el("a", { href: location.href, class: "button" }, "Try again");
  return el(
    "div",
    { class: "problem", role: "alert" },
    el("p", {}, el("strong", {}, problem?.message ?? "Something went wrong on this page")),
    el("p", {}, problem?.detail ?? String(error)),
    problem && problem.errors.length > 0
      ? el("ul", {}, problem.errors.map((each) => el("li", {}, each.message)))
      : null,
    el("p", {}, again),
  );
}

/**
 * Fills a place with what a promise gives; shows that it is loading, and what went wrong.
 *
 * @param {HTMLElement} place
 * @param {string} what
 * @param {() => Promise<Node[]>} make
 */
export async function fill(place, what, make) {
  place.setAttribute("aria-busy", "true");
  place.replaceChildren(loading(what));
  try {
    place.replaceChildren(...(await make()));
  } catch (error) {
    place.replaceChildren(failed(error));
  } finally {
    place.setAttribute("aria-busy", "false");
  }
}
