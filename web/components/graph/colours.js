import { KINDS } from "./kinds.js";
import { TOKENS } from "./style.js";

/**
 * The colours of the tokens as they are now, for what is drawn on a canvas, which knows no tokens.
 *
 * @param {HTMLElement} probe an element whose colour is nobody else's
 * @returns {import("./style.js").Colours}
 */
export function coloursNow(probe) {
  const resolved = (/** @type {string} */ token) => {
    probe.style.color = `var(${token})`;
    return getComputedStyle(probe).color;
  };
  const named = Object.fromEntries(Object.entries(TOKENS).map(([name, token]) => [name, resolved(token)]));
  const kinds = Object.fromEntries(KINDS.map(({ id }) => [id, resolved(`--kind-${id}`)]));
  return /** @type {any} */ ({ ...named, kinds });
}

/**
 * Tells when the colours change, by the reader or by the system.
 *
 * @param {() => void} redraw
 * @param {AbortSignal} signal
 */
export function onColours(redraw, signal) {
  document.addEventListener("colours-changed", redraw, { signal });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", redraw, { signal });
}
