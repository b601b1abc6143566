import { html, nothing, render } from "lit-html";
import { getJson, withQuery } from "../../app/api.js";
import { href } from "../../app/address.js";
import { STANDINGS, standing } from "../../components/badge/badge.js";
import { chain } from "../../components/chain/chain.js";
import { lanesDrawing } from "../../components/lanes/lanes.js";
import { empty, failed } from "../../components/states/states.js";
import { link } from "../../components/term/term.js";
import { stepsOf } from "./steps.js";

/**
 * Why a cell stands where it does: rung by rung the statements it rests on, or what is missing,
 * first as a drawing, then in words.
 *
 * @typedef {import("../../app/views.js").Context} Context
 */

/** @param {Context} context */
export async function show({ main, params, org, day, signal }) {
  const given = /** @type {Array<[string, string|null|undefined]>} */ ([
    ["requirement", params.get("requirement")],
    ["target", params.get("target")],
    ["framework", params.get("framework")],
    ["org", org?.iri],
    ["day", day],
  ]);
  let answer;
  try {
    answer = await getJson("/api/v1/coverage/why", given, signal);
  } catch (error) {
    render(html`<h1>Why</h1>${failed(error)}`, main);
    return;
  }
  const cells = answer.cells;
  document.title = cells.length > 0 ? `${title(cells[0])} – ControlGraph` : "No such cell – ControlGraph";
  render(
    html`${cells.length > 0 ? cells.map(article) : noCell(answer.without)}
      <p class="links">
        As data: ${["turtle", "dot", "mermaid"].map(
          (format) => html`<a href=${withQuery("/api/v1/coverage/why", [...given, ["format", format]])} data-away>${format}</a> `,
        )}
      </p>`,
    main,
  );
}

/** @param {any} cell */
function title(cell) {
  return `${cell.id ?? ""} ${cell.requirement.label} at ${cell.target.label}`.trim();
}

/** Between two steps: narrow enough for all five of them to stand side by side. */
const GAP = 30;

/**
 * @param {any} cell
 * @param {number} at
 */
function article(cell, at) {
  return html`<article>
    <nav class="crumbs" aria-label="Where you are">
      ${link(cell.organisation)}
      <a href=${href("/framework", { framework: cell.framework.iri })}>${cell.framework.label}</a>
    </nav>
    <h1>${title(cell)}</h1>
    <p class="lead">
      ${standing(cell.standing)} ${link(cell.requirement)} at ${link(cell.target)}${cell.kind ? html`, ${cell.kind.label}` : nothing}
    </p>
    ${drawn(cell, `words-${at}`)}
    <h2>Why there is a cell</h2>
    ${step("The requirement is expected at this kind of target", cell.expected)}
    ${step("The target is in scope", cell.inScope)}
    ${step("The requirement is applicable", cell.applicable)}
    ${cell.carrier
      ? html`<h2>What carries it</h2>
          <p>${link(cell.carrier.implementation)}${cell.carrier.through ? html`, through ${link(cell.carrier.through)}` : nothing}</p>
          ${chain(cell.carrier.statements, [])}`
      : nothing}
    <h2>How far it comes</h2>
    ${cell.rungs.map((/** @type {any} */ rung) =>
      step(STANDINGS[rung.rung] ?? rung.rung, { ...rung, holds: rung.reached }))}
  </article>`;
}

/**
 * @param {any} cell
 * @param {string} words the id of the line that leads to the words
 */
function drawn(cell, words) {
  const { lanes, edges } = stepsOf(cell);
  const label = `Steps of ${title(cell)}`;
  const lacks = lanes.some((lane) => lane.nodes.some((node) => node.missing));
  return html`${lanesDrawing({ label, lanes, edges, most: Infinity, moreHref: "", gap: GAP, words })}
    <p class="hint" id=${words}>${lacks ? "A dashed box at a dashed line is what is missing. " : nothing}The foot of a box is the source that says it. Below stands the same in words, with every statement.</p>`;
}

/**
 * A step of the reasoning: open where it fails, since that is what is looked for.
 *
 * @param {string} name
 * @param {{holds: boolean, missing: string[], statements: import("../../components/chain/chain.js").Said[]}} part
 */
function step(name, { holds, missing, statements }) {
  const title = html`<span class="mark" aria-hidden="true">${holds ? "✓" : "✗"}</span> ${name}: <strong>${holds ? "yes" : "no"}</strong>`;
  return statements.length + missing.length === 0
    ? html`<p class="step ${holds ? "holds" : "fails"}">${title}</p>`
    : html`<details class="step ${holds ? "holds" : "fails"}" ?open=${!holds}>
        <summary>${title}</summary>
        ${chain(statements, missing)}
      </details>`;
}

/** @param {any[]} without */
function noCell(without) {
  return html`<h1>No such cell</h1>
    ${empty("The requirement is not expected at this target, so there is nothing to cover. What lacks:")}
    ${without.map(
      (each) => html`<h2>${link(each.organisation)}</h2>
        ${each.reasons.map((/** @type {any} */ reason) => chain(reason.statements, reason.missing))}`,
    )}`;
}
