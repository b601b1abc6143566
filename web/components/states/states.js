import { html, nothing, render } from "lit-html";
import { Problem } from "../../app/api.js";
import { open } from "../../app/router.js";

/**
 * What stands where an answer will be, could not be, or is empty. Loading is a status, which a
 * screen reader tells when it is free; a problem is an alert, which it tells at once.
 */

/** @param {string} what */
export function loading(what) {
  return html`<p class="state" role="status">Loading ${what} …</p>`;
}

/** @param {unknown} text */
export function empty(text) {
  return html`<p class="state">${text}</p>`;
}

/** @param {unknown} error */
export function failed(error) {
  const problem = error instanceof Problem ? error : null;
  return html`<div class="problem" role="alert">
    <p><strong>${problem?.message ?? "Something went wrong on this page"}</strong></p>
    <p>${problem?.detail ?? String(error)}</p>
    ${problem && problem.errors.length > 0
      ? html`<ul>${problem.errors.map((each) => html`<li>${each.message}</li>`)}</ul>`
      : nothing}
    <p><button type="button" @click=${problem?.again ?? (() => open(location.href, { replace: true }))}>Try again</button></p>
  </div>`;
}

/**
 * Fills a place with what a promise gives; shows that it is loading, and what went wrong.
 *
 * @param {HTMLElement} place
 * @param {string} what
 * @param {AbortSignal} signal nothing is shown once it is aborted
 * @param {() => Promise<unknown>} make gives what lit renders
 */
export async function fill(place, what, signal, make) {
  place.setAttribute("aria-busy", "true");
  render(loading(what), place);
  /** @type {unknown} */
  let made;
  try {
    made = await make();
  } catch (error) {
    made = failed(error);
  }
  if (!signal.aborted) {
    render(made, place);
    place.setAttribute("aria-busy", "false");
  }
}
