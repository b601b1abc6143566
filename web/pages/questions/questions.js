import { html, render } from "lit-html";
import { questionHref } from "../../app/address.js";
import { FOLDER_ORDER, folderOf, folderTitle } from "../../app/words.js";

/**
 * The catalogue of questions by theme.
 *
 * @typedef {import("../../app/views.js").Context} Context
 *
 * @param {Context} context
 */
export function show({ main, catalogue }) {
  const questions = catalogue.queries;
  const folders = [...new Set(questions.map((each) => folderOf(each.name)))].sort(
    (a, b) => place(a) - place(b) || a.localeCompare(b),
  );
  render(
    html`<h1>Questions</h1>
      <p class="lead">What can be asked of the graph. Each answer is a table to sort, filter and take along; each question can be opened in the editor.</p>
      <div class="themes">
        ${folders.map(
          (folder) => html`<section aria-labelledby=${`theme-${folder}`}>
            <h2 id=${`theme-${folder}`}>${folderTitle(folder)}</h2>
            <ul>
              ${questions
                .filter((each) => folderOf(each.name) === folder)
                .map((each) => html`<li><a href=${questionHref(each.name)}>${each.summary}</a> <span class="asks">${each.question}</span></li>`)}
            </ul>
          </section>`,
        )}
      </div>`,
    main,
  );
}

/** @param {string} folder */
function place(folder) {
  const at = FOLDER_ORDER.indexOf(folder);
  return at < 0 ? FOLDER_ORDER.length : at;
}
