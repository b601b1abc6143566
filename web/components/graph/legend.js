import { html, svg } from "lit-html";
import { kindById } from "./kinds.js";

/** The shape of a kind, beside its name; it says nothing to a screen reader that the name does not. */

/** @param {string} id */
export function shapeOf(id) {
  const { corners } = kindById(id);
  return html`<svg class=${`kind-shape kind-${id}`} viewBox="-1.1 -1.1 2.2 2.2" aria-hidden="true">
    ${corners ? svg`<polygon points=${corners.map((each) => each.join(",")).join(" ")}></polygon>` : svg`<circle r="1"></circle>`}
  </svg>`;
}
