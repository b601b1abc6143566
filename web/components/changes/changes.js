import { html, nothing } from "lit-html";

/**
 * What changed, thing by thing: each property with what it was and what it is. What was is struck
 * through and what is stands after it, and both are said in words too, so that neither hangs on
 * colour or on seeing the stroke.
 *
 * @typedef {import("./words.js").Change} Change
 */

/** @type {Record<Change["standing"], string>} */
const STANDINGS = { new: "New", gone: "Taken away", changed: "Changed" };

/**
 * @param {Change[]} changes
 * @param {{thing: (subject: string) => unknown, property: (name: string) => unknown,
 *     value: (value: any) => unknown}} words how the parts are shown
 */
export function changeList(changes, { thing, property, value }) {
  return html`<ul class="changes">
    ${changes.map(
      ({ subject, standing, lines }) => html`<li class="change ${standing}">
        <h3><span class="badge">${STANDINGS[standing]}</span> ${thing(subject)}</h3>
        <dl>
          ${lines.map(
            (line) => html`<dt>${property(line.property)}</dt>
              <dd>
                ${line.before.map((each) => html`<del><span class="hidden">was </span>${value(each)}</del>`)}
                ${line.before.length > 0 && line.after.length > 0 ? html`<span aria-hidden="true">→</span>` : nothing}
                ${line.after.map((each) => html`<ins><span class="hidden">${standing === "new" ? "" : "is now "}</span>${value(each)}</ins>`)}
              </dd>`,
          )}
        </dl>
      </li>`,
    )}
  </ul>`;
}
