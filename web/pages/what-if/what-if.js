import { html, nothing, render } from "lit-html";
import { getJson } from "../../app/api.js";
import { changed, href } from "../../app/address.js";
import { open } from "../../app/router.js";
import { count, plural, sentence } from "../../app/words.js";
import { reasoned, standing } from "../../components/badge/badge.js";
import { empty, failed, fill } from "../../components/states/states.js";
import { link } from "../../components/term/term.js";
import "../../components/search/search.js";
import "../../components/table/table.js";

/**
 * What would be lost if some things went away: which cells lose a rung, which risks are open again
 * and who has to act. What is taken away stands in the address, so that the view can be shared.
 *
 * @typedef {import("../../app/views.js").Context} Context
 * @typedef {{iri: string, label?: string}} Ref
 */

const POINTS = 20;

/** @param {Context} context */
export async function show(context) {
  const { main, params, day, signal } = context;
  const removed = params.getAll("remove");
  if (removed.length === 0) {
    await start(context);
    return;
  }
  let answer;
  try {
    answer = await getJson("/api/v1/whatif", [...removed.map((each) => /** @type {[string, string]} */ (["remove", each])), ["day", day]], signal);
  } catch (error) {
    render(html`<h1>What if</h1>${failed(error)}<p><a href=${href("/what-if")}>Begin anew</a></p>`, main);
    return;
  }
  const names = answer.removed.map((/** @type {Ref} */ each) => each.label ?? each.iri);
  document.title = `Without ${names.join(" and ")} – ControlGraph`;
  render(
    html`<h1>Without ${names.join(" and ")}</h1>
      <ul class="chosen" aria-label="What is taken away">
        ${answer.removed.map(
          (/** @type {Ref} */ each) => html`<li>${link(each)}
            <button type="button" class="quiet" aria-label=${`Put ${each.label} back`} @click=${() => open(address(removed.filter((iri) => iri !== each.iri && iri !== each.label)))}>put back</button></li>`,
        )}
      </ul>
      <div class="tools"><cg-search picks label="Take something else away" @pick=${(/** @type {CustomEvent} */ event) => open(address([...removed, event.detail.iri]))}></cg-search></div>
      <p class="lead">${summary(answer)}</p>
      ${answer.duties.length > 0 ? section("act", "Who must act", duties(answer.duties)) : nothing}
      ${answer.cells.length > 0 ? section("cells", "Cells that fall", cells(answer.cells)) : nothing}
      ${risks("untreated", "Risks that are no longer treated", answer.untreated)}
      ${risks("treatments", "Treatments that no longer hold", answer.treatments)}
      ${risks("acceptances", "Acceptances that no longer hold", answer.acceptances)}
      ${risks("unsupported", "Residual evaluations that nothing supports any more", answer.unsupported)}
      ${answer.unanswered.length > 0
        ? section("unanswered", "What nobody answers for then", html`<ul class="plain">${answer.unanswered.map((/** @type {Ref} */ each) => html`<li>${link(each)}</li>`)}</ul>`)
        : nothing}`,
    main,
  );
}

/** @param {string[]} removed */
function address(removed) {
  const query = new URLSearchParams(removed.map((iri) => ["remove", iri]));
  const kept = href("/what-if");
  return removed.length === 0 ? kept : `${kept}${kept.includes("?") ? "&" : "?"}${query}`;
}

/** @param {any} answer */
function summary(answer) {
  if (answer.cells.length + answer.untreated.length + answer.unanswered.length + answer.treatments.length + answer.acceptances.length === 0) {
    return "Nothing would be lost.";
  }
  return `${plural(answer.fallen, "cell falls", "cells fall")}, ${plural(answer.untreated.length, "risk is", "risks are")} open again, and ${plural(answer.duties.length, "post has", "posts have")} to act.`;
}

/**
 * @param {string} id
 * @param {string} title
 * @param {unknown} content
 */
function section(id, title, content) {
  return html`<section aria-labelledby=${id}><h2 id=${id}>${title}</h2>${content}</section>`;
}

