import { html, nothing } from "lit-html";
import { link } from "../term/term.js";
import { graphHref, graphName, isDay, readingOf, valueOf } from "./readings.js";

/**
 * A chain of statements with the graphs they come from; what is missing stands at its end, dashed.
 * A list, so that a screen reader tells how long it is.
 *
 * @typedef {import("./readings.js").Said} Said
 *
 * @param {Said[]} statements
 * @param {string[]} missing in words
 */
export function chain(statements, missing) {
  return html`<ol class="chain">
    ${statements.map(
      (each) => html`<li>
        <span class="said">${link(each.subject)} <em>${readingOf(each)}</em> ${each.object ? link(each.object) : shown(each)}</span>
        ${each.graphs.length > 0
          ? html`<span class="origin">${each.graphs.map((graph, at) => html`${at > 0 ? ", " : nothing}<a href=${graphHref(graph)} data-away title=${graph}>${graphName(graph)}</a>`)}</span>`
          : nothing}
      </li>`,
    )}
    ${missing.map((words) => html`<li class="lacking"><span class="said">Missing: ${words}</span></li>`)}
  </ol>`;
}

/** @param {Said} said */
function shown(said) {
  return isDay(said.value) ? html`<time datetime=${said.value}>${valueOf(said)}</time>` : valueOf(said);
}
