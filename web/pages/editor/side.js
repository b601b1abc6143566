import { html, render } from "lit-html";
import { href } from "../../app/address.js";
import { FOLDER_ORDER, folderOf, folderTitle } from "../../app/words.js";
import { drop, save, savedIn } from "./saved.js";

/**
 * What a query can begin with: the questions of the catalogue, and those that were saved in this
 * browser. Each is a link, so that the text before it is one step back.
 *
 * @typedef {import("../../app/views.js").Context} Context
 */

/**
 * @param {HTMLElement} place
 * @param {Context} context
 * @param {() => string} text what is in the editor
 */
export function side(place, { catalogue, params }, text) {
  const wide = matchMedia("(min-width: 64rem)").matches;
  let wanted = "";
  let said = "";
  const draw = () =>
    render(
      html`<details class="pick" ?open=${wide}>
          <summary>Questions</summary>
          <label class="filter"><span class="hidden">Filter the questions</span>
            <input type="search" placeholder="Filter the questions" @input=${(/** @type {InputEvent} */ event) => {
              wanted = /** @type {HTMLInputElement} */ (event.target).value.trim().toLowerCase();
              draw();
            }}></label>
          <div class="pick-list" role="region" aria-label="Questions" tabindex="0">${questions()}</div>
        </details>
        <details class="pick" ?open=${wide}>
          <summary>Saved queries</summary>
          <form class="save" @submit=${keep}>
            <label for="save-name">Name</label>
            <input id="save-name" name="name" required maxlength="80" autocomplete="off" .value=${params.get("saved") ?? ""}>
            <button type="submit">Save</button>
          </form>
          <p class="hint" role="status">${said}</p>
          ${saved()}
        </details>`,
      place,
    );

  function questions() {
    const found = catalogue.queries.filter((each) =>
      `${each.summary} ${each.question} ${each.name}`.toLowerCase().includes(wanted),
    );
    if (found.length === 0) {
      return html`<p class="hint">No question has these words.</p>`;
    }
    const folders = [...new Set(found.map((each) => folderOf(each.name)))].sort((a, b) => rank(a) - rank(b) || a.localeCompare(b));
    return folders.map(
      (folder) => html`<h3>${folderTitle(folder)}</h3>
        <ul>${found
          .filter((each) => folderOf(each.name) === folder)
          .map((each) => html`<li><a href=${href("/editor", { question: each.name })} title=${each.question}>${each.summary}</a></li>`)}</ul>`,
    );
  }

  function saved() {
    const all = savedIn(localStorage);
    return all.length === 0
      ? html`<p class="hint">None yet. They are kept in this browser only.</p>`
      : html`<ul>${all.map(
          (each) => html`<li class="kept">
            <a href=${href("/editor", { saved: each.name })}>${each.name}</a>
            <button type="button" class="quiet" aria-label=${`Delete ${each.name}`} @click=${() => remove(each.name)}>Delete</button>
          </li>`,
        )}</ul>`;
  }

  /** @param {SubmitEvent} event */
  function keep(event) {
    event.preventDefault();
    const name = String(new FormData(/** @type {HTMLFormElement} */ (event.target)).get("name") ?? "").trim();
    if (name === "") {
      return;
    }
    try {
      save(localStorage, { name, text: text() });
      said = `Saved as ${name}.`;
    } catch {
      said = "This browser has no room for it.";
    }
    draw();
  }

  /** @param {string} name */
  function remove(name) {
    drop(localStorage, name);
    said = `${name} is deleted.`;
    draw();
    /** @type {HTMLElement|null} */ (place.querySelector("#save-name"))?.focus();
  }

  draw();
}

/** @param {string} folder */
function rank(folder) {
  const at = FOLDER_ORDER.indexOf(folder);
  return at < 0 ? FOLDER_ORDER.length : at;
}