/** @param {any[]} all */
function duties(all) {
  const columns = [
    { name: "Post", cell: (/** @type {any} */ each) => link(each.post), text: (/** @type {any} */ each) => each.post.label ?? "" },
    { name: "Held by", cell: (/** @type {any} */ each) => (each.persons.length > 0 ? each.persons.map((/** @type {Ref} */ one) => html`<div>${link(one)}</div>`) : html`<strong>nobody</strong>`), text: (/** @type {any} */ each) => each.persons.map((/** @type {Ref} */ one) => one.label).join("; ") },
    { name: "About", cell: (/** @type {any} */ each) => each.things.map((/** @type {Ref} */ one) => html`<div>${link(one)}</div>`), text: (/** @type {any} */ each) => each.things.map((/** @type {Ref} */ one) => one.label).join("; ") },
  ];
  return html`<cg-table label="Who must act" file="who-must-act" .columns=${columns} .rows=${all}></cg-table>`;
}

/** @param {any[]} all */
function cells(all) {
  const columns = [
    { name: "Requirement", cell: (/** @type {any} */ each) => link(each.requirement), text: (/** @type {any} */ each) => each.requirement.label ?? "" },
    { name: "Target", cell: (/** @type {any} */ each) => link(each.target), text: (/** @type {any} */ each) => each.target.label ?? "" },
    { name: "Before", cell: (/** @type {any} */ each) => reasoned(each, each.before), text: (/** @type {any} */ each) => each.before },
    { name: "After", cell: (/** @type {any} */ each) => (each.after ? standing(each.after) : html`<span class="hint">no cell any more</span>`), text: (/** @type {any} */ each) => each.after ?? "no cell" },
  ];
  return html`<cg-table label="Cells that fall" file="cells-that-fall" .columns=${columns} .rows=${all}></cg-table>`;
}

/**
 * @param {string} id
 * @param {string} title
 * @param {any[]} all
 */
function risks(id, title, all) {
  return all.length === 0
    ? nothing
    : section(id, title, html`<ul class="plain">${all.map((each) => html`<li>${link(each.risk)}${each.treatment ? html`: ${link(each.treatment)}` : nothing}${each.thing ? html`: ${link(each.thing)}` : nothing}</li>`)}</ul>`);
}

/** @param {Context} context */
async function start({ main, org, day, signal }) {
  render(
    html`<h1>What if</h1>
      <p class="lead">Take something away – a control, a post, a person who leaves, an evidence that expires, a supplier – and see what would be lost.</p>
      <div class="tools"><cg-search picks label="Take away" @pick=${(/** @type {CustomEvent} */ event) => open(address([event.detail.iri]))}></cg-search></div>
      <h2>On what most rests alone</h2>
      <div id="points"></div>`,
    main,
  );
  const place = /** @type {HTMLElement} */ (main.querySelector("#points"));
  await fill(place, "single points of failure", signal, async () => {
    const answer = await getJson("/api/v1/impact/single-points", [["org", org?.iri], ["day", day], ["limit", POINTS]], signal);
    const columns = [
      { name: "Thing", cell: (/** @type {any} */ each) => link(each.thing), text: (/** @type {any} */ each) => each.thing.label ?? "" },
      { name: "Kind", cell: (/** @type {any} */ each) => sentence(each.kind), text: (/** @type {any} */ each) => each.kind },
      { name: "Cells that fall without it", number: true, cell: (/** @type {any} */ each) => count(each.cells), text: (/** @type {any} */ each) => each.cells },
      { name: "What if", cell: (/** @type {any} */ each) => html`<a href=${changed({ remove: each.thing.iri })} aria-label=${`Without ${each.thing.label}`}>without it</a>`, text: () => "" },
    ];
    return answer.points.length === 0
      ? empty("No cell rests on one thing alone.")
      : html`<p>The first ${count(answer.points.length)} of ${count(answer.total)}.</p>
          <cg-table label="Single points of failure" file="single-points" .columns=${columns} .rows=${answer.points}></cg-table>`;
  });
}
