import { LitElement, html, nothing } from "lit";
import { getJson } from "../../app/api.js";
import { thingHref } from "../../app/address.js";
import { open } from "../../app/router.js";

/**
 * Finds things by label or id as one types; it forgives misspelling. `/` and Ctrl-K lead to it from
 * anywhere.
 *
 * A combobox with a listbox (ARIA 1.2): arrows choose, Enter opens, Escape closes; what was found is
 * told to screen readers. With `picks` it gives the chosen thing as a `pick` event and opens
 * nothing, so that forms can ask for a thing by it.
 *
 * @typedef {{iri: string, label?: string, id?: string, path: string,
 *     types: Array<{label?: string}>, organisation?: {label?: string},
 *     framework?: {label?: string}, matched: {how: string}}} Hit
 */

const MOST = 8;
const PAUSE = 120;

let numbered = 0;

export class Search extends LitElement {
  static properties = {
    picks: { type: Boolean },
    label: {},
    type: {},
    hits: { state: true },
    at: { state: true },
    expanded: { state: true },
    said: { state: true },
  };

  constructor() {
    super();
    this.picks = false;
    this.label = "Search";
    this.type = "";
    /** @type {Hit[]} */
    this.hits = [];
    this.at = -1;
    this.expanded = false;
    this.said = "";
    this.number = ++numbered;
    /** @type {ReturnType<typeof setTimeout>|undefined} */
    this.waiting = undefined;
    this.asking = new AbortController();
    this.reached = (/** @type {KeyboardEvent} */ event) => this.onShortcut(event);
  }

  createRenderRoot() {
    return this;
  }

  connectedCallback() {
    super.connectedCallback();
    if (!this.picks) {
      document.addEventListener("keydown", this.reached);
    }
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    document.removeEventListener("keydown", this.reached);
    this.asking.abort();
  }

  /** @returns {HTMLInputElement} */
  get input() {
    return /** @type {HTMLInputElement} */ (this.querySelector("input"));
  }

  /** @param {KeyboardEvent} event */
  onShortcut(event) {
    const writes = event.target instanceof Element && event.target.closest("input, textarea, select, [contenteditable], .CodeMirror");
    if ((event.key === "/" && !writes) || (event.key === "k" && (event.ctrlKey || event.metaKey))) {
      event.preventDefault();
      this.input.focus();
      this.input.select();
    }
  }

  onInput() {
    clearTimeout(this.waiting);
    this.waiting = setTimeout(() => this.ask(), PAUSE);
  }

  async ask() {
    this.asking.abort();
    this.asking = new AbortController();
    const { signal } = this.asking;
    const text = this.input.value.trim();
    if (text === "") {
      this.close();
      return;
    }
    try {
      const given = [["q", text], ["limit", MOST], ["type", this.type]];
      const { hits } = await getJson("/api/v1/search", /** @type {any} */ (given), signal);
      this.hits = hits;
      this.said = hits.length === 0 ? `Nothing is called "${text}"` : `${hits.length} found`;
    } catch (error) {
      if (signal.aborted) {
        return;
      }
      this.hits = [];
      this.said = error instanceof Error ? error.message : String(error);
    }
    this.at = this.hits.length > 0 ? 0 : -1;
    this.expanded = true;
  }

  close() {
    this.expanded = false;
    this.hits = [];
    this.at = -1;
    this.said = "";
  }

  /** @param {KeyboardEvent} event */
  onKey(event) {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      const step = event.key === "ArrowDown" ? 1 : -1;
      const count = this.hits.length;
      this.at = count === 0 ? -1 : (this.at + step + count) % count;
    } else if (event.key === "Enter") {
      event.preventDefault();
      this.enter();
    } else if (event.key === "Escape") {
      this.close();
    }
  }

  /** Opens what is chosen, once what was typed last has been looked up. */
  async enter() {
    clearTimeout(this.waiting);
    if (!this.expanded) {
      await this.ask();
    }
    const hit = this.hits[this.at];
    if (hit) {
      this.take(hit);
    }
  }

  /** @param {Hit} hit */
  take(hit) {
    this.close();
    if (this.picks) {
      this.input.value = "";
      this.dispatchEvent(new CustomEvent("pick", { detail: hit }));
    } else {
      this.input.value = "";
      this.input.blur();
      open(thingHref(hit.iri));
    }
  }

  render() {
    const list = `search-${this.number}`;
    const chosen = this.at >= 0 ? `${list}-${this.at}` : nothing;
    return html`<div class="search" role=${this.picks ? nothing : "search"} @focusout=${this.onLeave}>
      <input type="search" role="combobox" autocomplete="off" spellcheck="false"
        aria-label=${this.label} placeholder=${this.picks ? this.label : `${this.label}: label or id`}
        aria-expanded=${this.expanded} aria-controls=${list} aria-autocomplete="list"
        aria-activedescendant=${chosen} @input=${this.onInput} @keydown=${this.onKey}>
      ${this.picks ? nothing : html`<kbd aria-hidden="true">/</kbd>`}
      <ul class="hits" id=${list} role="listbox" aria-label="Found" ?hidden=${this.hits.length === 0}>
        ${this.hits.map((hit, at) => this.option(hit, at, list))}
      </ul>
      <p class=${this.expanded && this.hits.length === 0 ? "hits none-found" : "hidden"} role="status">${this.said}</p>
    </div>`;
  }

  /**
   * @param {Hit} hit
   * @param {number} at
   * @param {string} list
   */
  option(hit, at, list) {
    const about = [hit.id, hit.types[0]?.label, hit.organisation?.label ?? hit.framework?.label];
    return html`<li id=${`${list}-${at}`} role="option" aria-selected=${at === this.at}
      @mousedown=${(/** @type {Event} */ event) => event.preventDefault()} @click=${() => this.take(hit)}>
      <span class="hit-name">${hit.label ?? hit.path}</span>
      <span class="hit-about">${about.filter(Boolean).join(" · ")}${hit.matched.how === "nearly" ? " · spelt alike" : ""}</span>
    </li>`;
  }

  /** @param {FocusEvent} event */
  onLeave(event) {
    if (!(event.relatedTarget instanceof Node && this.contains(event.relatedTarget))) {
      this.close();
    }
  }
}

customElements.define("cg-search", Search);
