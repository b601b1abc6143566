import { html, nothing, svg } from "lit-html";
import { thingHref } from "../../app/address.js";
import { count, sentence } from "../../app/words.js";
import { BOX, GAP, METRICS, layOut } from "./layout.js";

/**
 * Lanes as a drawing: real text and links, so that it can be searched, followed by keyboard and
 * printed; on paper, some lanes stand below the others. How a control fared stands in its box as a
 * shape and a word; what is missing stands in a dashed box at a dashed line.
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

/** As many letters of a source's name as a box has room for. */
const SOURCE_LETTERS = 28;

/**
 * @param {{label: string, lanes: Lane[], edges: Edge[], most: number, moreHref: string, gap?: number,
 *     words?: string}} given most is how many boxes a lane shows; more leads to all; words is the
 *     id of what tells where the same stands in words
 */
export function lanesDrawing({ label, lanes, edges, most, moreHref, gap = GAP, words }) {
  const drawing = layOut(lanes, edges, most, gap);
  const id = words ? `lanes-${words}` : "lanes";
  return html`<div class="scroll lanes" role="region" tabindex="0" aria-label=${label} aria-describedby=${words ?? nothing}>
    <svg viewBox=${`${-LEFT} 0 ${drawing.width + LEFT + RIGHT} ${drawing.height}`} width=${drawing.width + LEFT + RIGHT} height=${drawing.height} role="group" aria-label=${label}>
      <g id=${id}>
      ${drawing.heads.map((head) => svg`<text class="lane-name" x=${head.x} y="18">${sentence(head.name)}</text>`)}
      ${drawing.lines.map((line) => svg`<path class=${line.missing ? "lane-line missing" : "lane-line"} d=${line.path}><title>${line.reading}</title></path>`)}
      ${drawing.boxes.map(box)}
      ${drawing.hidden.map(
        (rest) => svg`<a href=${moreHref}><rect class="lane-box more" x=${rest.x} y=${rest.y} width=${BOX} height=${METRICS.LINE + 2 * METRICS.PADDING} rx="4"></rect>
          <text class="lane-text" x=${rest.x + METRICS.PADDING} y=${rest.y + METRICS.PADDING + 13}>and ${count(rest.count)} more</text></a>`,
      )}
      </g>
    </svg>
    ${drawing.heads.filter((_, at) => at % ON_PAPER === 0).map(
      ({ x }) => html`<svg class="on-paper" aria-hidden="true" viewBox=${`${x - LEFT} 0 ${ON_PAPER * (BOX + gap)} ${drawing.height}`}>${svg`<use href=${`#${id}`}></use>`}</svg>`,
    )}
  </div>`;
}

/** @param {import("./layout.js").Box} node */
function box(node) {
  const foot = node.y + node.height - METRICS.FOOT;
  return svg`${node.missing ? svg`<g class="lane-missing">${inside(node)}</g>` : svg`<a href=${thingHref(node.iri)}>${inside(node)}</a>`}
    ${node.source
      ? svg`<a class="lane-source" href=${node.source.href} data-away>
          <title>Source: ${node.source.name}</title>
          <rect class="lane-foot" x=${node.x} y=${foot} width=${BOX} height=${METRICS.FOOT}></rect>
          <text class="lane-hint" x=${node.x + METRICS.PADDING} y=${foot + 16}>${short(node.source.name)}</text>
        </a>`
      : nothing}`;
}

/** @param {import("./layout.js").Box} node */
function inside(node) {
  const mark = node.mark;
  const x = node.x + METRICS.PADDING;
  const first = node.y + METRICS.PADDING + 13;
  const hints = first + node.lines.length * METRICS.LINE;
  return svg`<title>${node.label}${mark ? `: ${mark}` : ""}</title>
    <rect class=${`lane-box ${mark ?? ""} ${node.missing ? "missing" : ""}`} x=${node.x} y=${node.y} width=${BOX} height=${node.height - (node.source ? METRICS.FOOT : 0)} rx="4"></rect>
    ${node.lines.map((line, at) => svg`<text class="lane-text" x=${x} y=${first + at * METRICS.LINE}>${line}</text>`)}
    ${node.hints.map((line, at) => svg`<text class="lane-hint" x=${x} y=${hints + at * METRICS.LINE}>${line}</text>`)}
    ${mark ? svg`<text class=${`lane-mark ${mark}`} x=${x} y=${hints + node.hints.length * METRICS.LINE + 4}>${SHAPES[mark] ?? "●"} ${mark}</text>` : nothing}`;
}

/** @param {string} name */
function short(name) {
  return name.length > SOURCE_LETTERS ? `${name.slice(0, SOURCE_LETTERS - 1)}…` : name;
}

/** What the shapes stand for. */
export function lanesLegend() {
  return html`<p class="lanes-legend">How a control fared:
    ${Object.entries(SHAPES).map(([name, shape]) => html`<span class=${`lane-mark ${name}`}><span aria-hidden="true">${shape}</span> ${name}</span> `)}
  </p>`;
}
