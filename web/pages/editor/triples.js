import { LitElement, html, nothing } from "lit";
import { changed, current, href, thingHref } from "../../app/address.js";
import { note } from "../../app/router.js";
import { isIri, plural, shortName } from "../../app/words.js";
import { value } from "../../components/term/term.js";
import "../../components/table/table.js";
import { drawn } from "./drawn.js";

/**
 * The triples that a query made, `.rows`, as a list or as a drawing. The address says which, so that
 * a link shows the same. The drawing is one stop of the Tab key, as in Explore; what is selected in
 * it is named below, with links. The list has all that the drawing leaves out.
 *
 * @typedef {import("../../app/api.js").Row} Row
 * @typedef {import("../../app/api.js").Term} Term
 */
export class Triples extends LitElement {
  static properties = {
    rows: { attribute: false },
    drawing: { state: true },
    selected: { state: true },
    problem: { state: true },
  };

  constructor() {
    super();
    /** @type {Row[]} */
    this.rows = [];
    this.drawing = current("as") === "graph";
    /** @type {string|null} */
    this.selected = null;
    this.problem = "";
  }

  createRenderRoot() {
    return this;
  }

  render() {
    return html`<fieldset class="as">
        <legend class="hidden">Show the triples as</legend>
        ${this.choice(false, "List")}${this.choice(true, "Graph")}
      </fieldset>
      ${this.drawing ? this.graph() : list(this.rows)}`;
  }

  /**
   * @param {boolean} drawing
   * @param {string} name
   */
  choice(drawing, name) {
    return html`<label><input type="radio" name="as" .checked=${this.drawing === drawing} @change=${() => this.show(drawing)}> ${name}</label>`;
  }

  /** @param {boolean} drawing */
  show(drawing) {
    this.drawing = drawing;
    note(changed({ as: drawing ? "graph" : null }));
  }

  graph() {
    if (!customElements.get("cg-graph")) {
      import("../../components/graph/graph.js").then(
        () => this.requestUpdate(),
        () => (this.problem = "The drawing could not be loaded. Load the page anew, or look at the list."),
      );
      return html`<p class="state" role="status">${this.problem || "Loading the drawing …"}</p>`;
    }
    const graph = drawn(this.rows);
    const node = graph.nodes.find((each) => each.id === this.selected);
    return html`
      ${graph.left > 0 ? html`<p class="cut">The drawing shows ${plural(graph.nodes.length, "thing", "things")} and leaves out ${graph.left.toLocaleString("en")}; the list has all.</p>` : nothing}
      <cg-graph label="Graph of the answer" describedby="triples-keys" .graph=${graph} .selected=${this.selected}
        @choose=${(/** @type {CustomEvent} */ event) => (this.selected = event.detail)}
        @enter=${(/** @type {CustomEvent} */ event) => this.enter(event.detail)}></cg-graph>
      <p class="hint" id="triples-keys">Home selects the first thing, arrows lead along its links, Enter goes to the links below.</p>
      <p class="triples-chosen" role="status">${node ? html`<strong>${node.name}</strong>${node.type ? html`, ${node.type}` : nothing} ${links(node.id)}` : nothing}</p>`;
  }

  /** @param {string} id */
  async enter(id) {
    this.selected = id;
    await this.updateComplete;
    /** @type {HTMLElement|null} */ (this.querySelector(".triples-chosen a"))?.focus();
  }
}

/** @param {string} id */
function links(id) {
  return isIri(id)
    ? html`<a href=${thingHref(id)}>Its page</a> <a href=${href("/explore", { node: id })}>Explore from it</a>`
    : html`<span class="hint">has no name that could be asked for</span>`;
}

/** @param {Row[]} rows */
function list(rows) {
  const columns = [
    ...["subject", "property", "object"].map((part) => ({
      name: part[0].toUpperCase() + part.slice(1),
      cell: (/** @type {Row} */ row) => value(row[part]),
      text: (/** @type {Row} */ row) => plain(row[part]),
    })),
    { name: "Graph", cell: (/** @type {Row} */ row) => explore(row.subject), text: () => "" },
  ];
  return html`<cg-table label="Triples" .columns=${columns} .rows=${rows}></cg-table>`;
}

/** @param {Term} subject */
function explore(subject) {
  return subject.type === "uri"
    ? html`<a href=${href("/explore", { node: subject.value })} aria-label=${`Explore from ${shortName(subject.value)}`}>Explore</a>`
    : nothing;
}

/** @param {Term} term */
function plain(term) {
  return term.type === "uri" ? shortName(term.value) : term.value;
}

customElements.define("cg-triples", Triples);
