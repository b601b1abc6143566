import { html, nothing, svg } from "lit-html";
import { thingHref } from "../../app/address.js";
import { count, sentence } from "../../app/words.js";
import { BOX, LANE, METRICS, layOut } from "./layout.js";

/**
 * Lanes as a drawing: real text and links, so that it can be searched, followed by keyboard and
 * printed; on paper, some lanes stand below the others. How a control fared stands in its box as a
 * shape and a word.
 *
 * @typedef {import("./layout.js").Lane} Lane
 * @typedef {import("./layout.js").Edge} Edge
 */

/** Shapes for what became of a control. @type {Record<string, string>} */
const SHAPES = { failed: "✗", bypassed: "↷", absent: "○", detected: "◉", contained: "■" };

/** As many stand side by side on paper. */
const ON_PAPER = 4;
const LEFT = 30;
const RIGHT = 10;

/**
 * @param {{label: string, lanes: Lane[], edges: Edge[], most: number, moreHref: string}} given most
 *     is how many boxes a lane shows; more leads to all
 */
export function lanesDrawing({ label, lanes, edges, most, moreHref }) {
  const drawing = layOut(lanes, edges, most);
  return html`<div class="scroll lanes" role="region" tabindex="0" aria-label=${label}>
    <svg viewBox=${`${-LEFT} 0 ${drawing.width + LEFT + RIGHT} ${drawing.height}`} width=${drawing.width + LEFT + RIGHT} height=${drawing.height} role="group" aria-label=${label}>
      <g id="lanes">
      ${drawing.heads.map((head) => svg`<text class="lane-name" x=${head.x} y="18">${sentence(head.name)}</text>`)}
      ${drawing.lines.map((line) => svg`<path class="lane-line" d=${line.path}><title>${line.reading}</title></path>`)}
      ${drawing.boxes.map(box)}
      ${drawing.hidden.map(
        (rest) => svg`<a href=${moreHref}><rect class="lane-box more" x=${rest.x} y=${rest.y} width=${BOX} height=${METRICS.LINE + 2 * METRICS.PADDING} rx="4"></rect>
          <text class="lane-text" x=${rest.x + METRICS.PADDING} y=${rest.y + METRICS.PADDING + 13}>and ${count(rest.count)} more</text></a>`,
      )}
      </g>
    </svg>
    ${drawing.heads.filter((_, at) => at % ON_PAPER === 0).map(
      ({ x }) => html`<svg class="on-paper" aria-hidden="true" viewBox=${`${x - LEFT} 0 ${ON_PAPER * LANE} ${drawing.height}`}>${svg`<use href="#lanes"></use>`}</svg>`,
    )}
  </div>`;
}

/** @param {import("./layout.js").Box} node */
function box(node) {
  const mark = node.mark;
  const first = node.y + METRICS.PADDING + 13;
  return svg`<a href=${thingHref(node.iri)}>
    <title>${node.label}${mark ? `: ${mark}` : ""}</title>
    <rect class=${`lane-box ${mark ?? ""}`} x=${node.x} y=${node.y} width=${BOX} height=${node.height} rx="4"></rect>
    ${node.lines.map((line, at) => svg`<text class="lane-text" x=${node.x + METRICS.PADDING} y=${first + at * METRICS.LINE}>${line}</text>`)}
    ${mark ? svg`<text class=${`lane-mark ${mark}`} x=${node.x + METRICS.PADDING} y=${first + node.lines.length * METRICS.LINE + 4}>${SHAPES[mark] ?? "●"} ${mark}</text>` : nothing}
  </a>`;
}

/** What the shapes stand for. */
export function lanesLegend() {
  return html`<p class="lanes-legend">How a control fared:
    ${Object.entries(SHAPES).map(([name, shape]) => html`<span class=${`lane-mark ${name}`}><span aria-hidden="true">${shape}</span> ${name}</span> `)}
  </p>`;
}
