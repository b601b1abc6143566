import { html } from "lit-html";
import { plural } from "../../app/words.js";
import { link } from "../term/term.js";

/**
 * Paths between two things, the best first, each as a line that reads from its beginning to its
 * end. A list of lists, so that a screen reader tells how many hops there are.
 *
 * @typedef {{iri: string, label?: string}} Ref
 * @typedef {{subject: Ref, object: Ref, backwards: boolean, reading: string}} Hop
 *
 * @param {Array<{hops: number, cost: number, edges: Hop[]}>} paths
 */
export function pathList(paths) {
  return html`<ol class="paths">
    ${paths.map(
      (path) => html`<li>
        <span class="hint">${plural(path.hops, "hop", "hops")}, cost ${path.cost.toFixed(1)}</span>
        <ol class="hops">
          ${path.edges.map(
            (edge, at) => html`<li>
              ${at === 0 ? html`${link(edge.backwards ? edge.object : edge.subject)} ` : ""}
              <span class="reading">${edge.reading}</span> ${link(edge.backwards ? edge.subject : edge.object)}
            </li>`,
          )}
        </ol>
      </li>`,
    )}
  </ol>`;
}
