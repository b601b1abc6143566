import { html, nothing } from "lit-html";
import { shortName } from "../../app/words.js";
import { link } from "../term/term.js";

/**
 * A chain of statements with the graphs they come from; what is missing stands at its end, dashed.
 * A list, so that a screen reader tells how long it is.
 *
 * @typedef {{iri: string, label?: string}} Ref
 * @typedef {{subject: Ref, property: string, reading: string, object?: Ref, value?: string,
 *     graphs: string[]}} Said
 *
 * @param {Said[]} statements
 * @param {string[]} missing in words
 */
export function chain(statements, missing) {
  return html`<ol class="chain">
    ${statements.map(
      (each) => html`<li>
        <span class="said">${link(each.subject)} <em>${each.reading}</em> ${each.object ? link(each.object) : each.value}</span>
        ${each.graphs.length > 0
          ? html`<span class="origin">${each.graphs.map((graph, at) => html`${at > 0 ? ", " : nothing}<a href=${graphHref(graph)} data-away title=${graph}>${graphName(graph)}</a>`)}</span>`
          : nothing}
      </li>`,
    )}
    ${missing.map((words) => html`<li class="lacking"><span class="said">Missing: ${words}</span></li>`)}
  </ol>`;
}

/**
 * The statements of a graph, as this server gives them.
 *
 * @param {string} graph
 */
function graphHref(graph) {
  return `/data?graph=${encodeURIComponent(graph)}`;
}

/** @param {string} graph */
function graphName(graph) {
  return graph.includes("/graph/") ? graph.slice(graph.indexOf("/graph/") + 7) : shortName(graph);
}
