import { html, nothing, render } from "lit-html";
import { changed, href } from "./address.js";
import { open } from "./router.js";
import { MENU } from "./views.js";
import "../components/search/search.js";

/** Where there is room, the views and the rules are always open; the styles know this width too. */
const WIDE = matchMedia("(min-width: 64rem)");
WIDE.addEventListener("change", () => {
  for (const each of document.querySelectorAll("details.menu, details.rules-menu")) {
    /** @type {HTMLDetailsElement} */ (each).open = WIDE.matches;
  }
});

/** What the bar shows. @type {Parameters<typeof showBar>[0]|null} */
let shown = null;
addEventListener("beforeprint", () => shown && showPrinted(shown));

/**
 * What stands above every view: where one can go, what is looked for, and what rules all views: the
 * organisation, the effective day and the colours.
 *
 * @param {{entry: import("./views.js").Entry|undefined, day: string,
 *     org: import("./views.js").Organisation|null,
 *     organisations: import("./views.js").Organisation[], revision: string|null}} state
 */
export function showBar(state) {
  shown = state;
  render(bar(state), /** @type {HTMLElement} */ (document.getElementById("bar")));
  render(menu(state), /** @type {HTMLElement} */ (document.getElementById("views")));
  if (!WIDE.matches) {
    document.querySelector("details.menu")?.removeAttribute("open");
  }
}

/** @param {Parameters<typeof showBar>[0]} state */
function bar({ day, org, organisations, revision }) {
  return html`
    <a class="brand" href=${href("/")}>
      <svg aria-hidden="true" viewBox="0 0 24 24" width="22" height="22">
        <path d="M3 21h18M6 21v-5h3v5M11 21V11h3v10M16 21V5h3v16" fill="none" stroke="currentColor" stroke-width="2"/>
      </svg>
      ControlGraph
    </a>
    <cg-search></cg-search>
    <details class="rules-menu" ?open=${WIDE.matches}>
      <summary><span class="hidden">Looking at </span>${org?.label ?? "All"}<span class="hidden"> as of</span> <span class="as-of">${day}</span></summary>
      <div class="rules">
        <label>Organisation
          <select id="org" .value=${org?.id ?? ""} @change=${(/** @type {Event} */ event) => choose("org", event)}>
            <option value="">All</option>
            ${organisations.map((each) => html`<option value=${each.id} ?selected=${each.id === org?.id}>${each.label}</option>`)}
            ${org && !organisations.some((each) => each.id === org.id)
              ? html`<option value=${org.id} selected>${org.label}</option>`
              : nothing}
          </select>
        </label>
        <label>As of
          <input id="day" type="date" required .value=${day} @change=${(/** @type {Event} */ event) => choose("day", event)}>
        </label>
        <label>Colours
          <select id="theme" @change=${setTheme}>
            ${["system", "light", "dark"].map((each) =>
              html`<option value=${each} ?selected=${each === theme()}>${each}</option>`)}
          </select>
        </label>
        <p class="revision" id="revision">${revision ? `Revision ${revision}` : nothing}</p>
      </div>
    </details>`;
}

/**
 * What stands above every view on paper, where there is no bar: of what it is and where it comes
 * from. A view may change its address without being shown anew, so that this is told when it is
 * printed.
 *
 * @param {Parameters<typeof showBar>[0]} state
 */
function showPrinted({ org, day, revision }) {
  render(
    html`<strong>${org?.label ?? "All organisations"}</strong>, as of ${day}${revision ? `, revision ${revision}` : nothing}.
      Printed on ${new Date().toISOString().slice(0, 10)} from <span class="iri">${location.href}</span>`,
    /** @type {HTMLElement} */ (document.getElementById("printed")),
  );
}

/** @param {Parameters<typeof showBar>[0]} state */
function menu({ entry }) {
  const groups = [...new Set(MENU.map((each) => each.group))];
  return html`<details class="menu" ?open=${WIDE.matches}>
    <summary>Views</summary>
    ${groups.map(
      (group) => html`<div role="group" aria-labelledby=${`menu-${group}`}>
        <span class="menu-group" id=${`menu-${group}`}>${group}</span>
        <ul>
          ${MENU.filter((each) => each.group === group).map(
            (each) => html`<li>
              <a href=${href(each.path)} aria-current=${each === entry ? "page" : nothing}>${each.title}</a>
            </li>`,
          )}
        </ul>
      </div>`,
    )}
  </details>`;
}

/**
 * @param {string} name
 * @param {Event} event
 */
function choose(name, event) {
  const control = /** @type {HTMLInputElement|HTMLSelectElement} */ (event.target);
  if (control.checkValidity()) {
    open(changed({ [name]: control.value, offset: null }));
  }
}

function theme() {
  return document.documentElement.dataset.theme ?? "system";
}

/** @param {Event} event */
function setTheme(event) {
  const chosen = /** @type {HTMLSelectElement} */ (event.target).value;
  if (chosen === "system") {
    localStorage.removeItem("theme");
    delete document.documentElement.dataset.theme;
  } else {
    localStorage.setItem("theme", chosen);
    document.documentElement.dataset.theme = chosen;
  }
  document.dispatchEvent(new CustomEvent("colours-changed"));
}
