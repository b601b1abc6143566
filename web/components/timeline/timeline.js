import { html, nothing } from "lit-html";
import { count, plural } from "../../app/words.js";
import { counted, inShort, inWords } from "./periods.js";

/**
 * How many things there were in each month, quarter or year, as columns that are parted by kind.
 *
 * A list: each column is a link to the things behind it whose name gives its period and figures, and
 * a period without any says so. A kind has a pattern of its own besides its colour, and its total in
 * the legend.
 *
 * @typedef {import("./periods.js").Entry} Entry
 * @typedef {import("./periods.js").Period} Period
 */

/** The kinds that have patterns, from the ground up. */
const KINDS = ["critical", "high", "medium", "low"];
const OTHER = "other";

/** Of the highest column, in rem. */
const HEIGHT = 6.5;

/**
 * @param {object} given
 * @param {[one: string, many: string]} given.things what is counted
 * @param {string} given.by what the kinds are
 * @param {Entry[]} given.entries
 * @param {string} given.until the last day that is looked at
 * @param {(period: string) => string} given.where leads to the things of a period
 */
export function timeline({ things, by, entries, until, where }) {
  const known = entries.map((each) => (KINDS.includes(each.kind) ? each : { ...each, kind: OTHER }));
  const { unit, periods, earlier, undated } = counted(known, until);
  const most = Math.max(...periods.map((each) => each.total), 1);
  return html`<figure class="timeline">
    <figcaption>
      ${plural(entries.length, ...things)} by ${unit}${legend(known, by)}
    </figcaption>
    <ol>${periods.map((each, at) => column(each, { things, most, where, year: at === 0 || isNewYear(each, periods[at - 1]) }))}</ol>
    ${earlier > 0 ? html`<p class="hint">${count(earlier)} before that.</p>` : nothing}
    ${undated > 0 ? html`<p class="hint">${count(undated)} without a date.</p>` : nothing}
  </figure>`;
}

/**
 * @param {Entry[]} entries
 * @param {string} by
 */
function legend(entries, by) {
  const kinds = [...KINDS, OTHER].map((kind) => ({ kind, number: entries.filter((each) => each.kind === kind).length }));
  if (kinds.every(({ kind, number }) => kind === OTHER || number === 0)) {
    return nothing;
  }
  return html`, by ${by}:
    ${kinds.map(({ kind, number }) =>
      number > 0 ? html`<span class="timeline-key"><span class="timeline-part ${kind}" aria-hidden="true"></span>${kind} ${count(number)}</span> ` : nothing)}`;
}

/**
 * @param {Period} period
 * @param {{things: [one: string, many: string], most: number, where: (period: string) => string, year: boolean}} given
 */
function column(period, { things, most, where, year }) {
  const words = inWords(period.name);
  const said = `${plural(period.total, ...things)} in ${words}${parts(period)}`;
  return html`<li>
    ${period.total === 0
      ? html`<span class="timeline-column"><span class="hidden">${said}</span></span>`
      : html`<a class="timeline-column" href=${where(period.name)} aria-label=${said} title=${said}>
          <span>${count(period.total)}</span>
          <span class="timeline-bar" .style=${`height: ${(HEIGHT * period.total) / most}rem`}>${[...KINDS, OTHER].map((kind) =>
            period.kinds.has(kind) ? html`<span class="timeline-part ${kind}" .style=${`flex-grow: ${period.kinds.get(kind)}`}></span>` : nothing)}</span>
        </a>`}
    <span class="timeline-when" aria-hidden="true">${inShort(period.name) || period.name}<br>${year && inShort(period.name) ? period.name.slice(0, 4) : nothing}</span>
  </li>`;
}

/** @param {Period} period */
function parts({ kinds }) {
  const named = [...KINDS, OTHER].filter((kind) => kinds.has(kind));
  return named.length === 0 || (named.length === 1 && named[0] === OTHER)
    ? ""
    : `: ${named.map((kind) => `${count(kinds.get(kind) ?? 0)} ${kind}`).join(", ")}`;
}

/**
 * @param {Period} period
 * @param {Period} before
 */
function isNewYear(period, before) {
  return period.name.slice(0, 4) !== before.name.slice(0, 4);
}
