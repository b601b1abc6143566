import { LitElement, html, nothing } from "lit";

/**
 * A tree of links that opens and closes: nested lists, with a button before what has more below it.
 * A button tells by aria-expanded whether it is open; the arrow keys open and close as in a tree.
 *
 * @typedef {{iri: string, label: string, href: string, hint?: string, below: Branch[]}} Branch
 */
export class Tree extends LitElement {
  static properties = {
    label: {},
    branches: { attribute: false },
    closed: { state: true },
  };

  constructor() {
    super();
    this.label = "";
    /** @type {Branch[]} */
    this.branches = [];
    /** @type {Set<string>} */
    this.closed = new Set();
  }

  createRenderRoot() {
    return this;
  }

  render() {
    const open = this.closed.size === 0;
    return html`<p class="table-tools">
        <button type="button" class="quiet" @click=${() => this.setAll(open)}>${open ? "Close all" : "Open all"}</button>
      </p>
      <ul class="tree" aria-label=${this.label}>${this.branches.map((each) => this.branch(each))}</ul>`;
  }

  /**
   * @param {Branch} branch
   * @returns {unknown}
   */
  branch(branch) {
    const open = !this.closed.has(branch.iri);
    return html`<li>
      ${branch.below.length > 0
        ? html`<button type="button" class="twig" aria-expanded=${open ? "true" : "false"} aria-label=${`Kinds of ${branch.label}`}
            @click=${() => this.set(branch.iri, open)} @keydown=${(/** @type {KeyboardEvent} */ event) => this.onKey(event, branch.iri)}>${open ? "▾" : "▸"}</button>`
        : nothing}
      <a href=${branch.href} title=${branch.hint ?? nothing}>${branch.label}</a>
      ${branch.below.length > 0 && open ? html`<ul>${branch.below.map((each) => this.branch(each))}</ul>` : nothing}
    </li>`;
  }

  /**
   * @param {string} iri
   * @param {boolean} close
   */
  set(iri, close) {
    const closed = new Set(this.closed);
    if (close) {
      closed.add(iri);
    } else {
      closed.delete(iri);
    }
    this.closed = closed;
  }

  /** @param {boolean} close */
  setAll(close) {
    this.closed = new Set(close ? withMore(this.branches) : []);
  }

  /**
   * @param {KeyboardEvent} event
   * @param {string} iri
   */
  onKey(event, iri) {
    if (event.key === "ArrowRight" || event.key === "ArrowLeft") {
      event.preventDefault();
      this.set(iri, event.key === "ArrowLeft");
    }
  }
}

/**
 * @param {Branch[]} branches
 * @returns {string[]}
 */
function withMore(branches) {
  return branches.filter((each) => each.below.length > 0).flatMap((each) => [each.iri, ...withMore(each.below)]);
}

customElements.define("cg-tree", Tree);
