import { html, nothing, svg } from "lit-html";
import { HEIGHT, WIDTH, layOutMap } from "./layout.js";

/**
 * The core classes and how they hang together, as a drawing of real text and links: it can be
 * searched, followed by keyboard and printed. A list says the same to those who do not see it.
 *
 * @typedef {import("./layout.js").Entry} Entry
 *
 * @param {(name: string) => Entry|undefined} termOf knows terms by local name or IRI
 * @param {(entry: Entry) => string} where leads to a term
 */
export function classMap(termOf, where) {
  const map = layOutMap(termOf);
  return html`<div class="scroll class-map" role="region" tabindex="0" aria-label="Map of the core classes">
      <svg viewBox=${`0 0 ${map.width} ${map.height}`} width=${map.width} height=${map.height} role="group" aria-label="Core classes">
        <defs>
          <marker id="map-arrow" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="8" markerHeight="8" orient="auto"><path class="map-head" d="M 0 0 L 8 4 L 0 8 z"></path></marker>
          <marker id="map-kind" viewBox="0 0 12 12" refX="11" refY="6" markerWidth="12" markerHeight="12" orient="auto"><path class="map-kind-head" d="M 1 1 L 11 6 L 1 11 z"></path></marker>
        </defs>
        ${map.kinds.map((path) => svg`<path class="map-line kind" d=${path} marker-end="url(#map-kind)"></path>`)}
        ${map.lines.map((line) => svg`<path class="map-line" d=${line.path} marker-end="url(#map-arrow)"></path>`)}
        ${map.lines.map(
          (line) => svg`<a href=${where(line.property)} aria-label=${`${line.from.label} ${line.property.label} ${line.to.label}`}>
            <text class="map-label" x=${line.x} y=${line.y + 4}>${line.property.label}</text></a>`,
        )}
        ${map.boxes.map(
          (box) => svg`<a href=${where(box.entry)}>
            <rect class="map-box" x=${box.x} y=${box.y} width=${WIDTH} height=${HEIGHT} rx="4"></rect>
            <text class="map-name" x=${box.x + WIDTH / 2} y=${box.y + (box.kinds ? 21 : 30)}>${box.entry.label}</text>
            ${box.kinds ? svg`<text class="map-kinds" x=${box.x + WIDTH / 2} y=${box.y + 39}>${box.kinds}</text>` : nothing}
          </a>`,
        )}
      </svg>
    </div>
    <details class="as-list"><summary>The same as a list</summary>
      <ul>${map.lines.map((line) => html`<li><a href=${where(line.from)}>${line.from.label}</a> <a href=${where(line.property)}><em>${line.property.label}</em></a> <a href=${where(line.to)}>${line.to.label}</a></li>`)}</ul>
    </details>`;
}
