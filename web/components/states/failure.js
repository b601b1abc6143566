import { html, nothing } from "lit-html";
import { Problem } from "../../app/api.js";

/**
 * Says what went wrong with something that the reader asked for and can ask for again where it
 * stands; an alert, which a screen reader tells at once.
 *
 * @param {unknown} error
 */
export function failure(error) {
  const problem = error instanceof Problem ? error : null;
  return html`<div class="problem" role="alert">
    <p><strong>${problem?.message ?? "Something went wrong on this page"}</strong></p>
    <p>${problem?.detail ?? String(error)}</p>
    ${problem && problem.errors?.length > 0
      ? html`<ul>${problem.errors.map((each) => html`<li>${each.message}</li>`)}</ul>`
      : nothing}
  </div>`;
}
