import { html } from "lit-html";
import { get, getJson, rowsOf } from "../../app/api.js";
import { href, thingHref } from "../../app/address.js";
import { rulesFor } from "../../app/rules.js";
import { count, plural } from "../../app/words.js";
import { figure } from "../../components/ladder/ladder.js";
import { empty } from "../../components/states/states.js";

/**
 * Says in words what is wrong, worst first, so that a newcomer need not read a table to see it.
 * Each sentence leads to its rows.
 *
 * @typedef {import("../../app/views.js").Context} Context
 * @typedef {import("../../app/api.js").Row} Row
 */

/** The kinds of target that are AI, by the end of their IRIs. */
const AI_KINDS = ["ai-system", "model", "dataset", "pipeline"];

/** The rule that names targets, AI or not, of which no requirement is met. */
const BARE = "coverage/uncovered-targets";

/** Rules that are said in a sentence of their own: the words for one and for several. */
const SAID = {
  [BARE]: ["target has no working control at all", "targets have no working control at all"],
  "risk/high-not-treated": ["high risk is not treated", "high risks are not treated"],
  "coverage/on-paper-only": ["control stands on paper only", "controls stand on paper only"],
  "gaps/evidence-expired": ["control rests on evidence that has expired", "controls rest on evidence that has expired"],
  "ownership/without-accountable-post": ["thing has nobody who answers for it", "things have nobody who answers for them"],
  "incident/open": ["incident is still open", "incidents are still open"],
};

/** @param {Context} context */
export async function findings(context) {
  const { org, day, catalogue, signal } = context;
  const scope = /** @type {Array<[string, string|number|undefined]>} */ ([["org", org?.iri], ["day", day]]);
  const [bare, { rules }] = await Promise.all([
    org ? bareAssets(org.label, scope, signal) : null,
    getJson("/api/v1/gaps", [...scope, ["limit", 0], ...rulesFor(catalogue, org)], signal),
  ]);
  const sentences = [
    bare,
    ...Object.entries(SAID).filter(([rule]) => !bare || rule !== BARE).map(([rule, words]) => {
      const found = rules.find((/** @type {{rule: string}} */ each) => each.rule === rule);
      return found && found.gaps > 0
        ? html`<a href=${href("/gaps", { rule })}>${count(found.gaps)} ${found.gaps === 1 ? words[0] : words[1]}</a>.`
        : null;
    }),
  ].filter(Boolean);
  return sentences.length === 0
    ? empty(`Nothing is known to be wrong on ${day}.`)
    : html`<ul>${sentences.map((each) => html`<li>${each}</li>`)}</ul>`;
}

/**
 * How many of an organisation's AI assets have no requirement met, and which is the worst.
 *
 * @param {string} organisation
 * @param {Array<[string, string|number|undefined]>} scope
 * @param {AbortSignal} signal
 */
async function bareAssets(organisation, scope, signal) {
  const { rows } = await rowsOf(await get("/api/v1/coverage", [["by", "target"], ...scope], signal));
  const assets = rows.filter(
    (row) => figure(row, "cells") > 0 && AI_KINDS.some((kind) => row.kind?.value.endsWith(`TargetKind-${kind}`)),
  );
  const bare = assets
    .filter((row) => figure(row, "effective") === 0)
    .sort((a, b) => figure(b, "cells") - figure(a, "cells"));
  if (bare.length === 0) {
    return null;
  }
  const worst = bare[0];
  return html`<a href=${href("/gaps", { rule: BARE })}>${count(bare.length)} of ${organisation}'s ${plural(assets.length, "AI asset", "AI assets")} ${bare.length === 1 ? "has" : "have"} no working control at all</a>;
    the worst: <a href=${thingHref(worst.target?.value ?? "")}>${worst.targetLabel?.value ?? worst.target?.value}</a>,
    where ${count(figure(worst, "cells"))} are expected.`;
}
